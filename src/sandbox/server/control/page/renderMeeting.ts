import { html } from 'hono/html';
import { isMachine } from '../../../core/index.js';
import { joinableRoles } from '../../joinableRoles.js';
import type { Sandbox } from '../../Sandbox.js';
import type { Overview } from '../buildOverview.js';
import { button, jsonButton, namedOptions, options } from './elements.js';

type Meeting = Overview['meetings'][number];
type Person = Meeting['people'][number];

const networks = {
  '{"packetLossSend":0,"packetLossRecv":0,"maxBitrate":null}': 'good',
  '{"packetLossSend":5,"packetLossRecv":5,"maxBitrate":600000}': 'poor',
  '{"packetLossSend":30,"packetLossRecv":30,"maxBitrate":100000}': 'bad',
};
const ratings = Object.fromEntries([5, 4, 3, 2, 1].map((rating) => [`{"rating":${rating}}`, `${rating} of 5`]));

const getRoomPath = ({ roomName }: Meeting) => `/rooms/${encodeURIComponent(roomName.slice(1))}`;
const getPersonPath = ({ participantId }: Person) => `/people/${encodeURIComponent(participantId)}`;

const renderCapture = (meeting: Meeting, name: 'recording' | 'streaming' | 'transcription') => {
  const isOn = meeting[name] !== 'stopped';
  const label = `${isOn ? 'Stop' : 'Start'} ${name}`;
  return button(`${getRoomPath(meeting)}/capture`, label, { [name]: String(!isOn) }, `in ${meeting.roomName}`);
};

/** What someone can be made to do. A browser's own page decides what its participant does: only network and rating are for all. */
const renderActions = (meeting: Meeting, person: Person) => {
  const path = getPersonPath(person);
  const about = `as ${person.displayName} in ${meeting.roomName}`;
  const act = (text: string, message: unknown) => jsonButton(`${path}/act`, text, message, about);
  const update = (text: string, changes: unknown) => act(text, { type: 'update', changes });
  const choice = (field: 'network' | 'rating', title: string, values: Readonly<Record<string, string>>) =>
    html`<form class="inline" method="post" action="/_sandbox${path}/${field}">
      <select name="json" aria-label="${title} of ${person.displayName} in ${meeting.roomName}">
        ${namedOptions(values)}</select
      ><button aria-label="${title} ${about}">${title}</button>
    </form>`;
  return html`<details>
    <summary aria-label="More of ${person.displayName} in ${meeting.roomName}">More</summary>
    <div class="actions">
      ${
        person.simulated &&
        html`${(['camera', 'microphone', 'screenshare'] as const).map((name) =>
          update(`${person[name] ? 'Switch off' : 'Switch on'} ${name}`, { [name]: !person[name] }),
        )}
        ${update(person.handRaised ? 'Lower hand' : 'Raise hand', { handRaised: !person.handRaised })}
        ${act('Say hello', { type: 'say', text: 'Hello' })} ${act('Applaud', { type: 'react', emoji: '👏' })}`
      }
      ${choice('network', 'Network', networks)} ${choice('rating', 'Rating', ratings)}
    </div>
  </details>`;
};

/** Machines have no buttons: they come and go with what they are for. */
const renderPerson = (meeting: Meeting, person: Person) =>
  html`<li>
    <span
      >${person.displayName || 'No name'}
      <span class="soft">${person.role}${person.simulated && ', simulated'}</span></span
    >
    ${
      !isMachine(person.role) && [
        button(`${getPersonPath(person)}/leave`, 'Leave', {}, `as ${person.displayName} from ${meeting.roomName}`),
        renderActions(meeting, person),
      ]
    }
  </li>`;

const renderKnock = (meeting: Meeting, { knockId, displayName }: Meeting['knocking'][number]) =>
  html`<li>
    <span>${displayName || 'No name'} <span class="soft">knocks</span></span>
    ${Object.entries({ admit: 'Let in', reject: 'Reject', cancel: 'Cancel' }).map(([answer, text]) =>
      button(`${getRoomPath(meeting)}/knocks/${knockId}`, text, { answer }, `${displayName} at ${meeting.roomName}`),
    )}
  </li>`;

const renderLink = (sandbox: Sandbox, { roomName }: Meeting, role: 'host' | 'visitor' | 'viewer') =>
  html`<a
    href="${sandbox.roomUrl(roomName, role)}"
    target="_blank"
    rel="noopener"
    aria-label="Enter ${roomName} as ${role}"
    >${role}</a
  > `;

/** A meeting with everyone inside, and what can be done there. */
export const renderMeeting = (sandbox: Sandbox, meeting: Meeting) => {
  const path = getRoomPath(meeting);
  return html`<article>
    <h3>${meeting.roomName}</h3>
    <p class="soft">
      ${meeting.roomMode}, ${meeting.locked ? 'locked' : 'open'},
      ${meeting.roomSessionId ? 'session running' : 'no session'}, until ${meeting.endDate}
    </p>
    <p class="soft">
      Enter as ${(['host', 'visitor', 'viewer'] as const).map((role) => renderLink(sandbox, meeting, role))}
    </p>
    <ul class="people">
      ${meeting.people.map((person) => renderPerson(meeting, person))}
      ${meeting.knocking.map((knock) => renderKnock(meeting, knock))}
    </ul>
    <form method="post" action="/_sandbox${path}/people">
      <label>Name <input name="displayName" value="Guest" /></label>
      <label
        >Role
        <select name="role">
          ${options(joinableRoles, 'visitor')}
        </select></label
      >
      <label>externalId <input name="externalId" pattern="[A-Za-z0-9_\\-]*" maxlength="36" /></label>
      <button aria-label="Add a person to ${meeting.roomName}">Add a person</button>
      <button aria-label="Have them knock at ${meeting.roomName}" formaction="/_sandbox${path}/knocks">
        Have them knock
      </button>
    </form>
    <p>
      ${renderCapture(meeting, 'recording')} ${renderCapture(meeting, 'streaming')}
      ${renderCapture(meeting, 'transcription')}
      ${button(`${path}/assistant`, 'Request an assistant', {}, `in ${meeting.roomName}`)}
      ${button(`${path}/revoke`, 'Revoke the host URL', { role: 'host' }, `of ${meeting.roomName}`)}
      ${button(`${path}/revoke`, 'Revoke the viewer URL', { role: 'viewer' }, `of ${meeting.roomName}`)}
      ${button(`${path}/delete`, 'Delete', {}, meeting.roomName)}
    </p>
  </article>`;
};
