/** What the control panel's own pages do in the browser: menus, the panel on the right, the frame's messages, logging out. */
export const PANEL_SCRIPT = `(function () {
  'use strict';
  var base = document.body.dataset.base;
  if (!base) return;
  var channel = new BroadcastChannel('control-panel ' + base);
  var drawer = document.querySelector('[data-drawer]');
  var opener = null;

  function frames() { return Array.from(document.querySelectorAll('iframe')); }

  function signedOut() {
    frames().forEach(function (frame) {
      frame.contentWindow.postMessage({ source: 'bigcommerce-control-panel', type: 'logout' }, '*');
    });
    document.querySelector('[data-signed-out]').hidden = false;
  }
  channel.onmessage = function (event) { if (event.data === 'logout') signedOut(); };

  document.querySelectorAll('form[data-log-out]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      fetch(form.action, { method: 'POST' }).then(function () { channel.postMessage('logout'); signedOut(); });
    });
  });

  // Frames tell of themselves through the client SDK. A route that the app reports becomes the address of this page.
  window.addEventListener('message', function (event) {
    var data = event.data;
    if (!data || data.source !== 'bigcommerce-app-sdk') return;
    var frame = frames().find(function (candidate) { return candidate.contentWindow === event.source; });
    if (!frame) return;
    frame.dataset.sdk = data.type;
    if (data.type === 'route' && frame.dataset.app) history.replaceState(null, '', frame.dataset.app + data.path);
  });

  // Menus are popovers, so that Escape and a click beside them close them; only their place is set here.
  document.querySelectorAll('[popover]').forEach(function (menu) {
    menu.addEventListener('toggle', function (event) {
      var button = document.querySelector('[popovertarget="' + menu.id + '"]');
      button.setAttribute('aria-expanded', String(event.newState === 'open'));
      if (event.newState !== 'open') return;
      var at = button.getBoundingClientRect();
      menu.style.left = Math.max(8, Math.min(at.right - menu.offsetWidth, window.innerWidth - menu.offsetWidth - 8)) + 'px';
      menu.style.top = Math.max(8, Math.min(at.bottom + 4, window.innerHeight - menu.offsetHeight - 8)) + 'px';
    });
  });

  function closeDrawer() {
    if (!drawer || drawer.hidden) return;
    drawer.hidden = true;
    drawer.querySelector('iframe').removeAttribute('src');
    if (opener) opener.focus();
  }
  function openDrawer(button) {
    var menu = button.closest('[popover]');
    opener = menu ? document.querySelector('[popovertarget="' + menu.id + '"]') : button;
    if (menu) menu.hidePopover();
    fetch(base + '/manage/load-url?url=' + encodeURIComponent(button.dataset.panel))
      .then(function (answer) { return answer.json(); })
      .then(function (answer) {
        if (!answer.url) { window.location.reload(); return; }
        drawer.querySelector('[data-drawer-title]').textContent = button.textContent.trim();
        drawer.querySelector('iframe').src = answer.url;
        drawer.hidden = false;
        drawer.querySelector('button').focus();
      });
  }
  document.addEventListener('click', function (event) {
    var target = event.target;
    if (!(target instanceof Element)) return;
    var button = target.closest('[data-panel]');
    if (button) openDrawer(button);
    if (target.closest('[data-close-drawer]')) closeDrawer();
    if (target.closest('[data-widen-drawer]')) drawer.classList.toggle('wide');
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape') closeDrawer(); });
})();
`;
