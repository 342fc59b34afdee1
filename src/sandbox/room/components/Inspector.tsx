import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { PanelFrame } from './PanelFrame.js';
import { useRoom } from './RoomContext.js';
import { Simulations } from './Simulations.js';

/** For the developer of the embedding page, in English: what they can make happen, the parameters in the URL, the participants, and the messages between frame and page. */
export function Inspector() {
  const { state } = useRoom();
  return (
    <PanelFrame name="inspector" title="Sandbox inspector" lang="en">
      <div className="inspector">
        <p>
          A room of the sandbox, not a real meeting. You are <strong>{state.role}</strong> in{' '}
          <code>{state.room?.roomName}</code>.
        </p>
        <Section title="Try">
          <Simulations />
        </Section>
        <Section title="Parameters in the URL">
          <Parameters />
        </Section>
        <Section title="Participants">
          <Participants />
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

/** Can be folded, so that what one looks at is in view. */
function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  const id = useId();
  return (
    <section>
      <h3>
        <button
          type="button"
          className="fold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {title}
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
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
