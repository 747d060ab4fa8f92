/**
 * An imitation of https://cdn.bigcommerce.com/jssdk/bc-sdk.js: outside a frame it does nothing; inside it reports activity
 * (at most every five minutes) and route changes to the control panel and calls `onLogout` when the control panel says so.
 */
export const SDK_SCRIPT = `(function () {
  'use strict';
  var FIVE_MINUTES = 300000;
  var framed = window.parent !== window;
  var onLogout = null;
  var lastActivity = 0;

  function tell(type, detail) {
    window.parent.postMessage(Object.assign({ source: 'bigcommerce-app-sdk', type: type }, detail || {}), '*');
  }

  function route() {
    tell('route', { path: window.location.pathname + window.location.search });
  }

  function active() {
    if (Date.now() - lastActivity < FIVE_MINUTES) return;
    lastActivity = Date.now();
    tell('activity');
  }

  function hear(event) {
    var data = event.data;
    if (event.source !== window.parent || !data || data.source !== 'bigcommerce-control-panel') return;
    if (data.type === 'logout' && onLogout) onLogout();
  }

  function watch() {
    ['mousemove', 'mousedown', 'keydown'].forEach(function (name) { window.addEventListener(name, active, { passive: true }); });
    var pushState = window.history.pushState;
    window.history.pushState = function () {
      var result = pushState.apply(window.history, arguments);
      route();
      return result;
    };
    window.addEventListener('popstate', route);
    window.addEventListener('message', hear);
  }

  window.Bigcommerce = {
    init: function (options) {
      if (!framed) return;
      onLogout = options && typeof options.onLogout === 'function' ? options.onLogout : null;
      tell('init');
      active();
    },
  };
  if (framed) watch();
  if (typeof window.bcAsyncInit === 'function') window.bcAsyncInit();
})();
`;
