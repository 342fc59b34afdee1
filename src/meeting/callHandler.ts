/**
 * Reports what an app's handler threw, the way browsers report errors of event listeners, so that it stops neither the
 * other handlers nor the code that called it: https://developer.mozilla.org/docs/Web/API/Window/reportError
 */
function reportHandlerError(error: unknown): void {
  if (typeof reportError === 'function') return reportError(error);
  queueMicrotask(() => {
    throw error;
  });
}

/** Calls a handler of the app, if there is one. */
export function callHandler<Args extends readonly unknown[]>(
  handler: ((...args: Args) => unknown) | undefined,
  ...args: Args
): void {
  try {
    handler?.(...args);
  } catch (error) {
    reportHandlerError(error);
  }
}
