// deleteMeetingData.ts
import type { Whereby } from 'react-whereby-embed/server';

/**
 * Deletes a meeting and what the service keeps of it, then what the app keeps: rows, webhook events, files. It can be
 * repeated after a failure, because what is gone counts as deleted; `deleteOwn` comes last, so the app still knows the
 * room's name until then.
 */
export async function deleteMeetingData(
  whereby: Whereby,
  meeting: { readonly meetingId: string; readonly roomName: string },
  deleteOwn: (meetingId: string) => Promise<void>,
): Promise<void> {
  const { meetingId, roomName } = meeting;
  for (const { recordingId } of await whereby.recordings.list({ roomName }).toArray())
    await whereby.recordings.delete(recordingId);
  for (const { transcriptionId } of await whereby.transcriptions.list({ roomName }).toArray())
    await whereby.transcriptions.delete(transcriptionId);
  await whereby.meetings.delete(meetingId);
  await deleteOwn(meetingId);
}
