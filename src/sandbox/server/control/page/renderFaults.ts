import { html } from 'hono/html';
import { faultNames } from '../../faultSchema.js';
import type { Field } from './createForms.js';
import { describeFault } from './describeFault.js';
import type { Page } from './Page.js';

const times = (field: Omit<Field, 'name' | 'label'>): Field => ({
  name: 'times',
  label: 'How many times',
  type: 'number',
  ...field,
  attributes: { min: 1, ...field.attributes },
});

/** Requests that fail on purpose. */
export const renderFaults = ({ overview: { faults }, forms }: Page) =>
  html`<ul class="people">
      ${faults.map(
        ({ id, ...fault }) =>
          html`<li>
            <span class="grow"
              >${fault.name && html`<code>${fault.name}</code> `}<span class="soft">${describeFault(fault)}</span></span
            >
            ${forms.button(`/faults/${id}/remove`, 'Remove', {}, fault.name ?? `fault ${id}`)}
          </li>`,
      )}
    </ul>
    ${!faults.length && html`<p class="soft">None is on.</p>`}
    <div class="groups">
      <div>
        <h3>A fault with a name</h3>
        ${forms.form({
          path: '/faults',
          fields: [
            { name: 'name', label: 'Fault', options: Object.fromEntries(faultNames.map((name) => [name, name])) },
            times({ attributes: { placeholder: 'until removed' } }),
          ],
          text: 'Switch it on',
        })}
      </div>
      <div>
        <h3>A fault of your own</h3>
        ${forms.form({
          path: '/faults',
          fields: [
            { name: 'path', label: 'Path begins with', value: '/v1/' },
            {
              name: 'method',
              label: 'Method',
              options: { '': 'any', GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE' },
            },
            { name: 'status', label: 'Status', type: 'number', value: 500, attributes: { min: 200, max: 599 } },
            {
              name: 'drop',
              label: 'Connection',
              options: { '': 'stays', before: 'drops before anything is done', after: 'drops after it was done' },
            },
            { name: 'latencyMs', label: 'Latency in ms', type: 'number', value: 0, attributes: { min: 0 } },
            times({ value: 1 }),
          ],
          text: 'Add the fault',
        })}
      </div>
      <div>
        <h3>All at once</h3>
        <div class="deeds">
          ${forms.button('/drop-connections', 'Drop the connection of every room')}
          ${forms.form({
            path: '/faults/clear',
            text: 'Remove every fault',
            question: 'Every fault that is on is removed, those of deliveries too.',
          })}
        </div>
      </div>
    </div>`;
