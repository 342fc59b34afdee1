import { describe, expect, test } from 'vitest';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';

describe('faults', () => {
  test('respond with a status, as many times and for such requests as chosen', async () => {
    const sandbox = await createTestSandbox();
    const call = createApiCaller(sandbox);
    sandbox.faults.add({ status: 503, times: 2, path: '/v1/meetings', method: 'get' });
    expect((await call('GET', '/recordings')).status).toBe(200);
    expect((await call('GET', '/meetings')).status).toBe(503);
    expect((await call('GET', '/meetings')).status).toBe(503);
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('drop the connection before or after the request is handled', async () => {
    const sandbox = await createTestSandbox();
    const body = { endDate: new Date(START + MINUTE).toISOString() };
    const meetings = () => Object.keys(sandbox.world.state.meetings).length;
    sandbox.faults.add({ drop: 'before', times: 1 });
    await expect(createApiCaller(sandbox)('POST', '/meetings', body)).rejects.toThrow();
    expect(meetings()).toBe(0);
    sandbox.faults.add({ drop: 'after', times: 1 });
    await expect(createApiCaller(sandbox)('POST', '/meetings', body)).rejects.toThrow();
    expect(meetings()).toBe(1);
  });

  test('delay responses, and can be removed one by one or all at once', async () => {
    const sandbox = await createTestSandbox();
    const call = createApiCaller(sandbox);
    const { id } = sandbox.faults.add({ latencyMs: 50 });
    const before = Date.now();
    await call('GET', '/meetings');
    expect(Date.now() - before).toBeGreaterThanOrEqual(49);
    sandbox.faults.remove(id);
    sandbox.faults.add({ status: 500 });
    sandbox.faults.clear();
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('never affect the control API', async () => {
    const sandbox = await createTestSandbox();
    sandbox.faults.add({ status: 500, path: '/' });
    expect((await createControlCaller(sandbox)('POST', '/faults/clear')).status).toBe(204);
  });
});

test('the log has the requests, and no key', async () => {
  const sandbox = await createTestSandbox();
  await createApiCaller(sandbox)('GET', '/meetings?limit=5');
  sandbox.faults.add({ status: 502 });
  await createApiCaller(sandbox)('DELETE', '/meetings/1');
  expect(sandbox.log()).toMatchObject([
    { method: 'GET', path: '/v1/meetings', status: 200 },
    { method: 'DELETE', path: '/v1/meetings/1', status: 502 },
  ]);
  expect(JSON.stringify(sandbox.log())).not.toContain(sandbox.apiKey);
});
