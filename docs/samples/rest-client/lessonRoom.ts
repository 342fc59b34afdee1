import { createWhereby, findOrCreateMeeting } from 'react-whereby-embed/server';

const whereby = createWhereby();

/** A job's step: it may die anywhere, be repeated, and run in two processes at once. */
export async function prepareLesson({ id, endsAt }: { id: string; endsAt: Date }): Promise<string> {
  const { meeting, isNew } = await findOrCreateMeeting({
    whereby,
    input: { roomNamePrefix: `lesson-${id}-`, endDate: endsAt, isLocked: true },
  });
  console.log(isNew ? 'created' : 'found', meeting.roomName);
  return meeting.meetingId;
}
