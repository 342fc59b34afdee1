import type { AttendanceSummary } from './types.js';

/** A summary as JSON to be kept or handed on. `format` changes when its fields do. */
export const attendanceToJson = (summary: AttendanceSummary): string =>
  `${JSON.stringify({ format: 'react-whereby-embed/attendance@1', ...summary }, null, 2)}\n`;
