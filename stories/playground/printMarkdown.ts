import type { RoomParams } from 'react-whereby-embed';
import { paramList } from './paramList.js';

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const valueOf = (value: unknown): string =>
  value === true ? 'on' : value === false ? 'off' : Array.isArray(value) ? value.join(', ') : String(value);

/** The parameters that are set as a table for a ticket or a wiki. */
export function printMarkdown(params: RoomParams): string {
  const rows = paramList
    .filter(({ name }) => params[name] !== undefined)
    .map(({ name, summary }) => `| \`${name}\` | ${escape(valueOf(params[name]))} | ${escape(summary)} |`);
  return ['| Parameter | Value | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}
