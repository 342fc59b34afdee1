import type { Hono } from 'hono';
import * as v from 'valibot';
import { lookUp } from '../../core/index.js';
import type { Recording } from '../../core/index.js';
import type { ApiContext } from './ApiContext.js';
import { buildAccessLink } from './accessLinks.js';
import { formatDate } from './formatDate.js';
import { paginate, placeRows } from './paginate.js';
import { forbidden, notFound } from './Problem.js';
import { readBody } from './readBody.js';

const bulkDelete = v.object({ recordingIds: v.array(v.string()) });

export function addRecordingRoutes(api: Hono, context: ApiContext): void {
  const { world } = context;
  const isListed = (recording: Recording) => recording.uploaded && recording.deletedAt === null;
  const getRoomName = (recording: Recording) => lookUp(world.state.meetings, recording.meetingId)?.roomName ?? '';
  const getEnd = (recording: Recording) => recording.endedAt ?? world.clock.now();

  const find = (recordingId: string): Recording => {
    const recording = lookUp(world.state.recordings, recordingId);
    if (!recording || !isListed(recording)) throw notFound();
    return recording;
  };

  const write = (recording: Recording) => ({
    recordingId: recording.recordingId,
    roomSessionId: recording.roomSessionId,
    roomName: getRoomName(recording),
    filename: recording.filename,
    startDate: formatDate(context, recording.startedAt),
    endDate: formatDate(context, getEnd(recording)),
    sizeInMegaBytes: recording.sizeInMegaBytes,
  });

  api.get('/recordings', (c) => {
    const query = new URL(c.req.url).searchParams;
    const roomName = query.get('roomName');
    const { results, cursor } = paginate({
      list: 'recordings',
      query,
      rows: placeRows(
        Object.values(world.state.recordings),
        (row) => isListed(row) && (!roomName || getRoomName(row) === roomName),
      ),
      sortKeys: {
        roomName: getRoomName,
        startDate: (row) => row.startedAt,
        duration: (row) => getEnd(row) - row.startedAt,
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
    return c.json(buildAccessLink(context, c.req.raw, 'recordings', recording.recordingId));
  });

  api.post('/recordings/bulk-delete', async (c) => {
    const { recordingIds } = await readBody(c.req.raw, bulkDelete);
    for (const id of recordingIds) world.deleteRecording(id);
    return c.body(null, 204);
  });
}
