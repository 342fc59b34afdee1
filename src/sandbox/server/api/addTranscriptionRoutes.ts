import type { Hono } from 'hono';
import { lookUp } from '../../core/index.js';
import type { Transcription } from '../../core/index.js';
import { buildAccessLink } from './buildAccessLink.js';
import { readObject, requiredText, requiredTexts } from './readBody.js';
import type { ApiContext } from './ApiContext.js';
import { formatDate } from './date.js';
import { paginate, placed } from './paginate.js';
import { forbidden, notFound } from './Problem.js';

export function addTranscriptionRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const roomNameOf = (it: Transcription) => lookUp(world.state.meetings, it.meetingId)?.roomName ?? '';

  const find = (transcriptionId: string): Transcription => {
    const it = lookUp(world.state.transcriptions, transcriptionId);
    if (!it || it.deletedAt !== null) throw notFound();
    return it;
  };

  const write = (it: Transcription) => ({
    transcriptionId: it.transcriptionId,
    roomSessionId: it.roomSessionId,
    roomName: roomNameOf(it),
    startDate: formatDate(context, it.startedAt),
    endDate: it.endedAt === null ? null : formatDate(context, it.endedAt),
    state: it.state,
    createdAt: formatDate(context, it.createdAt),
    type: it.type,
    filename: it.filename,
    durationInSeconds: it.durationInSeconds,
    storageType: it.storageType,
  });

  api.post('/transcriptions', async (c) => {
    const it = world.transcribe(requiredText(await readObject(c.req.raw), 'recordingId'));
    if (!it) throw notFound();
    return c.json({ transcriptionId: it.transcriptionId }, 201);
  });

  api.get('/transcriptions', (c) => {
    const query = new URL(c.req.url).searchParams;
    const roomName = query.get('roomName');
    const { results, cursor } = paginate({
      query,
      rows: placed(
        Object.values(world.state.transcriptions),
        (row) => row.deletedAt === null && (!roomName || roomNameOf(row) === roomName),
      ),
      sortKeys: {
        roomName: roomNameOf,
        startDate: (row) => row.startedAt,
        durationInSeconds: (row) => row.durationInSeconds,
      },
    });
    return c.json({ results: results.map(write), ...(behaviour.cursorEverywhere ? { cursor } : {}) });
  });

  api.get('/transcriptions/:transcriptionId', (c) => c.json(write(find(c.req.param('transcriptionId')))));

  api.delete('/transcriptions/:transcriptionId', (c) => {
    world.deleteTranscription(c.req.param('transcriptionId'));
    return c.body(null, 204);
  });

  api.get('/transcriptions/:transcriptionId/access-link', (c) => {
    const it = find(c.req.param('transcriptionId'));
    if (it.storageType !== 'WHEREBY_HOSTED') throw forbidden();
    // Nothing can be fetched before there is a text.
    if (it.state !== 'ready') throw notFound();
    return c.json(buildAccessLink(context, new URL(c.req.url).searchParams, `transcriptions/${it.transcriptionId}`));
  });

  api.post('/transcriptions/bulk-delete', async (c) => {
    for (const id of requiredTexts(await readObject(c.req.raw), 'transcriptionIds')) world.deleteTranscription(id);
    return c.body(null, 204);
  });
}
