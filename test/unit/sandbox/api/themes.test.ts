import { describe, expect, test } from 'vitest';
import { themeBody } from '../support/apiShapes.js';
import { createApiCaller } from '../support/createApiCaller.js';
import { createTestSandbox } from '../support/createTestSandbox.js';

describe('themes', () => {
  const themed = async () => {
    const sandbox = await createTestSandbox({ seed: { meetings: [{ roomName: 'demo' }] } });
    return { sandbox, call: createApiCaller(sandbox), theme: () => sandbox.world.findMeeting('demo')?.theme };
  };

  test.each(['%2Fdemo', '/demo', 'demo'])('can be set for the room name %s', async (room) => {
    const { call, theme: now } = await themed();
    expect((await call('PUT', `/rooms/${room}/theme/tokens`, themeBody)).status).toBe(204);
    expect(now()).toEqual({ primary: '#112233', secondary: '#445566' });
    await call('PUT', `/rooms/${room}/theme/tokens`, { tokensPreset: 'default' });
    expect(now()).toEqual({});
    expect((await call('PUT', `/rooms/${room}x/theme/tokens`, themeBody)).status).toBe(404);
    expect((await call('PUT', `/rooms/${room}/theme/nothing`, themeBody)).status).toBe(404);
  });

  test.each([
    ['logo', 'logoUrl'],
    ['room-background', 'backgroundUrl'],
    ['room-knock-page-background', 'knockBackgroundUrl'],
  ] as const)('%s can be uploaded, is served as a picture, and can be reset', async (part, key) => {
    const { sandbox, call, theme: now } = await themed();
    const form = new FormData();
    form.set('image', new Blob(['pixels'], { type: 'image/png' }), 'a.png');
    expect((await call('PUT', `/rooms/%2Fdemo/theme/${part}`, form)).status).toBe(204);
    const served = await fetch(new URL(now()?.[key] ?? '', sandbox.url));
    expect([served.headers.get('content-type'), await served.text()]).toEqual(['image/png', 'pixels']);
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    await call('PUT', `/rooms/%2Fdemo/theme/${part}`, { theme: 'default', palette: 'default' });
    expect(now()).toEqual({});
    const wrong = new FormData();
    wrong.set('file', new Blob(['pixels']));
    expect((await call('PUT', `/rooms/%2Fdemo/theme/${part}`, wrong)).status).toBe(400);
  });

  test('a palette of the service is drawn; any other content type gets a 400', async () => {
    const { sandbox, call, theme: now } = await themed();
    const path = '/rooms/%2Fdemo/theme/room-background';
    expect((await call('PUT', path, { palette: 'burgund', theme: 'rocks' })).status).toBe(204);
    expect((await fetch(new URL(now()?.backgroundUrl ?? '', sandbox.url))).headers.get('content-type')).toBe('image/svg+xml');
    expect((await call('PUT', path, { palette: 'burgundy' })).status).toBe(400);
    const plain = await fetch(sandbox.apiUrl + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(plain.status).toBe(400);
  });
});
