import { html } from 'hono/html';
import { eventTypes } from '../fields.js';
import { count } from './elements.js';
import type { Page } from './Page.js';

const renderEndpoints = ({ overview: { endpoints }, forms }: Page) =>
  html`<ul class="people">
      ${endpoints.map(
        ({ id, url, types }) =>
          html`<li>
            <span class="grow"
              ><code>${url}</code> <span class="soft">${types ? types.join(', ') : 'every event'}</span></span
            >
            ${forms.form({
              path: `/webhooks/${id}/remove`,
              text: 'Remove',
              about: url,
              question: `No more events are sent to ${url}.`,
            })}
          </li>`,
      )}
    </ul>
    ${!endpoints.length && html`<p class="soft">Events go nowhere yet.</p>`}
    ${forms.form({
      path: '/webhooks',
      fields: [
        {
          name: 'url',
          label: 'URL of an endpoint',
          type: 'url',
          attributes: { required: true, placeholder: 'http://localhost:3000/webhooks' },
        },
      ],
      text: 'Send events there',
      look: 'main',
    })}`;

const renderSend = ({ overview: { meetings }, forms }: Page) =>
  html`<div>
    <h3>Send</h3>
    ${forms.form({
      path: '/events',
      fields: [
        {
          name: 'type',
          label: 'An event that did not happen',
          options: Object.fromEntries(eventTypes.map((type) => [type, type])),
        },
        { name: 'roomName', label: 'In the room', value: meetings[0]?.roomName ?? '/demo' },
      ],
      text: 'Send it',
    })}
  </div>`;

const renderMishandle = ({ sandbox: { webhooks }, forms }: Page) => {
  const held = webhooks.list().filter(({ state }) => state === 'held').length;
  const next = (name: string, label: string, value: number, text: string, hidden = {}) =>
    forms.form({
      path: '/deliveries/next',
      hidden,
      fields: [{ name, label, type: 'number', value, attributes: { min: 1, required: true } }],
      text,
    });
  return html`<div>
    <h3>Mishandle</h3>
    ${next('times', 'How many of the next to lose', 1, 'Lose', { lose: 'true' })}
    ${next('duplicate', 'Extra copies of the next', 1, 'Duplicate')}
    ${next('delayMs', 'Delay of the next, in ms', 5_000, 'Delay')}
    <p class="label">Keep new events back${held > 0 && `: ${count(held, 'is', 'are')} held`}</p>
    <div class="deeds">
      ${forms.button('/deliveries/hold', 'Hold back')}
      ${forms.button('/deliveries/release', 'Release', { order: 'same' })}
      ${forms.button('/deliveries/release', 'Release in reverse', { order: 'reverse' })}
    </div>
  </div>`;
};

const renderSign = ({ sandbox: { webhooks }, forms }: Page) => {
  const { sign, wrongSecret, resignOnRetry } = webhooks.settings;
  const set = (text: string, hidden: Readonly<Record<string, string>>) =>
    forms.button('/deliveries/settings', text, hidden);
  const setting = (state: string, isUsual: boolean, deed: ReturnType<typeof set>) =>
    html`<li><span class="pill ${isUsual ? 'good' : 'warn'}">${state}</span> ${deed}</li>`;
  return html`<div>
    <h3>Sign</h3>
    <ul class="settings">
      ${setting(sign ? 'signed' : 'unsigned', sign, set(sign ? 'Send unsigned' : 'Send signed', { sign: String(!sign) }))}
      ${setting(
        wrongSecret === null ? 'with the right secret' : 'with a wrong secret',
        wrongSecret === null,
        set(wrongSecret === null ? 'Sign with a wrong secret' : 'Sign with the right secret', {
          wrongSecret: wrongSecret === null ? 'wrong' : '',
        }),
      )}
      ${setting(
        resignOnRetry ? 'retries signed again' : 'retries keep their signature',
        resignOnRetry,
        set(resignOnRetry ? 'Keep the signature on retries' : 'Sign retries again', {
          resignOnRetry: String(!resignOnRetry),
        }),
      )}
    </ul>
  </div>`;
};

const renderPace = ({ sandbox: { webhooks }, forms }: Page) => {
  const { timeoutMs, concurrency } = webhooks.settings;
  return html`<div>
    <h3>Pace</h3>
    ${forms.form({
      path: '/deliveries/settings',
      fields: [
        {
          name: 'timeoutMs',
          label: 'Timeout in ms',
          type: 'number',
          value: timeoutMs,
          attributes: { min: 1, required: true },
        },
        {
          name: 'concurrency',
          label: 'In parallel',
          value: concurrency,
          options: { 1: 'one, in order', 8: 'eight, in any order' },
        },
      ],
      text: 'Set',
      about: 'timeout and order',
    })}
  </div>`;
};

/** Webhooks: where they go, and what goes wrong with the next ones. */
export const renderWebhooks = (page: Page) =>
  html`${renderEndpoints(page)}
    <div class="groups">${renderSend(page)} ${renderMishandle(page)} ${renderSign(page)} ${renderPace(page)}</div>`;
