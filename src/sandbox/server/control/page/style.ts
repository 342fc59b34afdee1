import { tokens } from './tokens.generated.js';

/** The control page's look: light and dark, from 320 px on. */
export const style = `${tokens}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper-2); color: var(--ink); font: var(--text-14)/1.5 var(--sans); }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .5rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0 0; padding: 0; list-style: none; }
a { color: var(--accent); }
section { margin-bottom: 1rem; padding: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius-12); }
article { padding: .75rem 0; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dt { color: var(--ink-soft); } dd { margin: 0; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0 0; }
form.inline { display: inline-flex; margin: 0; }
label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; font-size: .875rem; color: var(--ink-soft); max-width: 100%; }
label.check { grid-template-columns: auto auto; align-items: center; gap: .35rem; min-height: 2.25rem; }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius-8); padding: .25rem .6rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; border-color: var(--accent); color: var(--accent); }
button.main { background: var(--accent); color: var(--accent-ink); }
:focus-visible { outline: var(--ring); outline-offset: var(--ring-offset); }
ul.people { margin: .5rem 0 0; padding: 0; list-style: none; }
summary { cursor: pointer; min-height: 2.25rem; padding: .25rem .6rem; color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .35rem; padding: .25rem 0 .5rem; }
textarea { font: .875rem/1.4 var(--mono); color: inherit; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius-8); padding: .35rem .6rem; width: 34rem; max-width: 100%; }
ul.people li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .15rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 36rem; font-size: .875rem; }
caption { text-align: start; color: var(--ink-soft); }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font-family: var(--mono); font-size: .9em; overflow-wrap: anywhere; }
.failed, .lost { color: var(--bad); } .soft { color: var(--ink-soft); margin: 0; }
`;
