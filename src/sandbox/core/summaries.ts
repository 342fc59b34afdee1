import type { WorldContext } from './WorldContext.js';
import type { Summary, Transcription } from './WorldState.js';

export function addSummary(context: WorldContext, transcription: Transcription, template: string): Summary {
  const now = context.clock.now();
  const summary: Summary = {
    summaryId: context.ids.uuid(),
    transcriptionId: transcription.transcriptionId,
    template,
    createdAt: now,
    modifiedAt: now,
    state: 'in_progress',
    deletedAt: null,
  };
  context.state.summaries[summary.summaryId] = summary;
  context.schedule({ at: now + context.rules.processMs, kind: 'finish-summary', id: summary.summaryId });
  return summary;
}

export function finishSummary(context: WorldContext, summary: Summary): void {
  summary.state = 'ready';
  summary.modifiedAt = context.clock.now();
}
