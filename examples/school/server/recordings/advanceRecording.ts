import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { WherebyApiError } from 'react-whereby-embed/server';
import { withLease } from '../operations/withLease.js';
import type { School } from '../School.js';
import { download, LinkExpired } from './download.js';

const day = 86_400_000;

/**
 * Brings a recording one step or more further: waiting, downloading, stored, deleted. Each step looks at what is there, so that
 * a process may die anywhere:
 *
 * 1. One process at a time works on a recording (lease).
 * 2. A download goes on where it stopped, and a link that has expired is asked for again.
 * 3. A transcription that was asked for and not noted is found at the service and taken.
 * 4. A recording is marked as deleted after the service, the storage and the transcript have gone; the log says so once.
 */
export async function advanceRecording(school: School, id: string): Promise<void> {
  await withLease(school.database, `recording ${id}`, school.leaseSeconds, async () => {
    const row = await read(school, id);
    if (!row || row.state === 'deleted') return;
    if (row.consent !== 'given') return deleteRecording(school, id, 'deleted, because not everyone has agreed');
    if (row.delete_at && row.delete_at.getTime() <= school.now())
      return deleteRecording(school, id, `deleted after ${row.keep_recording_days} days`);
    if (row.state !== 'stored') await fetchFile(school, row);
    await fetchTexts(school, id);
  });
}

const read = ({ database }: School, id: string) =>
  database
    .selectFrom('recordings')
    .innerJoin('lessons', 'lessons.id', 'recordings.lesson_id')
    .selectAll('recordings')
    .select(['consent', 'keep_recording_days', 'ends_at'])
    .where('recordings.id', '=', id)
    .executeTakeFirst();

type Row = NonNullable<Awaited<ReturnType<typeof read>>>;

async function fetchFile(school: School, { id, lesson_id, filename, keep_recording_days }: Row): Promise<void> {
  const { database, whereby, storage, now } = school;
  await database.updateTable('recordings').set({ state: 'downloading' }).where('id', '=', id).execute();
  const part = buildPartPath(id);
  const extension = /\.(mkv|mp4)$/.exec(filename)?.[0] ?? '.mp4';
  const link = async () => (await whereby.recordings.accessLink(id)).accessLink;
  let size: number;
  try {
    size = await download(await link(), part);
  } catch (error) {
    if (!(error instanceof LinkExpired)) throw error;
    await note(school, id, lesson_id, 'asked for another link');
    size = await download(await link(), part);
  }
  const place = await storage.store(part, `${id}${extension}`);
  await database.transaction().execute(async (step) => {
    await step
      .updateTable('recordings')
      .set({
        state: 'stored',
        place,
        size,
        stored_at: new Date(now()),
        delete_at: new Date(now() + keep_recording_days * day),
      })
      .where('id', '=', id)
      .execute();
    await note({ ...school, database: step }, id, lesson_id, `stored, ${size} bytes`);
  });
}

/** Transcript and summary take the service a while: what is not ready yet is looked for again later. */
async function fetchTexts({ database, whereby, log }: School, id: string): Promise<void> {
  const row = await database.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.summary !== null) return;
  const set = (values: Partial<Pick<Row, 'transcription_id' | 'transcript' | 'summary_id' | 'summary'>>) =>
    database.updateTable('recordings').set(values).where('id', '=', id).execute();
  try {
    let transcriptionId = row.transcription_id;
    if (!transcriptionId) {
      const { roomName, roomSessionId, startDate } = await whereby.recordings.get(id);
      for await (const each of whereby.transcriptions.list(roomName ? { roomName } : {}))
        if (
          each.type === 'RECORDING_TRANSCRIPTION' &&
          each.roomSessionId === roomSessionId &&
          each.startDate === startDate &&
          each.state !== 'failed'
        )
          transcriptionId = each.transcriptionId;
      transcriptionId ??= (await whereby.transcriptions.create({ recordingId: id })).transcriptionId;
      await set({ transcription_id: transcriptionId });
    }
    if (row.transcript === null) {
      const { state } = await whereby.transcriptions.get(transcriptionId);
      if (state === 'failed') return void (await set({ transcript: '', summary: '' }));
      if (state !== 'ready') return;
      const { accessLink } = await whereby.transcriptions.accessLink(transcriptionId);
      const response = await fetch(accessLink);
      if (!response.ok) return;
      await set({ transcript: await response.text() });
    }
    let summaryId = row.summary_id;
    if (!summaryId) {
      for await (const each of whereby.summaries.list())
        if (each.transcriptionId === transcriptionId) summaryId = each.summaryId;
      summaryId ??= (await whereby.summaries.create({ transcriptionId, template: 'Educational Tutoring' })).summaryId;
      await set({ summary_id: summaryId });
    }
    const { summary, state } = await whereby.summaries.get(summaryId);
    if (state === 'in_progress') return;
    await set({ summary: typeof summary === 'string' ? summary : (summary?.summary ?? '') });
  } catch (error) {
    // Not every plan has transcripts and summaries (403), and whoever deletes them at the service means it (404).
    if (!(error instanceof WherebyApiError) || (error.status !== 403 && error.status !== 404)) throw error;
    log.error('no transcript or summary', error, { lessonId: row.lesson_id, recordingId: id });
    await set({ transcript: row.transcript ?? '', summary: '' });
  }
}

/** Deletes a recording with its texts, at the service and here. */
export async function deleteRecording(school: School, id: string, why: string): Promise<void> {
  const { database, whereby, storage, log } = school;
  const row = await read(school, id);
  if (!row || row.state === 'deleted') return;
  if (row.summary_id) await whereby.summaries.delete(row.summary_id);
  if (row.transcription_id) await whereby.transcriptions.delete(row.transcription_id);
  await whereby.recordings.delete(id);
  if (row.place) await storage.delete(row.place);
  await rm(buildPartPath(id), { force: true });
  await database.transaction().execute(async (step) => {
    const { numUpdatedRows } = await step
      .updateTable('recordings')
      .set({ state: 'deleted', place: null, transcript: null, summary: null })
      .where('id', '=', id)
      .where('state', '!=', 'deleted')
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await note({ ...school, database: step }, id, row.lesson_id, why);
  });
  log.info('recording deleted', { lessonId: row.lesson_id, recordingId: id });
}

const buildPartPath = (id: string): string =>
  join(process.env['SCHOOL_TEMP'] ?? tmpdir(), 'school-downloads', `${id.replace(/[^\w-]/g, '_')}.part`);

const note = (
  { database, now }: Pick<School, 'database' | 'now'>,
  recording_id: string,
  lesson_id: string,
  what: string,
) =>
  database
    .insertInto('recording_log')
    .values({ at: new Date(now()), recording_id, lesson_id, what })
    .execute();
