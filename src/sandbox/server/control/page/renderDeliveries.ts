import { html } from 'hono/html';
import type { Delivery } from '../../deliveries/types.js';
import type { Sandbox } from '../../Sandbox.js';
import type { Overview } from '../buildOverview.js';
import { eventTypes } from '../fields.js';
import { button, hiddenFields, namedOptions, options, table } from './elements.js';

/** How many deliveries and requests the page shows. */
export const SHOWN = 30;

const renderNext = (
  label: string,
  name: string,
  value: number,
  text: string,
  fields: Readonly<Record<string, string>> = {},
) =>
  html`<form method="post" action="/_sandbox/deliveries/next">
    <label>${label} <input name="${name}" type="number" min="1" value="${value}" /></label>
    ${hiddenFields(fields)}<button>${text}</button>
  </form>`;

const renderDelivery = ({ id, event, state, attempts, url }: Delivery) =>
  html`<tr>
    <td><code>${event.type}</code></td>
    <td class="${state}">${state}</td>
    <td>${attempts.map((one) => one.status ?? one.error).join(', ')}</td>
    <td><code>${url}</code></td>
    <td>${button(`/deliveries/${id}/resend`, 'Resend', {}, `${event.type} of ${event.createdAt}`)}</td>
  </tr>`;

/** Webhooks: where they go, what goes wrong with the next ones, and how the last ones went. */
export const renderDeliveries = ({ webhooks }: Sandbox, { endpoints, meetings }: Overview) => {
  const { settings } = webhooks;
  const deliveries = webhooks.list().slice(-SHOWN).toReversed();
  return html`<section aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <ul class="people">
      ${endpoints.map(
        ({ id, url }) => html`<li><code>${url}</code> ${button(`/webhooks/${id}/remove`, 'Remove', {}, url)}</li>`,
      )}
    </ul>
    <form method="post" action="/_sandbox/webhooks">
      <label>URL <input name="url" type="url" required placeholder="http://localhost:3000/webhooks" /></label>
      <button>Send events there</button>
    </form>
    <form method="post" action="/_sandbox/events">
      <label
        >Event
        <select name="type">
          ${options(eventTypes)}
        </select></label
      >
      <label>Room name <input name="roomName" value="${meetings[0]?.roomName ?? '/demo'}" /></label>
      <button>Send it</button>
    </form>
    ${renderNext('How many to lose', 'times', 1, 'Lose the next', { lose: 'true' })}
    ${renderNext('How many extra copies', 'duplicate', 1, 'Duplicate the next')}
    ${renderNext('Delay in ms', 'delayMs', 5_000, 'Delay the next')}
    <p>
      ${button('/deliveries/hold', 'Hold back')} ${button('/deliveries/release', 'Release', { order: 'same' })}
      ${button('/deliveries/release', 'Release in reverse', { order: 'reverse' })}
    </p>
    <p>
      ${button('/deliveries/settings', settings.resignOnRetry ? 'Keep the signature on retries' : 'Sign retries again', { resignOnRetry: String(!settings.resignOnRetry) })}
      ${button('/deliveries/settings', settings.sign ? 'Send unsigned' : 'Send signed', { sign: String(!settings.sign) })}
      ${button('/deliveries/settings', settings.wrongSecret === null ? 'Sign with a wrong secret' : 'Sign with the right secret', { wrongSecret: settings.wrongSecret === null ? 'wrong' : '' })}
    </p>
    <form method="post" action="/_sandbox/deliveries/settings">
      <label>Timeout in ms <input name="timeoutMs" type="number" min="1" value="${settings.timeoutMs}" /></label>
      <label
        >In parallel
        <select name="concurrency">
          ${namedOptions({ 1: 'one, in order', 8: 'eight, in any order' }, String(settings.concurrency))}
        </select></label
      >
      <button>Set</button>
    </form>
    ${table('Deliveries', ['Event', 'State', 'Attempts', 'URL', 'Again'], deliveries.map(renderDelivery))}
  </section>`;
};
