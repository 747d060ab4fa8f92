/** An element that the server rendered; its absence is a mistake of ours. */
export function element<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

export function announce(sentence: string, kind: 'done' | 'refused'): void {
  const message = element('#message');
  message.textContent = sentence;
  message.dataset.kind = kind;
  message.hidden = false;
  // The pressed button may have gone with the old list; whoever uses the keyboard must not start from the top again.
  if (document.activeElement === document.body) message.focus();
}

/** Takes stock and sales from the server again without losing the basket. */
export async function refresh(): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  for (const selector of ['#products', '#sales']) element(selector).innerHTML = element(selector, page).innerHTML;
  document.querySelector('#no-sales')?.remove();
}
