import { isMachine } from '../../../core/index.js';
import type { Sandbox } from '../../Sandbox.js';
import { button, jsonButton, namedOptions, options } from './elements.js';
import { html } from './html.js';
import { roles } from '../readInput.js';
import type { buildOverview } from '../buildOverview.js';

type Meeting = ReturnType<typeof buildOverview>['meetings'][number];
type Person = Meeting['people'][number];

const networks = {
  '{"packetLossSend":0,"packetLossRecv":0,"maxBitrate":null}': 'good',
  '{"packetLossSend":5,"packetLossRecv":5,"maxBitrate":600000}': 'poor',
  '{"packetLossSend":30,"packetLossRecv":30,"maxBitrate":100000}': 'bad',
};
const ratings = Object.fromEntries([5, 4, 3, 2, 1].map((rating) => [`{"rating":${rating}}`, `${rating} of 5`]));

const capture = (meeting: Meeting, name: 'recording' | 'streaming' | 'transcription', path: string) => {
  const isOn = meeting[name] !== 'stopped';
  const label = `${isOn ? 'Stop' : 'Start'} ${name}`;
  return button(`${path}/capture`, label, { [name]: String(!isOn) }, `in ${meeting.roomName}`);
};

/** What someone can be made to do. A browser’s own people are only put out: their page decides the rest. */
const deeds = (meeting: Meeting, one: Person) => {
  const path = `/people/${encodeURIComponent(one.participantId)}`;
  const about = `as ${one.displayName} in ${meeting.roomName}`;
  const act = (text: string, body: unknown) => jsonButton(`${path}/act`, text, body, about);
  const update = (text: string, changes: unknown) => act(text, { type: 'update', changes });
  const choice = (what: 'network' | 'rating', title: string, values: Readonly<Record<string, string>>) =>
    html`<form class="inline" method="post" action="/_sandbox${path}/${what}">
      <select name="json" aria-label="${title} of ${one.displayName} in ${meeting.roomName}">
        ${namedOptions(values)}</select
      ><button aria-label="${title} ${about}">${title}</button>
    </form>`;
  return html`<details>
    <summary aria-label="More of ${one.displayName} in ${meeting.roomName}">More</summary>
    <div class="deeds">
      ${
        one.simulated &&
        html`${(['camera', 'microphone', 'screenshare'] as const).map((name) =>
          update(`${one[name] ? 'Switch off' : 'Switch on'} ${name}`, { [name]: !one[name] }),
        )}
        ${update(one.handRaised ? 'Lower hand' : 'Raise hand', { handRaised: !one.handRaised })}
        ${act('Say hello', { type: 'say', text: 'Hello' })} ${act('Applaud', { type: 'react', emoji: '👏' })}`
      }
      ${choice('network', 'Network', networks)} ${choice('rating', 'Rating', ratings)}
    </div>
  </details>`;
};

const leave = (meeting: Meeting, { participantId, displayName }: Person) =>
  button(
    `/people/${encodeURIComponent(participantId)}/leave`,
    'Leave',
    {},
    `as ${displayName} from ${meeting.roomName}`,
  );

/** Machines come and go with what they are for. */
const people = (meeting: Meeting, path: string) =>
  html`<ul class="people">
    ${meeting.people.map(
      (one) =>
        html`<li>
          <span
            >${one.displayName || 'No name'}
            <span class="soft">${one.role}${one.simulated && ', simulated'}</span></span
          >
          ${!isMachine(one.role) && [leave(meeting, one), deeds(meeting, one)]}
        </li>`,
    )}
    ${meeting.knocking.map(
      (one) =>
        html`<li>
          <span>${one.displayName || 'No name'} <span class="soft">knocks</span></span>
          ${Object.entries({ admit: 'Let in', reject: 'Turn down', cancel: 'Withdraw' }).map(([answer, text]) =>
            button(`${path}/knocks/${one.knockId}`, text, { answer }, `${one.displayName} at ${meeting.roomName}`),
          )}
        </li>`,
    )}
  </ul>`;

/** One meeting with who is inside, and what can be done there. */
export const renderMeeting = (sandbox: Sandbox) => (meeting: Meeting) => {
  const path = `/rooms/${encodeURIComponent(meeting.roomName.slice(1))}`;
  const link = (role: 'host' | 'visitor' | 'viewer') =>
    html`<a
      href="${sandbox.roomUrl(meeting.roomName, role)}"
      target="_blank"
      rel="noopener"
      aria-label="Enter ${meeting.roomName} as ${role}"
      >${role}</a
    > `;
  return html`<article>
    <h3>${meeting.roomName}</h3>
    <p class="soft">
      ${meeting.roomMode}, ${meeting.locked ? 'locked' : 'open'},
      ${meeting.roomSessionId ? 'session running' : 'no session'}, until ${meeting.endDate}
    </p>
    <p class="soft">Enter as ${(['host', 'visitor', 'viewer'] as const).map(link)}</p>
    ${people(meeting, path)}
    <form method="post" action="/_sandbox${path}/people">
      <label>Name <input name="displayName" value="Guest" /></label>
      <label
        >Role
        <select name="role">
          ${options(roles, 'visitor')}
        </select></label
      >
      <label>externalId <input name="externalId" pattern="[A-Za-z0-9_\\-]*" maxlength="36" /></label>
      <button aria-label="Add a person to ${meeting.roomName}">Add a person</button>
      <button aria-label="Have them knock at ${meeting.roomName}" formaction="/_sandbox${path}/knocks">
        Have them knock
      </button>
    </form>
    <p>
      ${capture(meeting, 'recording', path)} ${capture(meeting, 'streaming', path)}
      ${capture(meeting, 'transcription', path)}
      ${button(`${path}/assistant`, 'Invite an assistant', {}, `to ${meeting.roomName}`)}
      ${button(`${path}/delete`, 'Delete', {}, meeting.roomName)}
    </p>
  </article>`;
};
