import type { EventPayload, EventProp } from '../../../protocol/types.js';
import { isMachine } from '../../core/roles.js';
import type { Participant, RoomState } from '../../wire.js';

export type Emit = <Prop extends EventProp>(prop: Prop, payload: EventPayload<Prop>) => void;

const listPeople = ({ participants }: RoomState) => participants.filter(({ role }) => !isMachine(role));

const describeParticipant = ({ metadata, externalId }: Participant) => ({ participant: { metadata, externalId } });

/** Emits the events that follow from a change of the room. `before` is null when the participant has just entered. */
export function reportRoomChanges(before: RoomState | null, after: RoomState, selfId: string | null, emit: Emit): void {
  const people = listPeople(after);
  if (before) {
    const peopleBefore = listPeople(before);
    const isIn = (list: readonly Participant[], { participantId }: Participant) =>
      list.some((one) => one.participantId === participantId);
    const others = (list: readonly Participant[]) => list.filter(({ participantId }) => participantId !== selfId);
    for (const person of others(people))
      if (!isIn(peopleBefore, person)) emit('onParticipantJoin', describeParticipant(person));
    for (const person of others(peopleBefore))
      if (!isIn(people, person)) emit('onParticipantLeave', describeParticipant(person));
    if (peopleBefore.length !== people.length) emit('onParticipantUpdate', { count: people.length });
  } else {
    emit('onParticipantUpdate', { count: people.length });
  }
  if (after.recording !== (before?.recording ?? 'stopped'))
    emit('onRecordingStatusChange', { status: after.recording });
  if (after.streaming !== (before?.streaming ?? 'stopped'))
    emit('onStreamingStatusChange', { status: after.streaming });
  if (after.transcription !== (before?.transcription ?? 'stopped'))
    emit('onTranscriptionStatusChange', { status: after.transcription });
}
