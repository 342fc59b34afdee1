import { useRoom } from './RoomContext.js';
import { PanelFrame } from './PanelFrame.js';

/** For whoever builds the embedding page: what came in by the address, what goes over the border, who is who. In English. */
export function Inspector() {
  const { state, session } = useRoom();
  const { parsed, simulate, actions } = session;
  const given = Object.entries(parsed.params);
  const connections = ['stable', 'unstable', 'offline'] as const;
  return (
    <PanelFrame name="inspector" title="Sandbox inspector" lang="en">
      <div className="inspector">
        <p>
          A room of the sandbox, not a real meeting. You are <strong>{state.role}</strong> in{' '}
          <code>{state.room?.roomName}</code>.
        </p>
        <Section title="Parameters in the address">
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
        </Section>
        <Section title="Participants">
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
        </Section>
        <Section title="Try">
          <div className="buttons">
            {connections.map((status) => (
              <button
                key={status}
                type="button"
                className="button"
                aria-pressed={state.connection === status}
                onClick={() => actions.pretendConnection(status)}
              >
                {status}
              </button>
            ))}
          </div>
          {simulate ? (
            <div className="buttons">
              <button type="button" className="button" onClick={() => simulate({ type: 'addPerson' })}>
                Add a person
              </button>
              <button type="button" className="button" onClick={() => simulate({ type: 'removePerson' })}>
                One leaves
              </button>
              <button
                type="button"
                className="button"
                onClick={() => simulate({ type: 'setLock', locked: state.room?.locked !== true })}
              >
                {state.room?.locked ? 'Unlock the room' : 'Lock the room'}
              </button>
              <button type="button" className="button" onClick={() => simulate({ type: 'admitAll' })}>
                Let in who knocks
              </button>
              <button type="button" className="button" onClick={() => simulate({ type: 'rejectAll' })}>
                Turn away who knocks
              </button>
              {state.selfId && (
                <button
                  type="button"
                  className="button"
                  onClick={() => simulate({ type: 'putOut', participantId: state.selfId ?? '' })}
                >
                  Have me removed
                </button>
              )}
            </div>
          ) : (
            <p>
              Simulated people, faults and the clock are on <a href="/">the sandbox’s own page</a>.
            </p>
          )}
        </Section>
        <Section title="Events and commands">
          {!state.commandsAllowed && <p className="notice">Commands are ignored: the page’s origin is not allowed.</p>}
          <ol className="wire" tabIndex={0} aria-label="Events and commands">
            {state.notes.toReversed().map(({ id, direction, name, detail }) => (
              <li key={id} data-direction={direction}>
                <code>
                  {direction} {name} {detail}
                </code>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </PanelFrame>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
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
