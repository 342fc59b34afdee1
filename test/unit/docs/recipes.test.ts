import { createWhereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listAttendanceRows } from '../../../docs/samples/recipes/attendanceToDatabase.js';
import { buildCalendarFile, checkArrival } from '../../../docs/samples/recipes/calendarLink.js';
import { deleteMeetingData } from '../../../docs/samples/recipes/deleteMeetingData.js';

const appointment = {
  id: '42',
  title: 'Review; of plans, part 1',
  start: new Date('2030-03-01T10:00:00Z'),
  end: new Date('2030-03-01T11:00:00Z'),
};

describe('a link in the calendar', () => {
  test('leads to the page, in a file that calendars read', () => {
    const file = buildCalendarFile(appointment, 'https://acme.example/lesson/42', new Date('2030-01-01T00:00:00Z'));
    expect(file).toContain('DTSTART:20300301T100000Z\r\n');
    expect(file).toContain('SUMMARY:Review\\; of plans\\, part 1\r\n');
    expect(file).toContain('URL:https://acme.example/lesson/42\r\n');
  });

  test.each([
    ['09:49:59', 'early'],
    ['09:50:00', 'open'],
    ['10:55:00', 'open'],
    ['10:55:01', 'late'],
  ])('at %s it is %s', (time, expected) => {
    expect(checkArrival(appointment, new Date(`2030-03-01T${time}Z`))).toBe(expected);
  });
});

async function openMeeting() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  const meeting = await whereby.meetings.create({ endDate: new Date(Date.now() + 3_600_000), roomNamePrefix: 'plan-' });
  return { sandbox, whereby, meeting };
}

test('attendance is a row for each person', () => {
  expect(listAttendanceRows('7', [])).toEqual([]);
});

test('deletes a meeting once, and what the app keeps each time', async () => {
  const { whereby, meeting } = await openMeeting();
  const deleted: string[] = [];
  const deleteOwn = async (meetingId: string) => void deleted.push(meetingId);
  await deleteMeetingData(whereby, meeting, deleteOwn);
  await deleteMeetingData(whereby, meeting, deleteOwn);
  expect(deleted).toEqual([meeting.meetingId, meeting.meetingId]);
  await expect(whereby.meetings.get(meeting.meetingId)).rejects.toThrow();
});
