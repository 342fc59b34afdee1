import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBoardFeed } from '../../../examples/school/server/board/createBoardFeed.js';
import type { School } from '../../../examples/school/server/School.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks once a second while somebody watches, and never after it was stopped', async () => {
  // Without a database each look fails, which shows that there was one.
  const error = vi.fn();
  const feed = createBoardFeed({ now: () => 0, log: { error } } as unknown as School);
  feed.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(error).toHaveBeenCalledTimes(3);

  await feed.stop();
  feed.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(error).toHaveBeenCalledTimes(3);
});
