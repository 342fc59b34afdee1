/** What keeps the school from starting, in sentences for whoever starts it. */
export class SchoolError extends Error {
  override readonly name = 'SchoolError';
}
