import { createWhereby, verifyApiKey } from 'react-whereby-embed/server';
import { expect, test, vi } from 'vitest';

const apiKey = 'eyJhbGciOiJIUzI1NiJ9.eyJvcmciOjF9.c2VjcmV0';

test('the server client refuses to run in a browser before it sends anything, without the key in the error', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  let error: unknown;
  try {
    createWhereby({ apiKey, fetch });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: 'WherebyError', code: 'SERVER_ONLY' });
  expect(`${String(error)}${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(apiKey);
  await expect(verifyApiKey({ apiKey, fetch })).rejects.toMatchObject({ code: 'SERVER_ONLY' });
  expect(fetch).not.toHaveBeenCalled();
});

test("the server client refuses to run in a browser's worker", async () => {
  const agent = await new Promise<string>((resolve) => {
    const worker = new Worker(
      URL.createObjectURL(
        new Blob(['postMessage(navigator.userAgent + "|" + typeof process)'], { type: 'text/javascript' }),
      ),
    );
    worker.onmessage = ({ data }) => resolve(String(data));
  });
  // What the refusal goes by there, where there is no document.
  expect(agent).toMatch(/^Mozilla\/.*\|undefined$/);
});
