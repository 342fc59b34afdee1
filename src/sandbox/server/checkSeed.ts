import { createServerError } from '../../errors/createServerError.js';
import { isActive, isMachine, normalizeRoomName } from '../core/index.js';
import type { World } from '../core/index.js';
import type { Seed, SeedMeeting } from './Seed.js';

/** Checks what a seed asks of this world, before any of it is planted. Throws `SANDBOX_SEED_INVALID`. */
export function checkSeed(world: World, { now, meetings = [] }: Seed): void {
  const names = new Set(Object.keys(world.state.names));
  const ids = new Set(Object.keys(world.state.meetings));
  const time = now === undefined ? world.clock.now() : Date.parse(now);
  const refuse = (problem: string) => {
    throw createServerError('SANDBOX_SEED_INVALID', { problem: `in a seed, ${problem}` });
  };
  const addNew = (set: Set<string>, value: string | undefined, problem: string) => {
    if (value === undefined) return;
    if (set.has(value)) refuse(problem);
    set.add(value);
  };

  meetings.forEach((meeting, index) => {
    const { meetingId, endDate, people = [] } = meeting;
    const roomName = meeting.roomName === undefined ? undefined : normalizeRoomName(meeting.roomName);
    addNew(names, roomName, `there is a room ${roomName} already, or was before`);
    addNew(ids, meetingId, `there is a meeting ${meetingId} already, or was before`);
    if (people.length === 0) return;
    const at = `meetings.${index}.people`;
    const clock = { now: () => time };
    if (endDate !== undefined && !isActive({ clock, rules: world.rules }, { endDate: Date.parse(endDate) }))
      refuse(`${at} must be empty, because the meeting is over`);
    const capacity = world.rules.capacity[getMode(meeting)];
    if (people.filter(({ role = 'visitor' }) => !isMachine(role)).length > capacity)
      refuse(`${at} must have at most ${capacity} people`);
  });
}

const getMode = ({ templateType, roomMode = 'normal' }: SeedMeeting) =>
  templateType === 'viewerMode' ? 'group' : roomMode;
