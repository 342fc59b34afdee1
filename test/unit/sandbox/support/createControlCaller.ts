import type { Sandbox } from '../../../../src/sandbox/index.js';

/** Calls the control API with JSON. */
export const createControlCaller = (sandbox: Sandbox) => async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Record<string, never> };
};
