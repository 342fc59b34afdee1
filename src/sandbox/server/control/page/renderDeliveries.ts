import type { Sandbox } from '../../Sandbox.js';
import { button, hidden, namedOptions, options, table } from './elements.js';
import { html } from './html.js';
import { eventTypes } from '../readInput.js';
import type { buildOverview } from '../buildOverview.js';

/** How many lines of deliveries and requests the page shows. */
export const SHOWN = 30;

const yes = 'true';

/** Webhooks: where they go, what goes wrong with the next ones, and how the last ones went. */
export const renderDeliveries = (sandbox: Sandbox, it: ReturnType<typeof buildOverview>) => {
  const { settings } = sandbox.webhooks;
  const next = (
    label: string,
    name: string,
    value: number,
    text: string,
    more: Readonly<Record<string, string>> = {},
  ) =>
    html`<form method="post" action="/_sandbox/deliveries/next">
      <label>${label} <input name="${name}" type="number" min="1" value="${value}" /></label>
      ${hidden(more)}<button>${text}</button>
    </form>`;
  return html`<section aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <ul class="people">
      ${it.endpoints.map(
        ({ id, url }) => html`<li><code>${url}</code> ${button(`/webhooks/${id}/remove`, 'Remove', {}, url)}</li>`,
      )}
    </ul>
    <form method="post" action="/_sandbox/webhooks">
      <label>Address <input name="url" type="url" required placeholder="http://localhost:3000/webhooks" /></label>
      <button>Send events there</button>
    </form>
    <form method="post" action="/_sandbox/events">
      <label
        >Event
        <select name="type">
          ${options(eventTypes)}
        </select></label
      >
      <label>Room name <input name="roomName" value="${it.meetings[0]?.roomName ?? '/demo'}" /></label>
      <button>Send it</button>
    </form>
    ${next('Lose the next', 'times', 1, 'Lose', { lose: yes })}
    ${next('Send the next so often more', 'duplicate', 1, 'Duplicate')}
    ${next('Send the next so many ms later', 'delayMs', 5_000, 'Delay')}
    <p>
      ${button('/deliveries/hold', 'Hold back')} ${button('/deliveries/release', 'Release', { order: 'same' })}
      ${button('/deliveries/release', 'Release in reverse', { order: 'reverse' })}
    </p>
    <p>
      ${button('/deliveries/settings', settings.resignOnRetry ? 'Keep the signature on retries' : 'Sign retries anew', { resignOnRetry: String(!settings.resignOnRetry) })}
      ${button('/deliveries/settings', settings.sign ? 'Send unsigned' : 'Sign again', { sign: String(!settings.sign) })}
      ${button('/deliveries/settings', settings.wrongSecret === null ? 'Sign with a wrong secret' : 'Sign with the right secret', { wrongSecret: settings.wrongSecret === null ? 'wrong' : '' })}
    </p>
    <form method="post" action="/_sandbox/deliveries/settings">
      <label
        >Wait for an answer, in ms <input name="timeoutMs" type="number" min="1" value="${settings.timeoutMs}"
      /></label>
      <label
        >At once
        <select name="concurrency">
          ${namedOptions({ 1: 'one, in order', 8: 'eight, in any order' }, String(settings.concurrency))}
        </select></label
      >
      <button>Set</button>
    </form>
    ${table(
      'Deliveries',
      ['Event', 'State', 'Attempts', 'Address', 'Again'],
      sandbox.webhooks
        .list()
        .slice(-SHOWN)
        .toReversed()
        .map(
          ({ id, event, state, attempts, url }) =>
            html`<tr>
              <td><code>${event.type}</code></td>
              <td class="${state}">${state}</td>
              <td>${attempts.map((one) => one.status ?? one.error).join(', ')}</td>
              <td><code>${url}</code></td>
              <td>${button(`/deliveries/${id}/resend`, 'Resend', {}, `${event.type} of ${event.createdAt}`)}</td>
            </tr>`,
        ),
    )}
  </section>`;
};
