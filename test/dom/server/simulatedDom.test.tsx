import { createWhereby } from 'react-whereby-embed/server';
import { expect, test } from 'vitest';

test("a server's own tests may be set up with a simulated DOM", async () => {
  expect(document.defaultView).toBe(window);
  const whereby = createWhereby({ apiKey: 'test', fetch: () => Promise.resolve(new Response(null, { status: 204 })) });
  expect(await whereby.meetings.delete('1')).toEqual({});
});
