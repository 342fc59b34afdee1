import { createError } from '../errors/createError.js';

/** Throws because a test or the app did something that no real room takes or sends. */
export const refuse = (problem: string): never => {
  throw createError('FAKE_ROOM_REFUSED', { problem });
};
