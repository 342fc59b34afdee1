import { act, render, screen } from '@testing-library/react';
import {
  labelsAr,
  labelsDe,
  labelsEn,
  labelsEs,
  labelsFr,
  labelsNb,
  MeetingConsent,
  MeetingEnded,
  MeetingLoading,
  MeetingOutlet,
  MeetingProblem,
  MeetingProvider,
  WherebyEmbed,
  WherebyError,
} from 'react-whereby-embed';
import type { MeetingLabels, MeetingProblemCause, RoomSource } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { windowLabels } from '../../../src/panels/labels/windowLabels.js';
import { problemCauses } from '../../../src/panels/problemCauses.js';
import { frame, room } from '../embed/room.js';
import { waitUntil } from '../../support/waitUntil.js';

type Labels = Partial<MeetingLabels> | undefined;
type LabelKey = keyof MeetingLabels;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const english = labelsEn;
const keys = Object.keys(english) as LabelKey[];
const inGerman = (key: LabelKey) => `${key} auf Deutsch`;
const german = Object.fromEntries(keys.map((key) => [key, inGerman(key)])) as unknown as MeetingLabels;

const error = new WherebyError('MEETING_NOT_FOUND', 'x');
const retry = () => undefined;
const source = (more: Partial<RoomSource>): RoomSource => ({ status: 'error', error, ...more });

interface Panel {
  readonly shows: readonly LabelKey[];
  /** The panel with labels of its own. */
  readonly show: (labels: Labels) => ReactElement;
}

/** Every panel in every state that has another text. The texts of the floating window are the last. */
const panels: Record<string, Panel> = {
  'the frame': { shows: ['frameTitle'], show: (labels) => <WherebyEmbed room={room} labels={labels} /> },
  'the frame of an outlet': { shows: ['frameTitle'], show: (labels) => <MeetingOutlet room={room} labels={labels} /> },
  'a room that is loading': {
    shows: ['gettingRoom'],
    show: (labels) => <WherebyEmbed room={source({ status: 'loading' })} labels={labels} />,
  },
  'a room that waits for the network': {
    shows: ['offline', 'tryAgain'],
    show: (labels) => <WherebyEmbed room={source({ status: 'loading', isOffline: true, retry })} labels={labels} />,
  },
  'a room that is missing': {
    shows: ['notFound', 'notFoundHelp'],
    show: (labels) => <MeetingOutlet room={source({ retry })} labels={labels} />,
  },
  'a meeting that is over': {
    shows: ['over'],
    show: (labels) => <MeetingOutlet room={source({ status: 'expired', refresh: retry })} labels={labels} />,
  },
  'the panel of an outlet': {
    shows: ['silent', 'silentHelp', 'tryAgain', 'openInTab'],
    show: (labels) => <MeetingOutlet room={room} readyTimeout={1} labels={labels} />,
  },
  'the panel of an embed by itself': {
    shows: ['problem', 'tryAgain'],
    show: (labels) => <WherebyEmbed room={room} readyTimeout={1} labels={labels} />,
  },
  'the panel of loading': { shows: ['gettingRoom'], show: (labels) => <MeetingLoading labels={labels} /> },
  'the panel of consent': {
    shows: ['consent', 'consentText', 'agree', 'notNow'],
    show: (labels) => <MeetingConsent onAccept={retry} labels={labels} />,
  },
  'the panel of consent without which one may join': {
    shows: ['consent', 'consentChoice', 'agree', 'joinUnrecorded', 'notNow'],
    show: (labels) => <MeetingConsent onAccept={retry} onJoinUnrecorded={retry} labels={labels} />,
  },
  'the panel of a meeting that was left': {
    shows: ['left', 'joinAgain'],
    show: (labels) => <MeetingEnded onJoinAgain={retry} labels={labels} />,
  },
  'the panel of someone who was removed': {
    shows: ['removed', 'removedHelp'],
    show: (labels) => <MeetingEnded reason="removed" labels={labels} />,
  },
  ...Object.fromEntries(
    Object.entries(problemCauses).map(([cause, { title, help }]): [string, Panel] => [
      `the panel of a problem: ${cause}`,
      {
        shows: [title, help],
        show: (labels) => <MeetingProblem cause={cause as MeetingProblemCause} onSignIn={retry} labels={labels} />,
      },
    ]),
  ),
  'the panel of someone who is not signed in': {
    shows: ['signIn'],
    show: (labels) => <MeetingProblem cause="signIn" onSignIn={retry} labels={labels} />,
  },
};

/** Whether a text is in the page, or is the name of something in it. */
const isShown = (text: string): boolean =>
  document.body.textContent.includes(text) ||
  [...document.querySelectorAll('[title],[aria-label]')].some(
    (element) => element.getAttribute('title') === text || element.getAttribute('aria-label') === text,
  );

const expectTexts = (shown: readonly LabelKey[], labels: MeetingLabels) =>
  waitUntil(() => {
    for (const key of shown) expect(isShown(labels[key]), `${key}: ${document.body.innerHTML}`).toBe(true);
  });

const below = (labels: Labels, panel: ReactElement) => <MeetingProvider labels={labels}>{panel}</MeetingProvider>;

const undefinedLabels = Object.fromEntries(keys.map((key) => [key, undefined])) as Labels;
const nullLabels = Object.fromEntries(keys.map((key) => [key, null])) as unknown as Labels;

describe.each(Object.entries(panels))('%s', (_name, { shows, show }) => {
  test('takes its texts from its own labels, from the provider, or has English ones', async () => {
    const { rerender } = render(below(undefined, show(undefined)));
    await expectTexts(shows, english);
    rerender(below(german, show(undefined)));
    await expectTexts(shows, german);
    rerender(below(undefined, show(german)));
    await expectTexts(shows, german);
    rerender(below(german, show(Object.fromEntries(shows.map((key) => [key, `own ${key}`])))));
    await expectTexts(shows, Object.fromEntries(shows.map((key) => [key, `own ${key}`])) as unknown as MeetingLabels);
  });

  test.each([undefinedLabels, nullLabels])('loses no text to a label without one', async (nothing) => {
    const { rerender } = render(below(nothing, show(nothing)));
    await expectTexts(shows, english);
    rerender(below(german, show(nothing)));
    await expectTexts(shows, german);
    rerender(below(german, below(nothing, show(undefined))));
    await expectTexts(shows, german);
  });
});

describe('the floating window', () => {
  const float = async (providerLabels: Labels, outletLabels: Labels) => {
    const page = (labels: Labels, shows: boolean) => (
      <MeetingProvider persist onReturn={retry} labels={labels}>
        {shows && <MeetingOutlet room={room} labels={outletLabels} />}
      </MeetingProvider>
    );
    const { rerender } = render(page(providerLabels, true));
    const meeting = fakeRoom(frame(), { act });
    meeting.emit('ready');
    meeting.emit('join');
    rerender(page(providerLabels, false));
    return (labels: Labels) => rerender(page(labels, false));
  };
  const later = ['restore', 'microphone', 'confirmLeave', 'leaveNow', 'stay'];
  const shows = (Object.keys(windowLabels) as LabelKey[]).filter((key) => !later.includes(key));

  test.each([
    ['English', undefined, undefined, english],
    ['those of the provider', german, undefined, german],
    ['those of the outlet', undefined, german, german],
    ['English where the labels have none', undefinedLabels, nullLabels, english],
  ] as const)('has labels: %s', async (_name, provider, outlet, expected) => {
    await float(provider, outlet);
    await expectTexts([...shows, 'frameTitle'], expected);
    act(() => screen.getByRole('button', { name: expected.minimise }).click());
    await expectTexts(['restore', 'microphone'], expected);
    act(() => screen.getByRole('button', { name: expected.leave }).click());
    await expectTexts(['confirmLeave', 'leaveNow', 'stay'], expected);
  });

  test('follows labels that change', async () => {
    const change = await float(undefined, undefined);
    await expectTexts(shows, english);
    change(german);
    await expectTexts([...shows, 'frameTitle'], german);
    expect(screen.getByRole('group', { name: german.window })).toBeInTheDocument();
  });
});

describe('consent that is refused', () => {
  test.each([english, german])('says so, and can be given after all', async (labels) => {
    const onAccept = vi.fn();
    const onDecline = vi.fn();
    render(<MeetingConsent onAccept={onAccept} onDecline={onDecline} labels={labels} />);
    const notNow = await screen.findByRole('button', { name: labels.notNow });
    act(() => notNow.click());
    await expectTexts(['declined', 'agree'], labels);
    expect(onDecline).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: labels.agree })).toHaveFocus();
    act(() => screen.getByRole('button').click());
    expect(onAccept).toHaveBeenCalledOnce();
  });

  test('lets the participant join without being recorded, if the app does', async () => {
    const handlers = { onAccept: vi.fn(), onJoinUnrecorded: vi.fn(), onDecline: vi.fn() };
    render(<MeetingConsent {...handlers} />);
    const join = await screen.findByRole('button', { name: english.joinUnrecorded });
    act(() => join.click());
    expect(handlers.onJoinUnrecorded).toHaveBeenCalledExactlyOnceWith();
    expect(handlers.onAccept).not.toHaveBeenCalled();
    expect(handlers.onDecline).not.toHaveBeenCalled();
    // The app may fail to note it, and the question stays.
    expect(screen.getByText(english.consent)).toBeInTheDocument();
  });
});

describe('the way to allow a camera', () => {
  test.each([
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'cameraHelpFirefox'],
    [
      'Safari',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'cameraHelpSafari',
    ],
    [
      'Edge',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'cameraHelp',
    ],
  ] as const)('is that of %s', async (_name, userAgent, help) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
    render(<MeetingProblem cause="camera" onRetry={retry} labels={german} />);
    expect(await screen.findByText(german[help])).toBeInTheDocument();
    expect(screen.getByRole('button', { name: german.tryAgain })).toBeInTheDocument();
  });
});

test('every label is shown by a panel that is tested here', () => {
  const shown = [
    ...Object.values(panels).flatMap((panel) => panel.shows),
    ...Object.keys(windowLabels),
    'declined',
    'cameraHelpFirefox',
    'cameraHelpSafari',
  ];
  expect(new Set(shown)).toEqual(new Set(keys));
});

test.each(Object.entries({ labelsAr, labelsDe, labelsEs, labelsFr, labelsNb }))(
  '%s has every text, each of its own',
  (_name, labels) => {
    expect(Object.keys(labels).sort()).toEqual([...keys].sort());
    const untranslated = keys.filter((key) => labels[key] === english[key] || labels[key].trim() === '');
    expect(untranslated).toEqual([]);
  },
);
