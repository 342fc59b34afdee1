import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import type { CommandName } from '../protocol/types.js';
import type { MeetingPhase } from './MeetingState.js';

/**
 * What becomes of a command after the meeting: `done` if it asks for what is so already, `impossible` if the room can
 * no longer do and confirm it. `undefined` if the room must be asked.
 */
export function outcomeAfterMeeting(name: CommandName, phase: MeetingPhase): 'done' | 'impossible' | undefined {
  if (phase !== 'left' && phase !== 'ended') return undefined;
  if (name === 'leaveRoom' || name === 'cancelKnock') return 'done';
  if (name === 'endMeeting' && phase === 'ended') return 'done';
  const { confirm }: CommandDefinition = commands[name];
  // Who has left a locked room can knock again.
  const isPossible = !confirm || (name === 'knock' && phase === 'left');
  return isPossible ? undefined : 'impossible';
}
