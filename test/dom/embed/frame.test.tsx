import { render, screen } from '@testing-library/react';
import { StrictMode, version } from 'react';
import { WherebyEmbed, parseRoomUrl } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { act } from '@testing-library/react';
import { frame, frames, room, say } from './room.js';

const allow = () => frame().getAttribute('allow') ?? '';

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

test('the suite runs on the React its project names', ({ task }) => {
  expect(version).toMatch(task.file.projectName === 'dom-react18' ? /^18\.3/ : /^19\./);
});

describe('the frame', () => {
  test('loads the room with its parameters and the key that makes it post events', () => {
    render(<WherebyEmbed room={`${room}?roomKey=a.b-c`} minimal chat={false} displayName="Ada & Bo" />);
    expect(frame().src).toBe(
      `${room}?roomKey=a.b-c&displayName=Ada%20%26%20Bo&minimal&chat=off&jsApi=true&we=1&iframeSource=acme`,
    );
    expect(warn).not.toHaveBeenCalled();
  });

  test('has a title for screen readers, which `title` replaces', () => {
    const { rerender } = render(<WherebyEmbed room={room} />);
    expect(screen.getByTitle('Whereby meeting')).toBe(frame());
    rerender(<WherebyEmbed room={room} title="Your lesson" aria-describedby="note" />);
    expect(frame()).toHaveAttribute('title', 'Your lesson');
    expect(frame()).toHaveAttribute('aria-describedby', 'note');
  });

  test('allows what a meeting needs, and no feature that browsers do not know', () => {
    render(<WherebyEmbed room={room} />);
    expect(allow()).toBe(
      'camera; microphone; display-capture; fullscreen; autoplay; speaker-selection; screen-wake-lock; compute-pressure; picture-in-picture',
    );
  });

  test('allows more or less with `allow`', () => {
    render(<WherebyEmbed room={room} allow={{ add: ['clipboard-write', 'camera'], remove: ['compute-pressure'] }} />);
    expect(allow().split('; ')).toContain('clipboard-write');
    expect(
      allow()
        .split('; ')
        .filter((name) => name === 'camera'),
    ).toHaveLength(1);
    expect(allow()).not.toContain('compute-pressure');
  });

  test.each([{ cameraAccess: false } as const, { cameraAccess: 'off' } as const, { room: `${room}?cameraAccess=off` }])(
    'gets no camera where camera access is off: %j',
    (props) => {
      render(<WherebyEmbed room={room} {...props} />);
      expect(allow()).not.toContain('camera');
      expect(allow()).toContain('microphone');
    },
  );

  test('class, style, id and data attributes are on the element around it', () => {
    const { container } = render(
      <WherebyEmbed room={room} className="meeting" style={{ height: 300 }} id="call" data-testid="embed" />,
    );
    expect(container.firstElementChild).toBe(screen.getByTestId('embed'));
    expect(screen.getByTestId('embed')).toHaveClass('meeting');
    expect(screen.getByTestId('embed')).toHaveStyle({ height: '300px' });
    expect(screen.getByTestId('embed').id).toBe('call');
  });

  test('is one, also in StrictMode', () => {
    render(
      <StrictMode>
        <WherebyEmbed room={room} />
      </StrictMode>,
    );
    expect(frames()).toHaveLength(1);
  });

  test('is the same element whatever else is rendered', () => {
    const { rerender } = render(<WherebyEmbed room={room} groups={['a']} extraParams={{ fresh: '1' }} />);
    const before = frame();
    for (let round = 0; round < 10; round++)
      rerender(
        <WherebyEmbed
          room={room}
          groups={['a']}
          extraParams={{ fresh: '1' }}
          className={`c${round}`}
          onJoin={() => round}
          loading={<p>{round}</p>}
          fallback={() => null}
        />,
      );
    expect(frame()).toBe(before);
  });
});

describe('what changes while a page is open', () => {
  test('a parameter loads the frame again until the participant has joined', () => {
    const { rerender } = render(<WherebyEmbed room={room} />);
    rerender(<WherebyEmbed room={room} displayName="Ada" />);
    expect(parseRoomUrl(frame().src).params).toEqual({ displayName: 'Ada' });
    expect(frames()).toHaveLength(1);
  });

  test('once joined, parameters, keys and extra parameters wait', () => {
    const { rerender } = render(<WherebyEmbed room={room} />);
    const before = frame();
    const { src } = before;
    say('onReady');
    say('onJoin');
    rerender(
      <WherebyEmbed
        room={`${room}?roomKey=new`}
        displayName="Ada"
        minimal
        chat
        lang="de"
        groups={['a']}
        extraParams={{ x: '1' }}
      />,
    );
    expect(frame()).toBe(before);
    expect(frame().src).toBe(src);
  });

  test('reload uses the parameters that waited', () => {
    const ref: { current: WherebyEmbedHandle | null } = { current: null };
    const { rerender } = render(<WherebyEmbed room={room} ref={ref} />);
    const before = frame();
    say('onJoin');
    rerender(<WherebyEmbed room={room} displayName="Ada" ref={ref} />);
    expect(frame()).toBe(before);
    act(() => ref.current!.reload());
    expect(frame()).not.toBe(before);
    expect(parseRoomUrl(frame().src).params).toEqual({ displayName: 'Ada' });
    expect(ref.current!.iframe).toBe(frame());
  });

  test('parameters that waited still wait after the participant has left', () => {
    const { rerender } = render(<WherebyEmbed room={room} />);
    const before = frame();
    say('onJoin');
    say('onLeave', { removed: false });
    rerender(<WherebyEmbed room={room} displayName="Ada" />);
    expect(frame()).toBe(before);
  });

  test('another room exits the call before it loads', () => {
    const log: string[] = [];
    const { rerender } = render(<WherebyEmbed room={room} onExit={({ reason }) => log.push(reason)} />);
    const before = frame();
    say('onJoin');
    rerender(
      <WherebyEmbed
        room="https://acme.whereby.com/other"
        displayName="Ada"
        onExit={({ reason }) => log.push(reason)}
      />,
    );
    expect(log).toEqual(['left']);
    expect(frame()).not.toBe(before);
    expect(frame().src).toContain('/other?displayName=Ada');
    rerender(<WherebyEmbed room="https://acme.whereby.com/other" onExit={({ reason }) => log.push(reason)} />);
    expect(frame().src).not.toContain('Ada');
    expect(log).toEqual(['left']);
  });

  test('a call continues while its room is missing for a moment', () => {
    const onError = vi.fn();
    const { rerender } = render(<WherebyEmbed room={room} onError={onError} />);
    const before = frame();
    say('onJoin');
    rerender(<WherebyEmbed room={undefined as never} onError={onError} />);
    expect(frame()).toBe(before);
    rerender(<WherebyEmbed room={room} onError={onError} />);
    expect(frame()).toBe(before);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  test('a room that is given later is loaded then', () => {
    const { rerender } = render(<WherebyEmbed room={undefined as never} />);
    expect(frames()).toHaveLength(0);
    rerender(<WherebyEmbed room={room} />);
    expect(frames()).toHaveLength(1);
  });
});

describe('bad input', () => {
  test.each([
    [undefined, 'ROOM_MISSING'],
    [null, 'ROOM_MISSING'],
    ['', 'ROOM_MISSING'],
    ['demo', 'ROOM_INVALID'],
    [{}, 'ROOM_INVALID'],
    ['https://evil.example/?x=https://acme.whereby.com/r', 'ROOM_HOST_REFUSED'],
    ['javascript:alert(1)//https://acme.whereby.com/r', 'ROOM_INVALID'],
  ])('a room that is %s shows the fallback without a frame, and is one error', (given, code) => {
    const onError = vi.fn();
    const { rerender } = render(
      <StrictMode>
        <WherebyEmbed room={given as never} onError={onError} fallback={(error) => <p role="alert">{error.code}</p>} />
      </StrictMode>,
    );
    rerender(
      <StrictMode>
        <WherebyEmbed room={given as never} onError={onError} fallback={(error) => <p role="alert">{error.code}</p>} />
      </StrictMode>,
    );
    expect(frames()).toHaveLength(0);
    expect(screen.getByRole('alert')).toHaveTextContent(code);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code, name: 'WherebyError' }));
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('a bad parameter is left out and reported once; the meeting goes on', () => {
    const onError = vi.fn();
    const embed = () => (
      <StrictMode>
        <WherebyEmbed
          room={room}
          chat={'banana' as never}
          lang="de"
          extraParams={{ roomKey: 'x' }}
          onError={onError}
          fallback={() => <p>no</p>}
        />
      </StrictMode>
    );
    const { rerender } = render(embed());
    rerender(embed());
    expect(parseRoomUrl(frame().src).params).toEqual({ lang: 'de' });
    expect(parseRoomUrl(frame().src).hasRoomKey).toBe(false);
    expect(screen.queryByText('no')).toBeNull();
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls[0]![0].issues).toEqual([
      expect.objectContaining({ code: 'INVALID_VALUE', param: 'chat' }),
      expect.objectContaining({ code: 'RESERVED_PARAM', param: 'roomKey' }),
    ]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('an error that went away and came back is reported again', () => {
    const onError = vi.fn();
    const { rerender } = render(<WherebyEmbed room="demo" onError={onError} />);
    rerender(<WherebyEmbed room={room} onError={onError} />);
    rerender(<WherebyEmbed room="demo" onError={onError} />);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  test('parameters joined to the address by a second question mark are read, and reported', () => {
    const onError = vi.fn();
    render(<WherebyEmbed room={`${room}?roomKey=abc?minimal`} onError={onError} />);
    expect(frame().src).toContain('roomKey=abc&minimal&');
    expect(onError.mock.calls[0]![0].issues[0].code).toBe('SECOND_QUESTION_MARK');
    expect(String(onError.mock.calls[0]![0].message)).not.toContain('abc');
  });

  test('an address that was repaired is framed, and reported once', () => {
    const onError = vi.fn();
    const { rerender } = render(<WherebyEmbed room={`“${room}/”.`} onError={onError} />);
    rerender(<WherebyEmbed room={`“${room}/”.`} onError={onError} minimal />);
    expect(frame().src.split('?')[0]).toBe(room);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls[0]![0]).toMatchObject({ code: 'PARAMS_INVALID', issues: [{ code: 'ROOM_REPAIRED' }] });
  });

  test('an address given as a URL object is framed, and a new object for the same address loads nothing again', () => {
    const onError = vi.fn();
    const { rerender } = render(<WherebyEmbed room={new URL(room)} onError={onError} />);
    const before = frame();
    rerender(<WherebyEmbed room={new URL(room)} onError={onError} />);
    expect(frame()).toBe(before);
    expect(onError).not.toHaveBeenCalled();
  });

  test.each<[string, unknown, string]>([
    ['externalId', 42, 'externalId=42'],
    ['externalId', 42n, 'externalId=42'],
    ['displayName', ['Ada'], 'displayName=Ada'],
    ['displayName', '👩‍⚕️ عائشة', `displayName=${encodeURIComponent('👩‍⚕️ عائشة')}`],
    ['chat', 'true', 'chat=on'],
    ['chat', 1, 'chat=on'],
    ['chat', '0', 'chat=off'],
    ['minimal', 'false', ''],
    ['groups', ['Group A'], 'groups=Group%20A'],
    ['groups', 'Group A,Group B', 'groups=Group%20A,Group%20B'],
    ['groups', [1, 2], 'groups=1,2'],
    ['groups', ['a,b'], ''],
    ['displayName', 'x'.repeat(10_000), ''],
    ['metadata', 'x'.repeat(10_000), `metadata=${'x'.repeat(10_000)}`],
    ['displayName', null, ''],
    ['displayName', {}, ''],
    ['chat', NaN, ''],
    ['displayName', Symbol('Ada'), ''],
    ['displayName', () => 'Ada', ''],
    ['groups', [null], ''],
    ['lang', 'xx', ''],
  ])(
    '%s=%o never stops the meeting, and what is not as documented is reported with what is taken',
    (name, value, written) => {
      const onError = vi.fn();
      render(<WherebyEmbed room={room} {...{ [name]: value }} onError={onError} fallback={() => <p>no</p>} />);
      const query = frame().src.split('?')[1]!;
      expect(query.split('&').slice(0, -3).join('&')).toBe(written);
      const isAsDocumented =
        typeof value === 'string'
          ? written.startsWith(`${name}=${encodeURIComponent(value)}`)
          : value === null || (name === 'groups' && written === 'groups=Group%20A');
      expect(onError).toHaveBeenCalledTimes(isAsDocumented ? 0 : 1);
      if (!isAsDocumented) expect(onError.mock.calls[0]![0].message).toMatch(new RegExp(`${name} takes `));
    },
  );
});

describe('what is shown', () => {
  test('loading is over the frame until the room is ready', () => {
    render(<WherebyEmbed room={room} loading={<p>Just a moment</p>} />);
    expect(screen.getByText('Just a moment')).toBeInTheDocument();
    say('onReady');
    expect(screen.queryByText('Just a moment')).toBeNull();
  });

  test('the fallback is shown after a time-out until the room posts something after all', () => {
    vi.useFakeTimers();
    const onError = vi.fn();
    render(<WherebyEmbed room={room} readyTimeout={500} onError={onError} fallback={(error) => <p>{error.code}</p>} />);
    act(() => vi.advanceTimersByTime(499));
    expect(onError).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1));
    expect(screen.getByText('READY_TIMEOUT')).toBeInTheDocument();
    expect(frame()).not.toBeVisible();
    expect(onError).toHaveBeenCalledTimes(1);
    say('onReady');
    expect(screen.queryByText('READY_TIMEOUT')).toBeNull();
    expect(frame()).toBeVisible();
    vi.useRealTimers();
  });

  test.each([NaN, -1, '5000' as never])('a readyTimeout of %s is reported, and the default holds', (readyTimeout) => {
    vi.useFakeTimers();
    const codes: string[] = [];
    const view = <WherebyEmbed room={room} readyTimeout={readyTimeout} onError={({ code }) => void codes.push(code)} />;
    const { rerender } = render(view);
    rerender(view);
    act(() => vi.advanceTimersByTime(29_999));
    expect(codes).toEqual(['OPTION_INVALID']);
    act(() => vi.advanceTimersByTime(1));
    expect(codes).toEqual(['OPTION_INVALID', 'READY_TIMEOUT']);
    vi.useRealTimers();
  });

  test.each([
    ['development', 1],
    ['production', 0],
    [undefined, 0],
  ])('where NODE_ENV is %s, the console explains a silent room so many times: %i', (mode, times) => {
    vi.stubEnv('NODE_ENV', mode);
    vi.useFakeTimers();
    render(<WherebyEmbed room={`${room}?roomKey=secret`} readyTimeout={500} />);
    act(() => vi.advanceTimersByTime(500));
    expect(console.group).toHaveBeenCalledTimes(times);
    expect(warn).toHaveBeenCalledTimes(times);
    if (times) {
      const said = warn.mock.calls.join();
      for (const line of ['frame-src https://acme.whereby.com', location.origin, 'has expired'])
        expect(said).toContain(line);
      expect(said).not.toContain('secret');
    }
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('a page that is not secure is reported, and the meeting goes on', () => {
    vi.stubGlobal('isSecureContext', false);
    const onError = vi.fn();
    const { rerender } = render(<WherebyEmbed room={room} onError={onError} fallback={() => <p>no</p>} />);
    rerender(<WherebyEmbed room={room} displayName="Ada" onError={onError} fallback={() => <p>no</p>} />);
    expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['INSECURE_CONTEXT']);
    expect(screen.queryByText('no')).toBeNull();
    vi.unstubAllGlobals();
  });

  test('reports a policy that denies the frame a device', () => {
    const policy = { allowsFeature: (name: string) => name !== 'camera' };
    Object.defineProperty(HTMLIFrameElement.prototype, 'featurePolicy', { value: policy, configurable: true });
    const onError = vi.fn();
    render(<WherebyEmbed room={room} onError={onError} />);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'PERMISSIONS_POLICY', message: expect.stringContaining('camera') }),
    );
    onError.mockClear();
    render(<WherebyEmbed room={room} onError={onError} cameraAccess={false} />);
    expect(onError).not.toHaveBeenCalled();
    Reflect.deleteProperty(HTMLIFrameElement.prototype, 'featurePolicy');
  });

  test('a policy of the page that blocks the frame shows the fallback', () => {
    const onError = vi.fn();
    render(<WherebyEmbed room={room} onError={onError} fallback={(error) => <p>{error.code}</p>} />);
    const violate = (blockedURI: string, effectiveDirective = 'frame-src') =>
      act(() => {
        document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI, effectiveDirective }));
      });
    violate('https://acme.whereby.community');
    violate('https://acme.whereby.com', 'img-src');
    expect(onError).not.toHaveBeenCalled();
    violate('https://acme.whereby.com');
    expect(screen.getByText('FRAME_BLOCKED')).toBeInTheDocument();
    expect(onError.mock.calls[0]![0].message).toContain('https://acme.whereby.com');
  });
});
