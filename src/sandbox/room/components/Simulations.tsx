import type { ReactNode } from 'react';
import { connectionStatuses } from '../../../protocol/statuses.js';
import type { Simulation } from '../connection/types.js';
import { Button } from './Button.js';
import { useRoom } from './RoomContext.js';

/** What can be made to happen in the room: by the simulated people, by someone outside, by a host, and by the network. */
export function Simulations() {
  const { state, session } = useRoom();
  const { simulate, actions } = session;
  return (
    <div className="simulations">
      {simulate && <InRoom simulate={simulate} />}
      <Row title="Connection">
        {connectionStatuses.map((status) => (
          <Button key={status} aria-pressed={state.connection === status} onClick={() => actions.setConnection(status)}>
            {status}
          </Button>
        ))}
      </Row>
      {!simulate && (
        <p>
          Simulated people, faults and the clock are on <a href="/">the sandbox’s own page</a>.
        </p>
      )}
    </div>
  );
}

function InRoom({ simulate }: { readonly simulate: (simulation: Simulation) => void }) {
  const { selfId, room } = useRoom().state;
  const people = room?.participants.filter(({ simulated }) => simulated) ?? [];
  const [first] = people;
  const isRecording = room !== null && room.recording !== 'stopped';
  const isStreaming = room !== null && room.streaming !== 'stopped';
  const isLocked = room?.locked === true;
  return (
    <>
      <Row title="People">
        <Button aria-label="Remove a person" aria-disabled={!first} onClick={() => simulate({ type: 'removePerson' })}>
          −
        </Button>
        <output aria-label="Simulated people">{people.length}</output>
        <Button aria-label="Add a person" onClick={() => simulate({ type: 'addPerson' })}>
          +
        </Button>
      </Row>
      <Row title="In the room">
        <Button aria-pressed={isRecording} onClick={() => simulate({ type: 'setRecording', on: !isRecording })}>
          Recording
        </Button>
        <Button aria-pressed={isStreaming} onClick={() => simulate({ type: 'setStreaming', on: !isStreaming })}>
          Live stream
        </Button>
        <Button aria-pressed={isLocked} onClick={() => simulate({ type: 'setLock', locked: !isLocked })}>
          Locked
        </Button>
      </Row>
      {first && (
        <Row title={first.displayName}>
          <Button
            aria-pressed={first.screenshare}
            onClick={() => simulate({ type: 'changeFirst', changes: { screenshare: !first.screenshare } })}
          >
            Shares a screen
          </Button>
          <Button
            aria-pressed={first.handRaised}
            onClick={() => simulate({ type: 'changeFirst', changes: { handRaised: !first.handRaised } })}
          >
            Raises a hand
          </Button>
        </Row>
      )}
      <Row title="At the door">
        <Button onClick={() => simulate({ type: 'knock' })}>Someone knocks</Button>
        <Button onClick={() => simulate({ type: 'admitAll' })}>Let everyone in</Button>
        <Button onClick={() => simulate({ type: 'rejectAll' })}>Turn everyone away</Button>
      </Row>
      {selfId && (
        <Row title="A host">
          <Button onClick={() => simulate({ type: 'muteSelf', participantId: selfId })}>Mutes me</Button>
          <Button onClick={() => simulate({ type: 'removeSelf', participantId: selfId })}>Removes me</Button>
          <Button onClick={() => simulate({ type: 'endMeeting' })}>Ends the meeting</Button>
        </Row>
      )}
    </>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="simulation" role="group" aria-label={title}>
      <h4>{title}</h4>
      <div className="buttons">{children}</div>
    </div>
  );
}
