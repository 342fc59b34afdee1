import { buildRoomUrl as buildOnServer } from 'react-whereby-embed/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createError } from '../../../src/errors/createError.js';
import { createServerError } from '../../../src/errors/createServerError.js';
import { errorList } from '../../../src/errors/errorList.js';
import { WherebyError } from '../../../src/errors/WherebyError.js';

const args = { origin: 'https://acme.whereby.com', policy: 'frame-src' };
const { what, cause, cure } = errorList.FRAME_BLOCKED;
const sentences = `react-whereby-embed FRAME_BLOCKED: ${[what, cause, cure].join(' ')}`
  .replaceAll('{origin}', args.origin)
  .replaceAll('{policy}', args.policy);
const link = 'see docs/troubleshooting.md#frame_blocked (origin: https://acme.whereby.com) (policy: frame-src)';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('createError', () => {
  it.each(['development', 'test', 'staging'])('says everything if NODE_ENV is "%s"', (mode) => {
    vi.stubEnv('NODE_ENV', mode);
    expect(createError('FRAME_BLOCKED', args).message).toBe(sentences);
  });

  it('says the code, where to read about it, and the values in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(createError('FRAME_BLOCKED', args).message).toBe(`react-whereby-embed FRAME_BLOCKED: ${link}`);
    expect(createError('ROOM_MISSING').message).toBe(
      'react-whereby-embed ROOM_MISSING: see docs/troubleshooting.md#room_missing',
    );
  });

  it.each<[string, object | undefined]>([
    ['without a bundler', undefined],
    ['with a `process` that says nothing, as polyfills make it', { env: {} }],
    ['with a NODE_ENV that is empty', { env: { NODE_ENV: '' } }],
    ['with a `process` without an environment', {}],
  ])('treats a browser %s as production', (_, process) => {
    vi.stubGlobal('process', process);
    expect(createError('FRAME_BLOCKED', args).message).toBe(`react-whereby-embed FRAME_BLOCKED: ${link}`);
  });

  it('creates an error with its code, cause and issues', () => {
    const cause = new Error('x');
    const issues = [{ code: 'INVALID_VALUE', severity: 'error', param: 'chat', message: 'y' }] as const;
    const error = createError('PARAMS_INVALID', { problems: 'y' }, { cause, issues });
    expect(error).toBeInstanceOf(WherebyError);
    expect(error).toMatchObject({ name: 'WherebyError', code: 'PARAMS_INVALID', cause, issues });
  });

  it('fills in a value as it is, even if it looks like a placeholder or a pattern', () => {
    const { message } = createError('PARAMS_INVALID', { problems: '{problems} $& $1' });
    expect(message).toContain('takes them: {problems} $& $1. The values');
  });
});

describe('createServerError', () => {
  it('says everything in production too', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(createServerError('FRAME_BLOCKED', args).message).toBe(sentences);
  });

  it('creates an error with its cause', () => {
    const cause = new Error('x');
    expect(createServerError('BODY_CONSUMED', {}, { cause })).toMatchObject({ code: 'BODY_CONSUMED', cause });
  });
});

describe('buildRoomUrl of the server entry', () => {
  const catchError = (room: unknown, params: object): unknown => {
    try {
      return buildOnServer(room as string, params);
    } catch (error) {
      return error;
    }
  };

  it('says everything in production too', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const room = 'https://acme.whereby.com/demo';
    expect(buildOnServer(room, { chat: false })).toBe(`${room}?chat=off`);
    expect(catchError('', {})).toMatchObject({
      code: 'ROOM_MISSING',
      message: createServerError('ROOM_MISSING').message,
    });
    expect(catchError('demo', {})).toMatchObject({
      code: 'ROOM_INVALID',
      message: createServerError('ROOM_INVALID').message,
    });
    expect(catchError(room, { chat: 7, minimal: 'x' })).toMatchObject({
      code: 'PARAMS_INVALID',
      message: expect.stringMatching(/chat takes .*; minimal takes .*Correct what/) as string,
      issues: [{ param: 'chat' }, { param: 'minimal' }],
    });
  });
});
