import type { Hono } from 'hono';
import { lookUp } from '../../core/index.js';
import type { Recording } from '../../core/index.js';
import { buildAccessLink } from './buildAccessLink.js';
import { readObject, requiredTexts } from './readBody.js';
import type { ApiContext } from './ApiContext.js';
import { formatDate } from './date.js';
import { paginate, placed } from './paginate.js';
import { forbidden, notFound } from './Problem.js';

export function addRecordingRoutes(api: Hono, context: ApiContext): void {
  const { world } = context;
  const isThere = (recording: Recording) => recording.uploaded && recording.deletedAt === null;
  const roomNameOf = (recording: Recording) => lookUp(world.state.meetings, recording.meetingId)?.roomName ?? '';
  const endOf = (recording: Recording) => recording.endedAt ?? world.clock.now();

  const find = (recordingId: string): Recording => {
    const recording = lookUp(world.state.recordings, recordingId);
    if (!recording || !isThere(recording)) throw notFound();
    return recording;
  };

  const write = (recording: Recording) => ({
    recordingId: recording.recordingId,
    roomSessionId: recording.roomSessionId,
    roomName: roomNameOf(recording),
    filename: recording.filename,
    startDate: formatDate(context, recording.startedAt),
    endDate: formatDate(context, endOf(recording)),
    sizeInMegaBytes: recording.sizeInMegaBytes,
  });

  api.get('/recordings', (c) => {
    const query = new URL(c.req.url).searchParams;
    const roomName = query.get('roomName');
    const { results, cursor } = paginate({
      query,
      rows: placed(
        Object.values(world.state.recordings),
        (row) => isThere(row) && (!roomName || roomNameOf(row) === roomName),
      ),
      sortKeys: {
        roomName: roomNameOf,
        startDate: (row) => row.startedAt,
        duration: (row) => endOf(row) - row.startedAt,
        sizeInMegaBytes: (row) => row.sizeInMegaBytes,
      },
    });
    return c.json({ results: results.map(write), cursor });
  });

  api.get('/recordings/:recordingId', (c) => c.json(write(find(c.req.param('recordingId')))));

  api.delete('/recordings/:recordingId', (c) => {
    world.deleteRecording(c.req.param('recordingId'));
    return c.body(null, 204);
  });

  api.get('/recordings/:recordingId/access-link', (c) => {
    const recording = find(c.req.param('recordingId'));
    if (recording.provider !== 'whereby') throw forbidden();
    return c.json(buildAccessLink(context, new URL(c.req.url).searchParams, `recordings/${recording.recordingId}`));
  });

  api.post('/recordings/bulk-delete', async (c) => {
    for (const id of requiredTexts(await readObject(c.req.raw), 'recordingIds')) world.deleteRecording(id);
    return c.body(null, 204);
  });
}
