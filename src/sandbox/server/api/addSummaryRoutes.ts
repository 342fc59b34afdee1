import type { Hono } from 'hono';
import * as v from 'valibot';
import { lookUp } from '../../core/index.js';
import type { Summary } from '../../core/index.js';
import type { ApiContext } from './ApiContext.js';
import { formatDate } from './formatDate.js';
import { paginate, placeRows } from './paginate.js';
import { notFound } from './Problem.js';
import { readBody } from './readBody.js';

const templates = [
  'SOAP',
  'Extended SOAP',
  'General Narrative',
  'General Bulleted',
  'Educational Lecture',
  'Educational Tutoring',
] as const;

const newSummary = v.object({
  transcriptionId: v.pipe(v.string(), v.nonEmpty('is required')),
  template: v.nullish(v.picklist(templates), 'General Bulleted'),
});

export function addSummaryRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const findTranscription = ({ transcriptionId }: Summary) => lookUp(world.state.transcriptions, transcriptionId);
  const getRoomName = (summary: Summary) => {
    const transcription = findTranscription(summary);
    return (transcription && lookUp(world.state.meetings, transcription.meetingId)?.roomName) ?? '';
  };

  const write = (summary: Summary) => {
    const transcription = findTranscription(summary);
    const isReady = summary.state === 'ready';
    const text = `This is a sandbox summary of ${getRoomName(summary)} (${summary.template}).`;
    return {
      summaryId: summary.summaryId,
      transcriptionId: summary.transcriptionId,
      summary: isReady ? { summary: text } : {},
      roomSessionId: transcription?.roomSessionId ?? null,
      roomName: getRoomName(summary),
      startDate: formatDate(context, transcription?.startedAt ?? summary.createdAt),
      endDate: formatDate(context, transcription?.endedAt ?? summary.createdAt),
      state: isReady ? behaviour.summaryDone : 'in_progress',
      createdAt: formatDate(context, summary.createdAt),
      modifiedAt: formatDate(context, summary.modifiedAt),
      template: summary.template,
    };
  };

  api.post('/summaries', async (c) => {
    const { transcriptionId, template } = await readBody(c.req.raw, newSummary);
    const transcription = lookUp(world.state.transcriptions, transcriptionId);
    // Only a finished text can be summarised, and the service reads only what it stores itself.
    if (transcription?.state !== 'ready' || transcription.storageType !== 'WHEREBY_HOSTED') throw notFound();
    const summary = world.summarize(transcriptionId, template);
    if (!summary) throw notFound();
    return c.json({ summaryId: summary.summaryId }, 201);
  });

  api.get('/summaries', (c) => {
    const { results, cursor } = paginate({
      list: 'summaries',
      query: new URL(c.req.url).searchParams,
      rows: placeRows(Object.values(world.state.summaries), (row) => row.deletedAt === null),
      limit: behaviour.summariesPerPage,
      sortKeys: {
        roomName: getRoomName,
        startDate: (row) => findTranscription(row)?.startedAt ?? 0,
        durationInSeconds: (row) => findTranscription(row)?.durationInSeconds ?? 0,
      },
    });
    return c.json({ results: results.map(write), ...(behaviour.cursorEverywhere ? { cursor } : {}) });
  });

  api.get('/summaries/:summaryId', (c) => {
    const summary = lookUp(world.state.summaries, c.req.param('summaryId'));
    if (!summary || summary.deletedAt !== null) throw notFound();
    return c.json(write(summary));
  });

  api.delete('/summaries/:summaryId', (c) => {
    world.deleteSummary(c.req.param('summaryId'));
    return c.body(null, 204);
  });
}
