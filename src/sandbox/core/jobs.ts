import { stopCapture } from './capture.js';
import { refuseKnocks } from './knocks.js';
import { deleteMeeting } from './meetings.js';
import { beginRecording, finishUpload } from './recordings.js';
import { endSession } from './sessions.js';
import { setStreaming } from './streams.js';
import { finishSummary } from './summaries.js';
import { beginTranscription, finishTranscription } from './transcriptions.js';
import type { WorldContext } from './WorldContext.js';
import type { Job } from './WorldState.js';

/**
 * Inserts a job in order of time; jobs due at the same time stay in the order in which they were inserted. What is never
 * due is no job.
 */
export function insertJob(jobs: Job[], job: Job): void {
  if (job.at === Infinity) return;
  let low = 0;
  let high = jobs.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
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
      return meeting && beginRecording(context, meeting);
    case 'upload-recording': {
      const recording = state.recordings[job.id];
      return recording && finishUpload(context, recording);
    }
    case 'stream':
      return meeting && setStreaming(context, meeting, job.to);
    case 'start-transcription':
      return meeting && beginTranscription(context, meeting);
    case 'finish-transcription': {
      const transcription = state.transcriptions[job.id];
      return transcription && finishTranscription(context, transcription);
    }
    case 'finish-summary': {
      const summary = state.summaries[job.id];
      return summary && finishSummary(context, summary);
    }
    case 'deactivate-meeting':
      if (meeting) {
        stopCapture(context, meeting);
        refuseKnocks(context, meeting, 'expired');
        context.markChanged(meeting);
      }
      return;
    case 'delete-meeting':
      return meeting && deleteMeeting(context, meeting);
  }
}
