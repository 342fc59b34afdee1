import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import type { RecordingLogEntry, SchoolRecording } from '../../shared/api.js';
import { fail } from '../fail.js';
import type { SchoolContext } from '../people/session.js';
import type { School } from '../School.js';
import { deleteRecording } from './advanceRecording.js';

/** GET /api/recordings with the file, the log, and DELETE: for the office. */
export function recordingRoutes(school: School): Hono<SchoolContext> {
  const { database, storage, log } = school;
  const app = new Hono<SchoolContext>();
  const onlyOffice: MiddlewareHandler<SchoolContext> = async (context, next) => {
    if (context.get('person').role === 'office') return next();
    log.info('refused', { personId: context.get('person').id, request: context.req.path });
    return fail(context, 403, 'NOT_ALLOWED', 'Only the office sees recordings.');
  };
  app.use('/recordings', onlyOffice);
  app.use('/recordings/*', onlyOffice);

  const find = (id: string) => database.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst();

  app.get('/recordings', async (context) => {
    const rows = await database.selectFrom('recordings').selectAll().orderBy('stored_at').orderBy('id').execute();
    return context.json(
      rows.map((row): SchoolRecording => ({
        id: row.id,
        lessonId: row.lesson_id,
        state: row.state,
        size: row.size,
        storedAt: row.stored_at?.toISOString() ?? null,
        deleteAt: row.delete_at?.toISOString() ?? null,
        ...(row.transcript !== null && { transcript: row.transcript }),
        ...(row.summary !== null && { summary: row.summary }),
      })),
    );
  });

  app.get('/recordings/log', async (context) => {
    const rows = await database.selectFrom('recording_log').selectAll().orderBy('id').execute();
    return context.json(
      rows.map(({ at, recording_id, lesson_id, what }): RecordingLogEntry => ({
        at: at.toISOString(),
        recordingId: recording_id,
        lessonId: lesson_id,
        what,
      })),
    );
  });

  app.get('/recordings/:id/file', async (context) => {
    const row = await find(context.req.param('id'));
    if (row?.state !== 'stored' || !row.place) return fail(context, 404, 'NOT_FOUND', 'This recording is not here.');
    return new Response(await storage.open(row.place), {
      headers: {
        'content-type': row.place.endsWith('.mkv') ? 'video/x-matroska' : 'video/mp4',
        'content-length': String(row.size),
        'content-disposition': 'attachment',
        'cache-control': 'no-store',
      },
    });
  });

  app.delete('/recordings/:id', async (context) => {
    const row = await find(context.req.param('id'));
    if (!row) return fail(context, 404, 'NOT_FOUND', 'There is no such recording.');
    await deleteRecording(school, row.id, `deleted by ${context.get('person').name}`);
    return context.body(null, 204);
  });
  return app;
}
