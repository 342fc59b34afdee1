import { html } from 'hono/html';
import type { Overview } from '../buildOverview.js';
import type { Forms } from './createForms.js';

type Person = Overview['meetings'][number]['people'][number];

const networks = {
  '{"packetLossSend":0,"packetLossRecv":0,"maxBitrate":null}': 'good',
  '{"packetLossSend":5,"packetLossRecv":5,"maxBitrate":600000}': 'poor',
  '{"packetLossSend":30,"packetLossRecv":30,"maxBitrate":100000}': 'bad',
};
const ratings = Object.fromEntries([5, 4, 3, 2, 1].map((rating) => [`{"rating":${rating}}`, `${rating} of 5`]));

interface PersonActions {
  /** Of the person, below `/_sandbox`. */
  readonly path: string;
  readonly person: Person;
  /** Who, where: for people who do not see what the buttons stand next to. */
  readonly about: string;
}

/** What someone can be made to do. A browser's own page decides what its participant does: only network and rating are for all. */
export function renderPersonActions(forms: Forms, { path, person, about }: PersonActions) {
  const act = (text: string, message: unknown) => forms.jsonButton(`${path}/act`, text, message, `as ${about}`);
  const update = (text: string, changes: unknown) => act(text, { type: 'update', changes });
  const choice = (field: 'network' | 'rating', text: string, options: Readonly<Record<string, string>>) =>
    forms.form({
      path: `${path}/${field}`,
      fields: [{ name: 'json', label: text, options, attributes: { 'aria-label': `${text} of ${about}` } }],
      text: 'Set',
      about: `${field} of ${about}`,
    });
  return html`<details>
    <summary aria-label="More of ${about}">More</summary>
    <div class="deeds">
      ${
        person.simulated &&
        html`${(['camera', 'microphone', 'screenshare'] as const).map((name) =>
          update(`${person[name] ? 'Switch off' : 'Switch on'} ${name}`, { [name]: !person[name] }),
        )}
        ${update(person.handRaised ? 'Lower hand' : 'Raise hand', { handRaised: !person.handRaised })}
        ${act('Say hello', { type: 'say', text: 'Hello' })} ${act('Applaud', { type: 'react', emoji: '👏' })}`
      }
    </div>
    ${choice('network', 'Network', networks)} ${choice('rating', 'Rating', ratings)}
  </details>`;
}
