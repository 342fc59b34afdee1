import { act, fireEvent, render, screen } from '@testing-library/react';
import { MeetingOutlet, MeetingProvider } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BrandedCall } from '../../../docs/samples/recipes/BrandedCall.js';
import { BreakoutGroups } from '../../../docs/samples/recipes/BreakoutGroups.js';
import { CallWithSurvey } from '../../../docs/samples/recipes/CallWithSurvey.js';
import { LocalizedCall } from '../../../docs/samples/recipes/LocalizedCall.js';
import { PhoneLayout } from '../../../docs/samples/recipes/PhoneLayout.js';
import { RecordButton } from '../../../docs/samples/recipes/RecordButton.js';
import { WaitingRoom } from '../../../docs/samples/recipes/WaitingRoom.js';
import { frame } from '../embed/room.js';

const room = 'https://acme.whereby.com/demo';
const query = () => new URL(frame().src).searchParams;

/** The room in the frame on the page, in which the participant may be already. */
function enter(...events: ('ready' | 'join')[]) {
  const fake = fakeRoom(frame(), { act });
  for (const event of events) fake.emit(event);
  return fake;
}

afterEach(() => vi.unstubAllGlobals());

test('the branded call has no logo and no background', () => {
  render(<BrandedCall room={room} name="Ada" />);
  expect(Object.fromEntries(query())).toMatchObject({ displayName: 'Ada', background: 'off', logo: 'off' });
});

test('the localized call is in the language of the person, its texts too', () => {
  render(<LocalizedCall room={room} locale="de-AT" />);
  expect(query().get('lang')).toBe('de');
  expect(frame().title).toBe('Besprechung');
});

test.each([
  ['narrow', true, 'off'],
  ['wide', false, 'on'],
])('on a %s screen there is what has space', (_name, matches, expected) => {
  const list = { matches, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => list);
  render(<PhoneLayout room={room} />);
  expect(query().get('screenshare')).toBe(expected);
});

test('the waiting room says where the visitor is', () => {
  render(<WaitingRoom room={room} />);
  const status = screen.getByText('Press “Knock” when you are ready.');
  const fake = enter('ready');
  fake.emit('knock');
  expect(status).toHaveTextContent('The host knows that you are here.');
  fake.emit('cancel_knock');
  expect(status).toHaveTextContent('Press “Knock” when you are ready.');
  fake.emit('knock');
  fake.emit('join');
  expect(status).toHaveTextContent('');
  fake.emit('leave', { removed: false });
  expect(status).toHaveTextContent('Take care.');
});

describe('the survey', () => {
  test('is asked once the participant has left', () => {
    const answers: number[] = [];
    render(<CallWithSurvey room={room} onAnswer={(stars) => answers.push(stars)} />);
    enter('ready', 'join').emit('leave', { removed: false });
    fireEvent.click(screen.getByText('4 of 5'));
    expect(answers).toEqual([4]);
    expect(screen.getByRole('status')).toHaveTextContent('Thank you.');
  });

  test('is not asked of those whom a host removed', () => {
    render(<CallWithSurvey room={room} onAnswer={() => undefined} />);
    enter('ready', 'join').emit('leave', { removed: true });
    expect(screen.queryByRole('group')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent('Thank you.');
  });
});

test('the record button records, and says what the room says', () => {
  render(
    <MeetingProvider>
      <MeetingOutlet room={room} />
      <RecordButton />
    </MeetingProvider>,
  );
  const fake = enter('ready', 'join');
  fireEvent.click(screen.getByText('Recording'));
  expect(fake.commands.map(({ command }) => command)).toEqual(['start_recording']);
  fake.emit('recording_status_change', { status: 'started' });
  expect(screen.getByText('Recording: started')).toBeInTheDocument();
});

test('the groups are opened by their button', () => {
  render(<BreakoutGroups hostRoomUrl={room} groups={['red', 'blue']} />);
  expect(query().get('groups')).toBe('red,blue');
  const fake = enter('ready', 'join');
  fireEvent.click(screen.getByText('Groups'));
  expect(fake.commands.map(({ command }) => command)).toEqual(['toggle_breakout']);
});
