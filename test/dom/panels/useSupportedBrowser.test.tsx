import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// The result is remembered for the page, so each test loads the module again.
beforeEach(() => vi.resetModules());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function loadCheck() {
  const { useSupportedBrowser } = await import('../../../src/panels/useSupportedBrowser.js');
  return function Check() {
    return <output>{JSON.stringify(useSupportedBrowser())}</output>;
  };
}
const shown = (): unknown => JSON.parse(screen.getByRole('status').textContent!);

test('says nothing on a server, and in a browser what it lacks', async () => {
  const Check = await loadCheck();
  expect(renderToString(<Check />)).toContain('{&quot;missing&quot;:[]}');
  vi.stubGlobal('isSecureContext', false);
  render(<Check />);
  expect(shown()).toEqual({ supported: false, missing: ['secureContext', 'mediaDevices', 'webrtc'] });
});

test('works in an environment that does not know whether its context is secure', async () => {
  const Check = await loadCheck();
  render(<Check />);
  expect(shown()).toEqual({ supported: false, missing: ['mediaDevices', 'webrtc'] });
});

test('supports a browser that has everything', async () => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('RTCPeerConnection', class {});
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => undefined } });
  const Check = await loadCheck();
  render(<Check />);
  expect(shown()).toEqual({ supported: true, missing: [] });
});
