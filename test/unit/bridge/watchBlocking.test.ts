import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchBlocking } from '../../../src/bridge/watchBlocking.js';
import type { BlockingPolicy } from '../../../src/bridge/watchBlocking.js';

const origin = 'https://acme.whereby.com';

/** Stands in for Chromium's, which reports what policies have blocked. */
class FakeObserver {
  static all: FakeObserver[] = [];
  isObserving = false;

  constructor(
    readonly hear: (reports: { toJSON(): unknown }[]) => void,
    readonly options: unknown,
  ) {
    FakeObserver.all.push(this);
  }

  observe() {
    this.isObserving = true;
  }

  disconnect() {
    this.isObserving = false;
  }
}

afterEach(() => void (FakeObserver.all = []));

const watch = ({ ReportingObserver = FakeObserver as unknown, includePast = false } = {}) => {
  const document = new EventTarget();
  const onBlocked = vi.fn<(policy: BlockingPolicy) => void>();
  const stop = watchBlocking(
    { document, ReportingObserver } as never,
    new URL(`${origin}/demo?minimal`),
    onBlocked,
    includePast,
  );
  const violate = (violation: object) =>
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), violation));
  const report = (...reports: object[]) => FakeObserver.all[0]!.hear(reports.map((one) => ({ toJSON: () => one })));
  return { onBlocked, stop, violate, report };
};

const blockedURI = `${origin}/demo?roomKey=k`;

describe('a violation that the page hears of', () => {
  test.each([origin, `${origin}/`, blockedURI])('counts if it blocked %s', (uri) => {
    const { onBlocked, violate } = watch();
    violate({ blockedURI: uri, effectiveDirective: 'frame-src', disposition: 'enforce' });
    expect(onBlocked.mock.calls).toEqual([['frame-src']]);
  });

  test.each([
    ['a policy that only reports', { blockedURI, effectiveDirective: 'frame-src', disposition: 'report' }],
    ['another directive', { blockedURI, effectiveDirective: 'img-src', disposition: 'enforce' }],
    ['no directive', { blockedURI }],
    ['another host', { blockedURI: `${origin}.evil.example/demo`, effectiveDirective: 'frame-src' }],
    ['another room', { blockedURI: `${origin}/demo2`, effectiveDirective: 'frame-src' }],
    ['a picture of the same host', { blockedURI: `${origin}/demo/logo.png`, effectiveDirective: 'frame-src' }],
    ['another port', { blockedURI: `${origin}:8443/demo`, effectiveDirective: 'frame-src' }],
    [
      'an address that only contains it',
      { blockedURI: `https://x.example/${origin}/`, effectiveDirective: 'frame-src' },
    ],
    ['code of the page', { blockedURI: 'inline', effectiveDirective: 'frame-src' }],
    ['nothing', { effectiveDirective: 'frame-src' }],
  ])('does not count if it is of %s', (_what, violation) => {
    const { onBlocked, violate } = watch();
    violate(violation);
    expect(onBlocked).not.toHaveBeenCalled();
  });
});

describe('a report', () => {
  test.each<[object, BlockingPolicy]>([
    [{ type: 'csp-violation', body: { blockedURL: blockedURI, effectiveDirective: 'frame-src' } }, 'frame-src'],
    [{ type: 'csp-violation', body: { blockedURL: origin, effectiveDirective: 'frame-ancestors' } }, 'frame-ancestors'],
    [{ type: 'coep', body: { blockedURL: blockedURI, disposition: 'enforce' } }, 'Cross-Origin-Embedder-Policy'],
  ])('%j counts', (one, policy) => {
    const { onBlocked, report } = watch();
    report(one);
    expect(onBlocked.mock.calls).toEqual([[policy]]);
  });

  test.each([
    { type: 'csp-violation', body: null },
    { type: 'csp-violation', body: { blockedURL: blockedURI, effectiveDirective: 'img-src' } },
    { type: 'csp-violation', body: { blockedURL: blockedURI, effectiveDirective: 'frame-src', disposition: 'report' } },
    { type: 'coep', body: null },
    { type: 'coep', body: { blockedURL: blockedURI, disposition: 'reporting' } },
    { type: 'coep', body: { blockedURL: 'https://other.example/' } },
  ])('%j does not count', (one) => {
    const { onBlocked, report } = watch();
    report(one);
    expect(onBlocked).not.toHaveBeenCalled();
  });

  test('is one of several', () => {
    const { onBlocked, report } = watch();
    report(
      { type: 'coep', body: { blockedURL: 'https://other.example/' } },
      { type: 'coep', body: { blockedURL: origin } },
    );
    expect(onBlocked).toHaveBeenCalledOnce();
  });

  test.each([true, false])('of the time before is asked for if wanted: %s', (includePast) => {
    watch({ includePast });
    expect(FakeObserver.all).toMatchObject([
      { isObserving: true, options: { types: ['csp-violation', 'coep'], buffered: includePast } },
    ]);
  });
});

test('hears no more when it is stopped', () => {
  const { onBlocked, stop, violate } = watch();
  stop();
  violate({ blockedURI, effectiveDirective: 'frame-src' });
  expect(onBlocked).not.toHaveBeenCalled();
  expect(FakeObserver.all).toMatchObject([{ isObserving: false }]);
});

test('does without reports in browsers that have none', () => {
  const { onBlocked, stop, violate } = watch({ ReportingObserver: null });
  violate({ blockedURI, effectiveDirective: 'frame-src' });
  expect(onBlocked).toHaveBeenCalledOnce();
  expect(stop).not.toThrow();
});
