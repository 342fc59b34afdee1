/** The control page's look: system fonts, light and dark, from 320 px on. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #4d5662; --paper: #fbfaf7; --card: #fff; --line: #cfd3d8; --accent: #0b5d54; --on-accent: #fff; --bad: #a11622; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b4b9c0; --paper: #16181b; --card: #1f2226; --line: #42474e; --accent: #7fd6c8; --on-accent: #06231f; --bad: #ff9aa2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .5rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0 0; padding: 0; list-style: none; }
a { color: var(--accent); }
section { margin-bottom: 1rem; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
article { padding: .75rem 0; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0 0; }
form.inline { display: inline-flex; margin: 0; }
label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; font-size: .875rem; color: var(--soft); max-width: 100%; }
label.check { grid-template-columns: auto auto; align-items: center; gap: .35rem; min-height: 2.25rem; }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .35rem; padding: .25rem .6rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; border-color: var(--accent); color: var(--accent); }
button.main { background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul.people { margin: .5rem 0 0; padding: 0; list-style: none; }
summary { cursor: pointer; min-height: 2.25rem; padding: .25rem .6rem; color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .35rem; padding: .25rem 0 .5rem; }
textarea { font: .875rem/1.4 ui-monospace, monospace; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .35rem; padding: .35rem .6rem; width: 34rem; max-width: 100%; }
ul.people li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .15rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 36rem; font-size: .875rem; }
caption { text-align: start; color: var(--soft); }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.failed, .lost { color: var(--bad); } .soft { color: var(--soft); margin: 0; }
`;
