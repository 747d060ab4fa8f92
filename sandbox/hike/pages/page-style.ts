import { raw } from 'hono/html';

/** One small sheet, no fonts or files from elsewhere: the sandbox works without a network. */
export const PAGE_STYLE = raw(`
:root { --ink: #1f2430; --quiet: #565d6d; --line: #d5d9e2; --paper: #fff; --ground: #f4f5f8; --main: #0b6b5d; --main-ink: #fff; --warn: #a12622; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
a { color: var(--main); }
button, select, input { font: inherit; color: inherit; min-height: 2.5rem; padding: .375rem .75rem; border: 1px solid #7b8294; border-radius: .375rem; background: var(--paper); max-width: 100%; }
button { cursor: pointer; } button:disabled { opacity: .6; cursor: default; }
button.main { background: var(--main); color: var(--main-ink); border-color: var(--main); }
button.warn { color: var(--warn); border-color: var(--warn); }
:focus-visible { outline: 3px solid #1a66ff; outline-offset: 2px; }
label { display: block; font-weight: 600; }
.narrow { max-width: 30rem; margin: 3rem auto; padding: 0 1rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .75rem; }
.quiet { color: var(--quiet); } .right { text-align: right; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ul { list-style: none; margin: 0; padding: 0; } h3 { font-size: 1rem; margin: 0; } p { margin: .25rem 0; }
.shops li { padding: .5rem 0; }
.till-header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding: .75rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.till-header h1 { margin: 0; } .till-header a:first-of-type { margin-left: auto; }
.till { max-width: 90rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1.5rem; }
.till > *, .counter > * { min-width: 0; }
.counter { display: grid; gap: 1rem; }
@media (min-width: 48rem) { .counter { grid-template-columns: minmax(0, 1fr) 22rem; align-items: start; } }
.products input { width: 100%; margin-bottom: .75rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .5rem; }
.tile { display: flex; flex-direction: column; gap: .125rem; width: 100%; height: 100%; text-align: left; padding: .75rem; border-color: var(--line); }
.tile-name { font-weight: 600; } .tile-foot { margin-top: auto; display: flex; flex-wrap: wrap; gap: 0 .5rem; justify-content: space-between; }
.basket li { display: grid; grid-template-columns: minmax(0, 1fr) 5rem auto; gap: .5rem; align-items: center; padding: .375rem 0; border-bottom: 1px solid var(--line); }
.basket select, .basket > input { width: 100%; margin-bottom: .5rem; }
.total { display: flex; justify-content: space-between; font-size: 1.25rem; margin: .75rem 0; }
.short { width: 6.5rem; } .plain { font-weight: 400; } .plain input { min-height: 0; width: 1.25rem; height: 1.25rem; vertical-align: middle; }
.row > button.main { flex: 1; } .pair { display: inline-flex; gap: .5rem; align-items: center; }
.to-basket { position: sticky; bottom: .75rem; justify-self: end; background: var(--main); color: var(--main-ink); padding: .625rem 1rem; border-radius: 2rem; z-index: 1; }
@media (min-width: 48rem) { .to-basket { display: none; } .basket { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; } }
.sales { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: .75rem; align-items: start; }
.goods { display: grid; gap: .75rem; } .goods h2 { margin: 0; } .goods img { align-self: center; border-radius: .25rem; } .goods .row { margin-top: .5rem; }
.sale-head { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; } .sale-head strong { margin-left: auto; }
.status { background: var(--ground); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .625rem; font-size: .875rem; }
summary { cursor: pointer; padding: .375rem 0; color: var(--main); font-weight: 600; }
.message { padding: .75rem 1rem; border-radius: .375rem; background: #e3f4ef; border: 1px solid var(--main); position: sticky; top: .5rem; z-index: 1; }
.message[data-kind="refused"] { background: #fdeceb; border-color: var(--warn); color: #7d1d1a; }
[hidden] { display: none !important; }
`);
