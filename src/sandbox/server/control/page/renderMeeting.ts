import { html } from 'hono/html';
import { isMachine } from '../../../core/index.js';
import { joinableRoles } from '../../joinableRoles.js';
import type { Overview } from '../buildOverview.js';
import { copyButton, count, dateTime } from './elements.js';
import type { Page } from './Page.js';
import { renderPersonActions } from './renderPersonActions.js';

type Meeting = Overview['meetings'][number];
type Person = Meeting['people'][number];

const getRoomPath = ({ roomName }: Meeting) => `/rooms/${encodeURIComponent(roomName.slice(1))}`;
const getPersonPath = ({ participantId }: Person) => `/people/${encodeURIComponent(participantId)}`;

const renderCapture = ({ forms }: Page, meeting: Meeting, name: 'recording' | 'streaming' | 'transcription') => {
  const isOn = meeting[name] !== 'stopped';
  const label = `${isOn ? 'Stop' : 'Start'} ${name}`;
  return forms.button(`${getRoomPath(meeting)}/capture`, label, { [name]: String(!isOn) }, `in ${meeting.roomName}`);
};

/** Machines have no buttons: they come and go with what they are for. */
const renderPerson = ({ forms }: Page, meeting: Meeting, person: Person) =>
  html`<li id="person-${person.participantId}">
    <span class="grow"
      >${person.displayName || 'No name'}
      <span class="pill">${person.role}${person.simulated && ', simulated'}</span></span
    >
    ${
      !isMachine(person.role) && [
        forms.button(
          `${getPersonPath(person)}/leave`,
          'Leave',
          {},
          `as ${person.displayName} from ${meeting.roomName}`,
        ),
        renderPersonActions(forms, {
          path: getPersonPath(person),
          person,
          about: `${person.displayName} in ${meeting.roomName}`,
        }),
      ]
    }
  </li>`;

const renderKnock = ({ forms }: Page, meeting: Meeting, { knockId, displayName }: Meeting['knocking'][number]) =>
  html`<li id="knock-${knockId}">
    <span class="grow">${displayName || 'No name'} <span class="pill warn">knocks</span></span>
    ${Object.entries({ admit: 'Let in', reject: 'Reject', cancel: 'Cancel' }).map(([answer, text]) =>
      forms.button(
        `${getRoomPath(meeting)}/knocks/${knockId}`,
        text,
        { answer },
        `${displayName} at ${meeting.roomName}`,
      ),
    )}
  </li>`;

const renderLink = ({ sandbox }: Page, { roomName }: Meeting, role: 'host' | 'visitor' | 'viewer') => {
  const url = sandbox.roomUrl(roomName, role);
  return html`<span class="copyable"
    ><a${' '}href="${url}" target="_blank" rel="noopener" aria-label="Enter ${roomName} as ${role}">${role}</a>
    ${copyButton(url, `the link for a ${role} of ${roomName}`)}</span
  >`;
};

/** A meeting with everyone inside, and what can be done there. */
export const renderMeeting = (page: Page, meeting: Meeting) => {
  const { forms } = page;
  const path = getRoomPath(meeting);
  const { roomName, people, knocking } = meeting;
  const id = `room-${meeting.meetingId}`;
  return html`<article id="${id}">
    <h3>${roomName}</h3>
    <p class="soft" id="${id}-state" data-live>
      <span id="${id}-text"
        >${meeting.roomMode}, ${meeting.locked ? 'locked' : 'open'},
        ${meeting.roomSessionId ? 'session running' : 'no session'}, until ${dateTime(meeting.endDate)} UTC</span
      >
    </p>
    <p class="links">
      Enter as ${(['host', 'visitor', 'viewer'] as const).map((role) => renderLink(page, meeting, role))}
    </p>
    <ul class="people" id="${id}-people" data-live data-empty="Nobody is here.">
      ${people.map((person) => renderPerson(page, meeting, person))}
      ${knocking.map((knock) => renderKnock(page, meeting, knock))}
    </ul>
    ${forms.form({
      path: `${path}/people`,
      fields: [
        { name: 'displayName', label: 'Name', value: 'Guest' },
        {
          name: 'role',
          label: 'Role',
          value: 'visitor',
          options: Object.fromEntries(joinableRoles.map((role) => [role, role])),
        },
        { name: 'externalId', label: 'externalId', attributes: { pattern: '[A-Za-z0-9_\\-]*', maxlength: 36 } },
      ],
      text: 'Add a person',
      about: `to ${roomName}`,
      others: [{ path: `${path}/knocks`, text: 'Have them knock', about: `at ${roomName}` }],
    })}
    <div class="deeds">
      ${(['recording', 'streaming', 'transcription'] as const).map((name) => renderCapture(page, meeting, name))}
      ${forms.button(`${path}/assistant`, 'Request an assistant', {}, `in ${roomName}`)}
    </div>
    <div class="deeds">
      ${(['host', 'viewer'] as const).map((role) =>
        forms.form({
          path: `${path}/revoke`,
          hidden: { role },
          text: `Revoke the ${role} URL`,
          about: `of ${roomName}`,
          question: `Nobody can enter ${roomName} any more with a ${role} URL made so far. Those inside stay.`,
        }),
      )}
      ${forms.form({
        path: `${path}/delete`,
        text: 'Delete',
        about: roomName,
        question: people.length
          ? `${roomName} is deleted, and ${count(people.length, 'person is', 'people are')} removed from it.`
          : `${roomName} is deleted.`,
      })}
    </div>
  </article>`;
};
