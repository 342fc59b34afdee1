import type { Sandbox } from '../../../../src/sandbox/index.js';

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Not checked: `never` can be used as anything. */
  readonly body: never;
}

/** Calls the REST API as a client would. */
export const createApiCaller =
  (sandbox: Sandbox, key = sandbox.apiKey) =>
  async (method: string, path: string, body?: unknown): Promise<ApiResponse> => {
    const isForm = body instanceof FormData;
    const response = await fetch(sandbox.apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : undefined) as never };
  };
