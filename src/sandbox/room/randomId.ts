/** `crypto.randomUUID` is for secure contexts only, and a sandbox can be reached by plain http. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (it) => it.toString(36)).join('-');
