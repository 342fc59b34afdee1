export { attendanceToCsv } from './attendanceToCsv.js';
export { attendanceToJson } from './attendanceToJson.js';
export { createAttendance } from './createAttendance.js';
export type { Attendance, AttendanceStreamOptions } from './createAttendance.js';
export { identifyAttendees } from './identifyAttendees.js';
export type { IdentifyOptions } from './identifyAttendees.js';
export { summarizeAttendance } from './summarizeAttendance.js';
export type {
  AttendanceEvent,
  AttendanceOptions,
  AttendanceSession,
  AttendanceSummary,
  Attendee,
  Discrepancy,
  InsightRow,
  Stay,
  StayEnd,
} from './types.js';
