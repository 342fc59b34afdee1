import type { ReactNode } from 'react';
import { connectionStatuses } from '../../../protocol/statuses.js';
import type { Simulation } from '../connection/types.js';
import { Button } from './Button.js';
import { PanelFrame } from './PanelFrame.js';
import { useRoom } from './RoomContext.js';

/** For the developer of the embedding page, in English: the parameters in the URL, the participants, and the messages between frame and page. */
export function Inspector() {
  const { state } = useRoom();
  return (
    <PanelFrame name="inspector" title="Sandbox inspector" lang="en">
      <div className="inspector">
        <p>
          A room of the sandbox, not a real meeting. You are <strong>{state.role}</strong> in{' '}
          <code>{state.room?.roomName}</code>.
        </p>
        <Section title="Parameters in the URL">
          <Parameters />
        </Section>
        <Section title="Participants">
          <Participants />
        </Section>
        <Section title="Try">
          <Simulations />
        </Section>
        <Section title="Events and commands">
          <FrameMessages />
        </Section>
      </div>
    </PanelFrame>
  );
}

function Parameters() {
  const { parsed } = useRoom().session;
  const given = Object.entries(parsed.params);
  return (
    <>
      {given.length === 0 && <p>None.</p>}
      <dl className="facts">
        {given.map(([name, value]) => (
          <Fact key={name} name={name} value={typeof value === 'string' ? value : JSON.stringify(value)} />
        ))}
        {Object.keys(parsed.unknown).map((name) => (
          <Fact key={name} name={name} value="unknown to this version" />
        ))}
      </dl>
      {parsed.issues.map(({ param, message }) => (
        <p key={param + message} className="notice">
          {param} {message}
        </p>
      ))}
    </>
  );
}

function Participants() {
  const { state } = useRoom();
  return (
    <ul className="inspector-people">
      {state.room?.participants.map((person) => (
        <li key={person.participantId}>
          <strong>{person.displayName || 'Guest'}</strong> {person.role}
          {person.simulated && ', simulated'}
          <dl className="facts">
            <Fact name="externalId" value={person.externalId} />
            <Fact name="metadata" value={person.metadata} />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Simulations() {
  const { state, session } = useRoom();
  const { simulate, actions } = session;
  return (
    <>
      <div className="buttons">
        {connectionStatuses.map((status) => (
          <Button key={status} aria-pressed={state.connection === status} onClick={() => actions.setConnection(status)}>
            {status}
          </Button>
        ))}
      </div>
      {simulate ? (
        <PeopleButtons simulate={simulate} />
      ) : (
        <p>
          Simulated people, faults and the clock are on <a href="/">the sandbox’s own page</a>.
        </p>
      )}
    </>
  );
}

function PeopleButtons({ simulate }: { readonly simulate: (simulation: Simulation) => void }) {
  const { state } = useRoom();
  const { selfId } = state;
  const isLocked = state.room?.locked === true;
  return (
    <div className="buttons">
      <Button onClick={() => simulate({ type: 'addPerson' })}>Add a person</Button>
      <Button onClick={() => simulate({ type: 'removePerson' })}>Remove a person</Button>
      <Button onClick={() => simulate({ type: 'setLock', locked: !isLocked })}>
        {isLocked ? 'Unlock the room' : 'Lock the room'}
      </Button>
      <Button onClick={() => simulate({ type: 'admitAll' })}>Admit everyone who knocks</Button>
      <Button onClick={() => simulate({ type: 'rejectAll' })}>Reject everyone who knocks</Button>
      {selfId && (
        <Button onClick={() => simulate({ type: 'removeSelf', participantId: selfId })}>Have me removed</Button>
      )}
    </div>
  );
}

function FrameMessages() {
  const { state } = useRoom();
  return (
    <>
      {!state.commandsAllowed && <p className="notice">Commands are ignored: the page’s origin is not allowed.</p>}
      <ol className="wire" tabIndex={0} aria-label="Events and commands">
        {state.frameMessages.toReversed().map(({ id, kind, name, detail }) => (
          <li key={id} data-direction={kind}>
            <code>
              {kind} {name} {detail}
            </code>
          </li>
        ))}
      </ol>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value ?? 'null'}</dd>
    </>
  );
}
