/** `crypto.randomUUID` exists in secure contexts only, and a sandbox can be reached over plain http. */
export const createRandomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (value) => value.toString(36)).join('-');
