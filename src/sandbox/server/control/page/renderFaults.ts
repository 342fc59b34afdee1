import { html } from 'hono/html';
import type { Overview } from '../buildOverview.js';
import { faultNames } from '../../faultSchema.js';
import { button, namedOptions, options } from './elements.js';

/** Requests that fail on purpose. */
export const renderFaults = ({ faults }: Overview) =>
  html`<section aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    <ul>
      ${faults.map(
        ({ id, ...fault }) =>
          html`<li>
            <code>${JSON.stringify(fault)}</code>
            ${button(`/faults/${id}/remove`, 'Remove', {}, fault.name ?? `fault ${id}`)}
          </li>`,
      )}
    </ul>
    <form method="post" action="/_sandbox/faults">
      <label
        >Fault
        <select name="name">
          ${options(faultNames)}
        </select></label
      >
      <label>How many times <input name="times" type="number" min="1" placeholder="until removed" /></label>
      <button>Switch it on</button>
    </form>
    <form method="post" action="/_sandbox/faults">
      <label>Path begins with <input name="path" value="/v1/" /></label>
      <label
        >Method
        <select name="method">
          ${namedOptions({ '': 'any', GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE' })}
        </select></label
      >
      <label>Status <input name="status" type="number" min="200" max="599" value="500" /></label>
      <label
        >Connection
        <select name="drop">
          ${namedOptions({ '': 'stays', before: 'drops before anything is done', after: 'drops after it was done' })}
        </select></label
      >
      <label>Latency in ms <input name="latencyMs" type="number" min="0" value="0" /></label>
      <label>How many times <input name="times" type="number" min="1" value="1" /></label>
      <button>Add the fault</button>
    </form>
    <p>
      ${button('/faults/clear', 'Remove every fault')}
      ${button('/drop-connections', 'Drop the connection of every room')}
    </p>
  </section>`;
