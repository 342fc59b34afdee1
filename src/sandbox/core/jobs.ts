import * as capture from './capture.js';
import type { WorldContext } from './WorldContext.js';
import { deleteMeeting } from './meetings.js';
import { endSession } from './sessions.js';
import type { Job } from './WorldState.js';

/** Keeps the list in order; jobs due at the same time stay in the order they came. */
export function insertJob(jobs: Job[], job: Job): void {
  let low = 0;
  let high = jobs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((jobs[middle]?.at ?? 0) <= job.at) low = middle + 1;
    else high = middle;
  }
  jobs.splice(low, 0, job);
}

export function runJob(context: WorldContext, job: Job): void {
  const { state } = context;
  const meeting = state.meetings[job.id];
  switch (job.kind) {
    case 'end-session':
      return endSession(context, job.id);
    case 'start-recording':
      return meeting && capture.recordingStarted(context, meeting);
    case 'upload-recording': {
      const recording = state.recordings[job.id];
      return recording && capture.recordingUploaded(context, recording);
    }
    case 'stream':
      return meeting && capture.setStreaming(context, meeting, job.to);
    case 'start-transcription':
      return meeting && capture.transcriptionStarted(context, meeting);
    case 'finish-transcription': {
      const it = state.transcriptions[job.id];
      return it && capture.transcriptionFinished(context, it);
    }
    case 'finish-summary': {
      const summary = state.summaries[job.id];
      return summary && capture.summaryFinished(context, summary);
    }
    case 'deactivate-meeting':
      if (meeting) {
        capture.stopCapture(context, meeting);
        context.touch(meeting);
      }
      return;
    case 'delete-meeting':
      return meeting && deleteMeeting(context, meeting);
  }
}
