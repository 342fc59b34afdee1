/**
 * How long a claim holds by default, in milliseconds. Longer than functions usually take, and no longer than necessary: a
 * sender retries for seconds only, and the event of a process that died waits for its lease to run out.
 */
export const defaultLease = 10_000;
