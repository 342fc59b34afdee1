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
