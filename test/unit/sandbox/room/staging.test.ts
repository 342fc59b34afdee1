import { describe, expect, it, test } from 'vitest';
import { createStaticWorld, prepareRoom } from '../../../../src/sandbox/room/connection/createStaticWorld.js';
import { readStaging, stageRoom } from '../../../../src/sandbox/room/connection/staging.js';

describe('the hash of a room page', () => {
  it('leaves the room as it is if it says nothing of it', () => {
    expect(readStaging('')).toEqual(expect.objectContaining({ isStraightIn: false, room: undefined }));
    expect(readStaging('#meeting')).toEqual(expect.objectContaining({ isStraightIn: true, room: undefined }));
  });

  it('says what goes on, and leaves out what it does not know', () => {
    const { room, ...page } = readStaging(
      '#meeting&people=99&names=rtl&recording&connection=offline&theme=dark&dir=rtl&x=1',
    );
    expect(page).toEqual({
      isStraightIn: true,
      isMuted: false,
      outcome: undefined,
      connection: 'offline',
      theme: 'dark',
      direction: 'rtl',
    });
    expect(room).toEqual(expect.objectContaining({ people: 50, names: 'rtl' }));
  });

  test.each(['#people=many', '#people=-1', '#people=', '#theme=x&dir=up&connection=fast', '#%', '#&&&'])(
    '%s is as nothing',
    (hash) => {
      expect(readStaging(hash)).toEqual({ ...readStaging(''), room: undefined });
    },
  );
});

describe('staging a room', () => {
  const stage = (...hashes: string[]) => {
    const world = createStaticWorld();
    prepareRoom(world, '/demo');
    for (const hash of hashes) stageRoom(world, '/demo', readStaging(hash).room!);
    const meeting = world.findMeeting('/demo')!;
    const people = meeting.present.map((id) => world.state.stays[id]!.self);
    world.stop();
    return { meeting, people };
  };

  it('brings so many people with names of their own', () => {
    for (const names of ['usual', 'long', 'rtl']) {
      const { people } = stage(`#people=50&names=${names}`);
      expect(new Set(people.map(({ displayName }) => displayName)).size).toBe(50);
    }
  });

  it('makes happen what is asked for, and nothing else afterwards', () => {
    const busy = '#people=4&knocking&recording&streaming&sharing&hand&locked';
    const { meeting, people } = stage(busy);
    expect(meeting.knocks).toHaveLength(1);
    expect(meeting.locked).toBe(true);
    expect(meeting.recordingState).not.toBe('stopped');
    expect(people[0]).toEqual(expect.objectContaining({ screenshare: true, handRaised: true }));

    const after = stage(busy, '#people=0');
    expect(after.people).toEqual([]);
    expect(after.meeting.knocks).toEqual([]);
    expect(after.meeting.locked).toBe(false);
    expect(after.meeting.recordingState).toBe('stopped');
  });
});
