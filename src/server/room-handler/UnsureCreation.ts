import type { Refusal } from './Refusal.js';

/** Thrown inside the handler if the API may have created a meeting although it did not say so. */
export class UnsureCreation extends Error {
  constructor(readonly refusal: Refusal) {
    super('The API may have created a meeting.');
  }
}
