import type { Hono } from 'hono';
import * as v from 'valibot';
import { lookUp } from '../../core/index.js';
import type { Transcription } from '../../core/index.js';
import type { ApiContext } from './ApiContext.js';
import { buildAccessLink } from './accessLinks.js';
import { formatDate } from './formatDate.js';
import { paginate, placeRows } from './paginate.js';
import { forbidden, notFound } from './Problem.js';
import { readBody } from './readBody.js';

const newTranscription = v.object({ recordingId: v.pipe(v.string(), v.nonEmpty('is required')) });
const bulkDelete = v.object({ transcriptionIds: v.array(v.string()) });

export function addTranscriptionRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const getRoomName = ({ meetingId }: Transcription) => lookUp(world.state.meetings, meetingId)?.roomName ?? '';

  const find = (transcriptionId: string): Transcription => {
    const transcription = lookUp(world.state.transcriptions, transcriptionId);
    if (!transcription || transcription.deletedAt !== null) throw notFound();
    return transcription;
  };

  const write = (transcription: Transcription) => ({
    transcriptionId: transcription.transcriptionId,
    roomSessionId: transcription.roomSessionId,
    roomName: getRoomName(transcription),
    startDate: formatDate(context, transcription.startedAt),
    endDate: transcription.endedAt === null ? null : formatDate(context, transcription.endedAt),
    state: transcription.state,
    createdAt: formatDate(context, transcription.createdAt),
    type: transcription.type,
    filename: transcription.filename,
    durationInSeconds: transcription.durationInSeconds,
    storageType: transcription.storageType,
  });

  api.post('/transcriptions', async (c) => {
    const { recordingId } = await readBody(c.req.raw, newTranscription);
    const transcription = world.transcribe(recordingId);
    if (!transcription) throw notFound();
    return c.json({ transcriptionId: transcription.transcriptionId }, 201);
  });

  api.get('/transcriptions', (c) => {
    const query = new URL(c.req.url).searchParams;
    const roomName = query.get('roomName');
    const { results, cursor } = paginate({
      list: 'transcriptions',
      query,
      rows: placeRows(
        Object.values(world.state.transcriptions),
        (row) => row.deletedAt === null && (!roomName || getRoomName(row) === roomName),
      ),
      sortKeys: {
        roomName: getRoomName,
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
    const { transcriptionId, storageType, state } = find(c.req.param('transcriptionId'));
    if (storageType !== 'WHEREBY_HOSTED') throw forbidden();
    // There is no file before the text is ready.
    if (state !== 'ready') throw notFound();
    return c.json(buildAccessLink(context, c.req.raw, 'transcriptions', transcriptionId));
  });

  api.post('/transcriptions/bulk-delete', async (c) => {
    const { transcriptionIds } = await readBody(c.req.raw, bulkDelete);
    for (const id of transcriptionIds) world.deleteTranscription(id);
    return c.body(null, 204);
  });
}
