import { WherebyError } from '../../errors/WherebyError.js';

/**
 * Creates what `onError` defaults to. The server's own errors (500 and above) go to the console each time. Refusals go
 * there once for each code, because strangers can cause any number of them.
 */
export function createErrorLog(): (error: unknown, context: { readonly status: number }) => void {
  const logged = new Set<string>();
  return (error, { status }) => {
    if (status >= 500 || !(error instanceof WherebyError)) return console.error(error);
    if (logged.has(error.code)) return;
    logged.add(error.code);
    console.warn(
      `${error.message} (Status ${status}. Not logged again for this code; \`onError\` receives every error.)`,
    );
  };
}
