import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { meetingPanels, WherebyEmbed, WherebyError } from 'react-whereby-embed';
import type { MeetingProblemCause, WherebyErrorCode } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProblemPanel } from '../../../src/panels/ProblemPanel.js';
import { frame, room } from '../embed/room.js';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const veil = () => document.querySelector('[aria-hidden] > svg');

describe('an embed without `loading` and `fallback`', () => {
  test('hides what loads until the room is ready, and nothing of it from the keyboard', () => {
    render(<WherebyEmbed room={room} />);
    expect(veil()).toBeInTheDocument();
    expect(frame().inert).toBeFalsy();
    fakeRoom(frame(), { act }).emit('ready');
    expect(veil()).toBeNull();
  });

  test('hides it also where the page gives `hidden` more weight than any style, as frameworks do', () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '[hidden] { display: none !important }';
    render(<WherebyEmbed room={room} />);
    expect(veil()).toBeVisible();
    style.remove();
  });

  test('hides the frame of a room that is not there, says so, and tries again', () => {
    vi.useFakeTimers();
    render(<WherebyEmbed room={room} readyTimeout={500} />);
    const before = frame();
    act(() => vi.advanceTimersByTime(500));
    expect(before).not.toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('The meeting could not be opened.');
    expect(veil()).toBeNull();
    act(() => screen.getByRole('button', { name: 'Try again' }).click());
    expect(frame()).not.toBe(before);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('offers nothing that cannot help a room that is refused', () => {
    render(<WherebyEmbed room="demo" />);
    expect(screen.getByRole('alert')).toHaveTextContent('The meeting could not be opened.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says on the page and on the console what is wrong, in production too, and once', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { rerender } = render(<WherebyEmbed room="http://127.0.0.1:4455/demo" />);
    expect(screen.getByRole('alert')).toHaveTextContent('The meeting could not be opened.ROOM_HOST_REFUSED');
    rerender(<WherebyEmbed room="http://127.0.0.1:4455/demo" displayName="Ada" />);
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/react-whereby-embed ROOM_HOST_REFUSED: .*http:\/\/127\.0\.0\.1:4455/),
    );
  });

  test('leaves the console to a fallback of the app', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    render(<WherebyEmbed room="demo" fallback={() => 'No meeting'} />);
    expect(screen.getByText('No meeting')).toBeInTheDocument();
    expect(error).not.toHaveBeenCalled();
  });

  test.each([{ loading: null }, { loading: 'lazy' }] as const)('shows the frame while it loads with %o', (props) => {
    render(<WherebyEmbed room={room} {...props} />);
    expect(veil()).toBeNull();
  });
});

test('a fallback gets the room and a function that tries again', () => {
  vi.useFakeTimers();
  const fallback = vi.fn(() => 'No room');
  render(<WherebyEmbed room={room} readyTimeout={500} fallback={fallback} />);
  act(() => vi.advanceTimersByTime(500));
  expect(fallback).toHaveBeenLastCalledWith(expect.objectContaining({ code: 'READY_TIMEOUT' }), {
    room,
    retry: expect.any(Function) as unknown,
  });
});

test('meetingPanels shows a panel while the room loads, and one that explains a problem', async () => {
  render(<WherebyEmbed {...meetingPanels} room={room} readyTimeout={1} labels={{ silent: 'Keine Antwort.' }} />);
  expect(screen.getByRole('status')).toHaveTextContent('Getting the meeting…');
  expect(await screen.findByText('Keine Antwort.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute('href', room);
});

describe('the panel of a problem', () => {
  const actions: readonly [WherebyErrorCode, readonly string[]][] = [
    ['ROOM_INVALID', []],
    ['ROOM_MISSING', []],
    ['ROOM_HOST_REFUSED', []],
    ['FRAME_BLOCKED', ['Open in a new tab']],
    ['READY_TIMEOUT', ['Try again', 'Open in a new tab']],
    ['INSECURE_CONTEXT', ['Open in a new tab']],
    ['PERMISSIONS_POLICY', ['Open in a new tab']],
    ['SIGN_IN_REQUIRED', ['Sign in', 'Try again']],
    ['NOT_ALLOWED', ['Try again']],
    ['MEETING_NOT_FOUND', []],
    ['MEETING_EXPIRED', []],
    ['SERVICE_BUSY', ['Try again']],
    ['ROOMS_UNREACHABLE', ['Try again']],
    ['SERVER_FAILED', ['Try again']],
  ];
  test.each(actions)('offers for %s what helps: %j', (code, expected) => {
    const nothing = () => undefined;
    vi.stubEnv('NODE_ENV', 'production');
    render(<ProblemPanel error={new WherebyError(code, 'x')} room={room} onRetry={nothing} onSignIn={nothing} />);
    vi.unstubAllEnvs();
    const offered = [...document.querySelectorAll('button, a')].map(({ textContent }) => textContent);
    expect(offered).toEqual(expected);
    expect(screen.getByRole('alert')).not.toHaveTextContent(code);
  });

  test('tells a developer the code and the header to add', () => {
    render(<ProblemPanel error={new WherebyError('FRAME_BLOCKED', 'x')} room={room} />);
    expect(screen.getByText('For developers: FRAME_BLOCKED')).toBeInTheDocument();
    expect(screen.getByText('Content-Security-Policy: frame-src https://acme.whereby.com')).toBeInTheDocument();
  });

  test.each(['production', undefined])('tells nothing of it where NODE_ENV is %s', (mode) => {
    vi.stubEnv('NODE_ENV', mode);
    render(<ProblemPanel error={new WherebyError('FRAME_BLOCKED', 'x')} room={room} />);
    expect(screen.getByRole('alert')).not.toHaveTextContent('FRAME_BLOCKED');
  });

  test('marks what it tells a developer as English, whatever the language of the page', () => {
    render(
      <div lang="ar" dir="rtl">
        <ProblemPanel error={new WherebyError('FRAME_BLOCKED', 'x')} room={room} />
      </div>,
    );
    const details = screen.getByRole('group');
    expect(details).toHaveAttribute('lang', 'en');
    expect(details).toHaveAttribute('dir', 'ltr');
  });

  test.each(['camera', 'browser', 'failed'] satisfies MeetingProblemCause[])(
    'writes no style into the HTML of a server: %s',
    (cause) => {
      expect(renderToString(<ProblemPanel cause={cause} room={room} />)).not.toMatch(/style=|<style/);
    },
  );

  test('takes its style along into a shadow tree', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    render(<ProblemPanel cause="failed" />, { container: inside });
    expect(host.shadowRoot?.querySelector('style')?.textContent).toContain('.whereby-panel');
    host.remove();
  });
});
