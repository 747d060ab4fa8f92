/** One sheet, no fonts or files from elsewhere: the sandbox works without a network. */
export const PANEL_STYLE = `
:root { --ink: #20263a; --quiet: #555c72; --line: #d6dae6; --paper: #fff; --ground: #f4f6fb; --side: #101c3d; --main: #2f4cc8; --warn: #a3261f; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.125rem; margin: 0 0 .5rem; } p { margin: .25rem 0 .75rem; }
a { color: var(--main); }
button, select, input, textarea, .button { font: inherit; color: inherit; min-height: 2.5rem; padding: .375rem .875rem; border: 1px solid #7b8299; border-radius: .375rem; background: var(--paper); max-width: 100%; }
button, .button { cursor: pointer; text-decoration: none; display: inline-block; }
.main { background: var(--main); border-color: var(--main); color: #fff; } .warn { color: var(--warn); border-color: var(--warn); }
:focus-visible { outline: 3px solid #1a66ff; outline-offset: 2px; }
label { display: grid; gap: .25rem; font-weight: 600; align-content: end; } label input, label select, label textarea { font-weight: 400; width: 100%; }
.quiet { color: var(--quiet); } .right { text-align: right; } [hidden] { display: none !important; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .5rem; z-index: 9; }
.layout { display: grid; min-height: 100vh; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr; }
.side { background: var(--side); color: #fff; padding: .75rem 1rem; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.side a { color: #fff; text-decoration: none; padding: .375rem .625rem; border-radius: .375rem; } .side a[aria-current] { background: #2b3a6b; }
.side strong { flex: 1 0 100%; } .side nav { display: flex; flex-wrap: wrap; gap: .25rem; } .side form { margin-left: auto; }
.side button { background: transparent; color: #fff; border-color: #8d99c4; } .side .who { color: #c9d2f2; font-size: .875rem; }
main { padding: 1rem; min-width: 0; } .head { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; margin-bottom: 1rem; }
@media (min-width: 60rem) {
  .layout { grid-template-columns: 15rem minmax(0, 1fr); grid-template-rows: none; }
  .side { flex-direction: column; align-items: stretch; flex-wrap: nowrap; padding: 1.25rem 1rem; } .side strong { flex: none; } .side nav { flex-direction: column; }
  .side { position: sticky; top: 0; height: 100vh; } .side form { margin: auto 0 0; display: flex; gap: .5rem; align-items: center; justify-content: space-between; } main { padding: 1.5rem 2rem; }
}
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin-bottom: 1rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; } .fields { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); margin-bottom: 1rem; }
@media (min-width: 44rem) { .pairs { grid-template-columns: minmax(0, 24rem) 8rem; } }
fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; } legend { font-weight: 600; padding: 0 .375rem; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: middle; } th { font-size: .875rem; color: var(--quiet); }
td.right, th.right { text-align: right; }
.status { display: inline-block; background: #e8ecf9; border-radius: 1rem; padding: 0 .625rem; font-size: .875rem; white-space: nowrap; }
.thumb { width: 2.5rem; height: 2.5rem; object-fit: cover; border: 1px solid var(--line); border-radius: .25rem; background: var(--ground); display: block; }
.pictures { display: flex; flex-wrap: wrap; gap: .75rem; } .pictures img { width: 8rem; height: 8rem; object-fit: contain; border: 1px solid var(--line); border-radius: .375rem; background: var(--paper); }
.more { min-width: 2.5rem; padding: 0; }
[popover] { position: fixed; margin: 0; inset: auto; border: 1px solid var(--line); border-radius: .5rem; padding: .375rem; background: var(--paper); box-shadow: 0 .5rem 2rem rgb(16 28 61 / .2); min-width: 13rem; }
[popover] ul { list-style: none; margin: 0; padding: 0; } [popover] button, [popover] a { display: block; width: 100%; text-align: left; border: 0; border-radius: .25rem; background: none; color: inherit; text-decoration: none; padding: .375rem .75rem; min-height: 2.25rem; }
[popover] button:hover, [popover] a:hover, [popover] button:focus, [popover] a:focus { background: var(--ground); } [popover] form { margin: 0; } [popover] hr { border: 0; border-top: 1px solid var(--line); }
.frame { width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); height: calc(100vh - 8rem); min-height: 32rem; display: block; }
.drawer { position: fixed; inset: 0 0 0 auto; width: min(100%, max(30rem, 45vw)); background: var(--paper); border-left: 1px solid var(--line); box-shadow: -.5rem 0 2rem rgb(16 28 61 / .2); display: flex; flex-direction: column; z-index: 5; }
.drawer.wide { width: min(100%, 95vw); } .drawer header { display: flex; gap: .5rem; align-items: center; padding: .75rem 1rem; border-bottom: 1px solid var(--line); } .drawer h2 { flex: 1; margin: 0; }
.drawer iframe { flex: 1; border: 0; width: 100%; }
.notice { background: #fff4d6; border: 1px solid #c99a1a; border-radius: .375rem; padding: .75rem 1rem; margin-bottom: 1rem; } .problem { background: #fdeceb; border-color: var(--warn); color: #7d1d1a; }
.narrow { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; } ul.plain { list-style: none; padding: 0; margin: 0; }
@media (max-width: 44rem) {
  .stack thead { position: absolute; left: -999rem; } .stack, .stack tbody, .stack tr, .stack td { display: block; }
  .stack tr { padding: .625rem .75rem; border-bottom: 1px solid var(--line); position: relative; } .stack td { border: 0; padding: .125rem 0; }
  .stack td.right { text-align: left; } .stack td.actions { position: absolute; right: .75rem; top: .625rem; } .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
}
`;
