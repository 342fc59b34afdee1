/** Calls a function of the app. The promise rejects also if the function throws at once. */
// eslint-disable-next-line @typescript-eslint/require-await -- it is what turns a throw into a rejection
export const callSafely = async <T>(call: () => T | Promise<T>): Promise<T> => call();
