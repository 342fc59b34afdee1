import type { Hono } from 'hono';
import { lookUp } from '../../core/index.js';
import type { Summary } from '../../core/index.js';
import { choiceOf, readObject, requiredText } from './readBody.js';
import type { ApiContext } from './ApiContext.js';
import { formatDate } from './date.js';
import { paginate, placed } from './paginate.js';
import { notFound } from './Problem.js';

const templates = [
  'SOAP',
  'Extended SOAP',
  'General Narrative',
  'General Bulleted',
  'Educational Lecture',
  'Educational Tutoring',
] as const;

export function addSummaryRoutes(api: Hono, context: ApiContext): void {
  const { world, behaviour } = context;
  const transcriptionOf = (summary: Summary) => lookUp(world.state.transcriptions, summary.transcriptionId);
  const roomNameOf = (summary: Summary) => {
    const it = transcriptionOf(summary);
    return (it && lookUp(world.state.meetings, it.meetingId)?.roomName) ?? '';
  };

  const write = (summary: Summary) => {
    const it = transcriptionOf(summary);
    const done = summary.state === 'ready';
    const text = `This is a sandbox summary of ${roomNameOf(summary)} (${summary.template}).`;
    return {
      summaryId: summary.summaryId,
      transcriptionId: summary.transcriptionId,
      summary: done ? { summary: text } : {},
      roomSessionId: it?.roomSessionId ?? null,
      roomName: roomNameOf(summary),
      startDate: formatDate(context, it?.startedAt ?? summary.createdAt),
      endDate: formatDate(context, it?.endedAt ?? summary.createdAt),
      state: done ? behaviour.summaryDone : 'in_progress',
      createdAt: formatDate(context, summary.createdAt),
      modifiedAt: formatDate(context, summary.modifiedAt),
      template: summary.template,
    };
  };

  api.post('/summaries', async (c) => {
    const body = await readObject(c.req.raw);
    const transcriptionId = requiredText(body, 'transcriptionId');
    const template = choiceOf(body, 'template', templates) ?? 'General Bulleted';
    const it = lookUp(world.state.transcriptions, transcriptionId);
    // A summary needs a text, and the service reads only what it keeps itself.
    if (it?.state !== 'ready' || it.storageType !== 'WHEREBY_HOSTED') throw notFound();
    const summary = world.summarize(transcriptionId, template);
    if (!summary) throw notFound();
    return c.json({ summaryId: summary.summaryId }, 201);
  });

  api.get('/summaries', (c) => {
    const { results, cursor } = paginate({
      query: new URL(c.req.url).searchParams,
      rows: placed(Object.values(world.state.summaries), (row) => row.deletedAt === null),
      limit: behaviour.summariesPerPage,
      sortKeys: {
        roomName: roomNameOf,
        startDate: (row) => transcriptionOf(row)?.startedAt ?? 0,
        durationInSeconds: (row) => transcriptionOf(row)?.durationInSeconds ?? 0,
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
