export { attendanceToCsv } from './attendanceToCsv.js';
export type { CsvOptions } from './attendanceToCsv.js';
export { rowsToCsv } from './rowsToCsv.js';
export type { CsvCell, RowsToCsvOptions } from './rowsToCsv.js';
export { createAttendance } from './createAttendance.js';
export type { Attendance, AttendanceStreamOptions } from './createAttendance.js';
export { summarizeAttendance } from './summarizeAttendance.js';
export type {
  AttendanceEvent,
  AttendanceOptions,
  AttendanceRow,
  AttendanceSession,
  AttendanceStay,
  AttendanceSummary,
  Attendee,
  Discrepancy,
  InsightRow,
  StayEnd,
} from './types.js';
