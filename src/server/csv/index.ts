export { attendanceToCsv } from './attendanceToCsv.js';
export type { CsvOptions } from './attendanceToCsv.js';
export { rowsToCsv } from './rowsToCsv.js';
export type { CsvCell, RowsToCsvOptions } from './rowsToCsv.js';
