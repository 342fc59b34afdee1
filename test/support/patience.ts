/**
 * How long a test waits for what must come, in milliseconds, whatever it waits with. Waiting ends as soon as the
 * condition holds, so this costs nothing; it ends only what hangs, on the slowest machine too.
 */
export const patience = 60_000;
