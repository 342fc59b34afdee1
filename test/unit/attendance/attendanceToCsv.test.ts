import { expect, test } from 'vitest';
import { attendanceToCsv, summarizeAttendance } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const summary = summarizeAttendance(
  new SimulatedMeeting()
    .join(0, 'a', { displayName: '=HYPERLINK("https://evil.example")' })
    .join(1, 'b', { displayName: 'Berg, "Bo"\nof Oslo', externalId: 'u-b' })
    .leave(3, 'b')
    .leave(5, 'a').events,
);

test('writes a row for each person, quotes cells that need it, and defuses names that are formulas', () => {
  expect(attendanceToCsv(summary)).toBe(
    [
      'id,identifiedBy,displayName,externalId,roles,firstIn,lastOut,lateBySeconds,stays,seconds,minutes',
      `a,participantId,"'=HYPERLINK(""https://evil.example"")",,visitor,${at(0)},${at(5)},0,1,300,5`,
      `u-b,externalId,"Berg, ""Bo""\nof Oslo",u-b,visitor,${at(1)},${at(3)},0,1,120,2`,
      '',
    ].join('\r\n'),
  );
});
