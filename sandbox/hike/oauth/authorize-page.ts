import { html } from 'hono/html';
import { pageFrame } from '../pages/page-frame.ts';

export interface AuthorizeForm {
  appName: string;
  shops: { id: string; name: string }[];
  /** Echoed through the form: client_id, redirect_uri, state. */
  hidden: Record<string, string>;
}

/** "Sign in to Hike": a person picks the shop and allows or denies. */
export function authorizePage(form: AuthorizeForm) {
  const hidden = Object.entries(form.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  const options = form.shops.map((shop) => html`<option value="${shop.id}">${shop.name}</option>`);
  return pageFrame(
    'Sign in to Hike',
    html`<main class="narrow">
      <h1>Sign in to Hike</h1>
      <p><strong>${form.appName}</strong> asks to read and change products, customers and sales of a shop.</p>
      <form method="post" action="/oauth/authorize" class="card">
        ${hidden}
        <label for="shop">Shop</label>
        <select id="shop" name="shop" required>
          ${options}
        </select>
        <div class="row">
          <button type="submit" name="decision" value="allow" class="main">Allow</button>
          <button type="submit" name="decision" value="deny">Deny</button>
        </div>
      </form>
      <p class="quiet">This is a sandbox: nobody is asked for a password.</p>
    </main>`,
  );
}

export function authorizeProblemPage(sentence: string) {
  return pageFrame(
    'Hike cannot sign you in',
    html`<main class="narrow">
      <h1>Hike cannot sign you in</h1>
      <p>${sentence}</p>
    </main>`,
  );
}
