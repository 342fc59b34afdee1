import { createWebhookHandler, isWebhookEvent } from 'react-whereby-embed/server';
import type { WebhookEvent, WebhookHandler, UnknownWebhookEvent } from 'react-whereby-embed/server';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { readIdentity } from '../people/readIdentity.js';
import type { School } from '../School.js';

/**
 * POST /webhooks/whereby. The store claims each event for one process; the row has the event's id, so that even a process that
 * dies between the row and the claim's end leaves one row. The board and the reports are made of these rows.
 */
export function createWebhooks(school: School, readSecrets: () => readonly string[]): WebhookHandler {
  const { database, log } = school;
  return createWebhookHandler({
    name: 'school',
    // Read with each webhook: a rotated secret needs no restart.
    secret: readSecrets,
    store: kyselyStore(database, { lease: school.leaseSeconds * 1_000 }),
    onAny: (event) => storeEvent(school, event),
    onError: (error, { status }) => log.error('webhook', error, { status }),
  });
}

async function storeEvent(school: School, event: WebhookEvent | UnknownWebhookEvent): Promise<void> {
  const { database, log } = school;
  const lessonId = await findLesson(school, event.data);
  // An account may have other rooms than the school's.
  if (!lessonId) return log.info('webhook of another room', { type: event.type });
  await database
    .insertInto('lesson_events')
    .values({
      id: event.id,
      lesson_id: lessonId,
      type: event.type,
      at: new Date(event.createdAt),
      person_id: (await readIdentity(school, lessonId, event)) ?? null,
      body: JSON.stringify(event),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (isWebhookEvent(event, 'recording.finished')) {
    const { recordingId, filename } = event.data;
    await database
      .insertInto('recordings')
      .values({ id: recordingId, lesson_id: lessonId, filename, state: 'waiting', size: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await school.jobs.send('recording', recordingId);
  }
  log.info('webhook', { lessonId, type: event.type, id: event.id });
}

/** The lesson of an event: by its meeting, or by the room's name where the service says no meeting. */
async function findLesson({ database }: School, data: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { meetingId, roomName } = data;
  const row = await database
    .selectFrom('rooms')
    .select('lesson_id')
    .where((is) =>
      is.or([
        is('meeting_id', '=', typeof meetingId === 'string' ? meetingId : ''),
        is('room_name', '=', typeof roomName === 'string' ? roomName : ''),
      ]),
    )
    .executeTakeFirst();
  return row?.lesson_id;
}
