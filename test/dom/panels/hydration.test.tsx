import { act, cleanup, render, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(cleanup);

test('panels that were loaded before a late part of the page hydrates make no mismatch in it', async () => {
  vi.resetModules();
  const { MeetingEnded } = await import('../../../src/panels/MeetingEnded.js');
  const html = renderToString(<MeetingEnded />);
  const first = render(<MeetingEnded />);
  await act(() => vi.dynamicImportSettled());
  first.unmount();

  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = html;
  const onRecoverableError = vi.fn();
  const root = await act(() => hydrateRoot(host, <MeetingEnded onJoinAgain={() => {}} />, { onRecoverableError }));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(screen.getByRole('button')).toBeVisible();
  await act(() => root.unmount());
});
