/** Calls a function of the app. The promise rejects also if the function throws at once. */
export const callSafely = async <T>(call: () => T | Promise<T>): Promise<T> => call();
