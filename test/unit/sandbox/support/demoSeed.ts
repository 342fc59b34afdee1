/** A locked room with a host inside and someone who knocks. */
export const demoSeed = {
  now: '2026-01-01T10:00:00.000Z',
  meetings: [
    {
      roomName: 'demo',
      isLocked: true,
      people: [{ displayName: 'Ada', role: 'host' as const }],
      knocking: [{ displayName: 'Kim' }],
    },
  ],
};
