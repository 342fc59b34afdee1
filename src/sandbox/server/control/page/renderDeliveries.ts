import { html } from 'hono/html';
import type { Attempt, Delivery } from '../../deliveries/types.js';
import { attributes, copyButton, count, dateTime, timeOfDay } from './elements.js';
import type { Forms } from './createForms.js';
import type { DeliveryFilter, Page } from './Page.js';
import { SHOWN } from './renderRequests.js';

const tones = { delivered: 'good', pending: '', held: 'warn', lost: 'bad', failed: 'bad' } as const;

const renderAttempt = ({ at, status, error, durationMs, signature, response }: Attempt) =>
  html`<li>
    ${timeOfDay(at)} <span class="pill ${status && status < 300 ? 'good' : 'bad'}">${status ?? 'no response'}</span>
    <span class="soft">${error && `${error}, `}${durationMs} ms, ${signature === null ? 'unsigned' : 'signed'}</span>
    ${signature !== null && html`<code class="soft">${signature}</code>`}
    ${response && html`<pre tabindex="0" role="group" aria-label="Response">${response}</pre>`}
  </li>`;

const renderDelivery = (forms: Forms, { id, event, state, attempts, url, body }: Delivery) => {
  const last = attempts.at(-1);
  return html`<li id="delivery-${id}">
    <details>
      <summary class="line">
        ${timeOfDay(event.createdAt)} <code>${event.type}</code>
        <span class="grow soft">to ${url.replace(/^https?:\/\//, '')}</span>
        <span class="pill ${tones[state]}">${state}</span>
        <span class="soft"
          >${last ? `${last.status ?? last.error}, ${count(attempts.length, 'attempt')}` : 'no attempt yet'}</span
        >
      </summary>
      <dl>
        <dt>To</dt>
        <dd><code>${url}</code></dd>
        <dt>Happened</dt>
        <dd>${dateTime(event.createdAt)}</dd>
      </dl>
      ${
        attempts.length > 0 &&
        html`<h3>Attempts and responses</h3>
          <ol class="attempts">
            ${attempts.map(renderAttempt)}
          </ol>`
      }
      <h3>Body ${copyButton(body, `the body of ${event.type}`)}</h3>
      <pre tabindex="0" role="group" aria-label="Body">${JSON.stringify(event, null, 2)}</pre>
    </details>
    ${forms.form({
      path: `/deliveries/${id}/resend`,
      text: 'Send again',
      about: `${event.type} of ${event.createdAt}`,
      look: 'small',
    })}
  </li>`;
};

const renderFilter = (deliveries: readonly Delivery[], { type = '', state = '' }: DeliveryFilter) => {
  const choice = (name: string, label: string, values: readonly string[], selected: string) =>
    html`<label
      >${label}
      <select name="${name}">
        ${['', ...new Set([...values, selected].filter(Boolean))].map(
          (value) => html`<option${attributes({ value, selected: value === selected })}>${value || 'all'}</option>`,
        )}
      </select></label
    >`;
  // A form, so that the filter works without scripts, and its address can be kept.
  return html`<form method="get" action="/#deliveries">
    ${choice('type', 'Event', deliveries.map(({ event }) => event.type).toSorted(), type)}
    ${choice('state', 'State', Object.keys(tones), state)}
    <button>Filter</button>
    ${(type || state) && html`<a class="button" href="/#deliveries">Show all</a>`}
  </form>`;
};

/** How the last deliveries went: what was sent, when, and what came back. */
export function renderDeliveries({ sandbox: { webhooks }, forms, filter }: Page) {
  const deliveries = webhooks.list();
  const { type, state } = filter;
  const matching = deliveries.filter((one) => (!type || one.event.type === type) && (!state || one.state === state));
  return html`${renderFilter(deliveries, filter)}
    <p class="soft" id="delivery-count" data-live>
      <span id="delivery-count-text"
        >${count(matching.length, 'delivery', 'deliveries')}, the newest first, at most ${SHOWN}. Times are UTC.</span
      >
    </p>
    <p id="live" class="pill good" hidden></p>
    <ol
      class="rows"
      id="delivery-rows"
      data-live
      data-empty="${type || state ? 'None like this.' : 'None yet. Send an event above, or let someone join a meeting.'}"
    >
      ${matching
        .slice(-SHOWN)
        .toReversed()
        .map((delivery) => renderDelivery(forms, delivery))}
    </ol>`;
}
