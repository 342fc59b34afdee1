import { tokens } from './tokens.generated.js';

/** The control page's look: light and dark, from 320 px on. */
export const style = `${tokens}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper-2); color: var(--ink); font: var(--text-14)/1.5 var(--sans); }
header, main { max-width: 76rem; margin: 0 auto; padding: var(--space-16); }
header { padding-bottom: 0; }
h1 { margin: 0; font-size: var(--text-28); line-height: 1.2; }
h2 { margin: 0 0 var(--space-12); font-size: var(--text-20); scroll-margin-top: var(--space-24); }
h3 { margin: var(--space-16) 0 0; font-size: var(--text-16); overflow-wrap: anywhere; }
.rows h3 { display: flex; align-items: center; gap: var(--space-8); margin: var(--space-12) 0 var(--space-4); font-size: var(--text-13); color: var(--ink-soft); }
p, ul, ol { margin: var(--space-8) 0 0; }
nav ul { display: flex; flex-wrap: wrap; margin: var(--space-8) calc(-1 * var(--space-8)) 0; padding: 0; list-style: none; }
nav a { display: block; padding: var(--space-8); }
a { color: var(--accent); }
section { margin-bottom: var(--space-16); padding: var(--space-16); background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius-12); }
article { padding: var(--space-16) 0; border-top: 1px solid var(--line); }
article:last-child { padding-bottom: 0; } article h3 { margin: 0; }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); align-items: center; gap: var(--space-4) var(--space-16); margin: 0; }
dt { color: var(--ink-soft); } dd { margin: 0; overflow-wrap: anywhere; }
.groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 var(--space-24); margin-top: var(--space-8); border-top: 1px solid var(--line); }
form { display: flex; flex-wrap: wrap; gap: var(--space-8); align-items: end; margin: var(--space-8) 0 0; }
form.inline { display: inline-flex; margin: 0; }
label, .label { font-size: var(--text-13); color: var(--ink-soft); }
label { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); flex: 0 1 auto; min-width: 0; max-width: 100%; }
label.wide { flex: 1 1 100%; }
label.check { grid-template-columns: auto auto; align-items: center; gap: var(--space-8); min-height: var(--control-40); }
input, select, button, .button, summary { font: inherit; font-size: var(--text-14); color: var(--ink); max-width: 100%; }
input, select, button, .button { min-height: var(--control-40); padding: var(--space-4) var(--space-12); background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius-8); }
input[type=checkbox] { min-height: 0; width: var(--space-16); height: var(--space-16); margin: 0; accent-color: var(--accent); }
input[type=url] { width: 22rem; } input[type=number] { width: 100%; min-width: 9rem; }
input[aria-invalid], select[aria-invalid], textarea[aria-invalid] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
textarea { width: 100%; min-height: 6rem; padding: var(--space-8) var(--space-12); font: var(--text-13)/1.5 var(--mono); color: var(--ink); background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius-8); }
button, .button { cursor: pointer; } .button { display: inline-flex; align-items: center; text-decoration: none; }
button:hover, .button:hover { background: var(--paper-3); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
button.main:hover { background: color-mix(in srgb, var(--accent), var(--ink) 12%); }
button.danger { border-color: var(--bad); color: var(--bad); }
button.danger:hover { background: var(--bad-soft); }
[popover] button.danger { background: var(--danger); border-color: var(--danger); color: var(--danger-ink); }
[popover] button.danger:hover { background: color-mix(in srgb, var(--danger), black 15%); }
button.small { min-height: var(--control-32); padding: 0 var(--space-8); font-size: var(--text-13); }
:focus-visible { outline: var(--ring); outline-offset: var(--ring-offset); }
[popover] { width: 26rem; max-width: calc(100vw - 2 * var(--space-16)); padding: var(--space-24); color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius-12); box-shadow: var(--shadow); }
[popover]::backdrop { background: rgb(0 0 0 / .45); }
[popover] p { margin: 0 0 var(--space-16); font-size: var(--text-16); overflow-wrap: anywhere; }
.problem { flex: 1 1 100%; margin: 0; padding: var(--space-8) var(--space-12); color: var(--bad); background: var(--bad-soft); border: 1px solid var(--bad); border-radius: var(--radius-8); overflow-wrap: anywhere; }
.inline .problem { flex-basis: auto; }
.groups > div > form.inline { display: flex; margin-top: var(--space-8); }
.deeds { display: flex; flex-wrap: wrap; gap: var(--space-8); align-items: end; margin-top: var(--space-8); }
.links, .copyable { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-4) var(--space-12); }
.copyable { display: inline-flex; gap: var(--space-4) var(--space-8); min-height: var(--control-32); }
ul.people, ol.rows, ol.attempts { padding: 0; list-style: none; }
ul.people li { display: flex; flex-wrap: wrap; gap: var(--space-4) var(--space-8); align-items: center; padding: var(--space-4) 0; }
ul.people details[open] { flex: 1 1 100%; }
[data-empty]:not(:has(*))::before { content: attr(data-empty); color: var(--ink-soft); }
.grow { flex: 1 1 auto; min-width: 0; overflow-wrap: anywhere; } ul.people .grow { flex: 0 1 24rem; } ul.people .grow:only-child { flex-basis: 100%; }
ul.settings { padding: 0; list-style: none; } ul.settings li { display: grid; justify-items: start; gap: var(--space-4); margin-top: var(--space-8); }
summary { cursor: pointer; min-height: var(--control-40); padding: var(--space-8) var(--space-4); border-radius: var(--radius-8); }
ol.rows { border-top: 1px solid var(--line); }
ol.rows > li { display: flex; flex-wrap: wrap; align-items: start; gap: 0 var(--space-8); padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
ol.rows > li > details { flex: 1 1 18rem; min-width: 0; } ol.rows > li > form { margin-top: var(--space-4); }
ol.rows > li > .line { flex: 1 1 100%; padding: var(--space-4) 0; }
.line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-12); }
summary.line::before { content: '▸'; color: var(--ink-soft); } [open] > summary.line::before { content: '▾'; }
ol.attempts li { padding: var(--space-4) 0; }
pre { margin: var(--space-4) 0; padding: var(--space-12); max-height: 20rem; overflow: auto; font: var(--text-13)/1.5 var(--mono); background: var(--paper-2); border: 1px solid var(--line); border-radius: var(--radius-8); }
code { font-family: var(--mono); font-size: var(--text-13); overflow-wrap: anywhere; }
time { font-variant-numeric: tabular-nums; }
.pill { display: inline-block; padding: 0 var(--space-8); font-size: var(--text-12); line-height: 1.6; color: var(--ink-soft); background: var(--paper-3); border: 1px solid transparent; border-radius: var(--radius-round); }
.pill.good { color: var(--good); background: var(--good-soft); } .pill.warn { color: var(--warn); background: var(--warn-soft); } .pill.bad { color: var(--bad); background: var(--bad-soft); }
.soft { color: var(--ink-soft); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none; }
@media (forced-colors: active) { button.main { forced-color-adjust: none; } .pill { border-color: currentColor; } }
@media (width < 40rem) {
  main { padding: var(--space-8); }
  section { padding: var(--space-12); }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: var(--space-8); }
  form:not(.inline) > label:not(.check, .wide) { flex: 1 1 9rem; }
  form input, form select, input[type=url], input[type=number] { width: 100%; }
  input[type=checkbox] { width: var(--space-16); }
}
`;
