import { html } from 'hono/html';
import { PAGE_STYLE } from './page-style.ts';

type Content = ReturnType<typeof html>;

/** The frame of every page for people: plain, readable, usable at phone width. */
export function pageFrame(title: string, content: Content, script?: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        ${content} ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
      </body>
    </html>`;
}
