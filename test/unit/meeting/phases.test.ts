import type { MeetingPhase } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { hasLoaded, isOver } from '../../../src/meeting/phases.js';

test.each<[MeetingPhase, loaded: boolean, over: boolean]>([
  ['idle', false, false],
  ['loading', false, false],
  ['precall', true, false],
  ['knocking', true, false],
  ['joined', true, false],
  ['left', true, true],
  ['ended', true, true],
  ['failed', false, true],
])('a meeting that is %s has loaded: %s, is over: %s', (phase, loaded, over) => {
  expect([hasLoaded(phase), isOver(phase)]).toEqual([loaded, over]);
});
