export const secret = 'a-secret-of-the-bench';

/** How many events the server remembers, fewer than are sent: the store is full when the heap is measured first. */
export const maxEvents = 5_000;
