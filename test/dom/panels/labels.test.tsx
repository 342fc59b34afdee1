import { act, render, screen } from '@testing-library/react';
import { MeetingOutlet, MeetingProblem, MeetingProvider, WherebyEmbed, WherebyError } from 'react-whereby-embed';
import type { MeetingLabels, RoomSource } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { roomLabels, windowLabels } from '../../../src/panels/labels.js';
import { frame, room } from '../embed/room.js';
import { waitUntil } from '../../support/waitUntil.js';

type Labels = Partial<MeetingLabels> | undefined;
type LabelKey = keyof MeetingLabels;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const english: MeetingLabels = { ...roomLabels, ...windowLabels };
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
    shows: ['problem', 'tryAgain'],
    show: (labels) => <MeetingOutlet room={source({ retry })} labels={labels} />,
  },
  'a meeting that is over': {
    shows: ['over', 'tryAgain'],
    show: (labels) => <MeetingOutlet room={source({ status: 'expired', refresh: retry })} labels={labels} />,
  },
  'the panel of a problem': {
    shows: ['problem', 'tryAgain', 'openInTab'],
    show: (labels) => <MeetingProblem error={error} room={room} onRetry={retry} labels={labels} />,
  },
  'the panel of an outlet': {
    shows: ['problem', 'tryAgain', 'openInTab'],
    show: (labels) => <MeetingOutlet room={room} readyTimeout={1} labels={labels} />,
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
  const shows = (Object.keys(windowLabels) as LabelKey[]).filter((key) => key !== 'restore');

  test.each([
    ['English', undefined, undefined, english],
    ['those of the provider', german, undefined, german],
    ['those of the outlet', undefined, german, german],
    ['English where the labels have none', undefinedLabels, nullLabels, english],
  ] as const)('has labels: %s', async (_name, provider, outlet, expected) => {
    await float(provider, outlet);
    await expectTexts([...shows, 'frameTitle'], expected);
    act(() => screen.getByRole('button', { name: expected.minimise }).click());
    await expectTexts(['restore'], expected);
  });

  test('follows labels that change', async () => {
    const change = await float(undefined, undefined);
    await expectTexts(shows, english);
    change(german);
    await expectTexts([...shows, 'frameTitle'], german);
    expect(screen.getByRole('group', { name: german.window })).toBeInTheDocument();
  });
});

test('every label is shown by a panel that is tested here', () => {
  const shown = [...Object.values(panels).flatMap((panel) => panel.shows), ...Object.keys(windowLabels)];
  expect(new Set(shown)).toEqual(new Set(keys));
});
