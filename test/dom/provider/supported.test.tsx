import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { useSupportedBrowser } from 'react-whereby-embed';
import { afterEach, expect, test, vi } from 'vitest';

const Check = () => <output>{JSON.stringify(useSupportedBrowser())}</output>;

afterEach(() => vi.unstubAllGlobals());

test('says nothing on a server, and in a browser what it lacks', () => {
  expect(renderToString(<Check />)).toContain('{&quot;missing&quot;:[]}');
  vi.stubGlobal('isSecureContext', false);
  render(<Check />);
  expect(JSON.parse(screen.getByRole('status').textContent!)).toEqual({
    supported: false,
    missing: ['secureContext', 'mediaDevices', 'webrtc'],
  });
});
