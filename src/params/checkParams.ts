import type { Issue } from '../errors.js';
import { kindOf } from './names.js';
import { parseRoomUrl } from './parseRoomUrl.js';
import { readRoomAddress } from './roomAddress.js';
import type { RoomParams } from './types.js';
import { writeParams } from './writeParams.js';

export interface CheckParamsOptions {
  /** The address the parameters go to: what it already says, and whether it carries a host's key, is taken into account. */
  readonly room?: string | undefined;
  readonly extraParams?: Readonly<Record<string, string | undefined>> | undefined;
}

const anywhere = readRoomAddress('https://acme.whereby.com/room')!;

/**
 * What is wrong with parameters (severity `error`: the value is not used) and which combinations have no
 * effect (`warning`). Throws nothing.
 */
export function checkParams(params: RoomParams, { room, extraParams }: CheckParamsOptions = {}): Issue[] {
  const issues: Issue[] = [];
  const url = writeParams(readRoomAddress(room) ?? anywhere, params, extraParams, issues);
  const { params: all, hasRoomKey, issues: readIssues } = parseRoomUrl(url);
  issues.push(...readIssues);
  const value = (name: string) => (all as Readonly<Record<string, unknown>>)[name];
  const warn = (code: Issue['code'], param: string, problem: string) =>
    issues.push({ code, severity: 'warning', param, message: `${param} ${problem}` });

  for (const name of Object.keys(all)) {
    const { requires = [], conflicts = {}, hostOnly, minimalHides } = kindOf(name)!;
    const on = value(name) !== false;
    for (const other of requires)
      if (on && value(other) !== true) warn('REQUIRES', name, `has no effect without ${other}`);
    for (const [other, blocking] of Object.entries(conflicts))
      if (on && value(other) === blocking)
        warn('CONFLICTS', name, `has no effect while ${other} is ${blocking ? 'on' : 'off'}`);
    if (on && hostOnly && !hasRoomKey)
      warn('HOST_ONLY', name, "has an effect for hosts only: use the meeting's hostRoomUrl");
    if (!on && minimalHides && value('minimal') === true)
      warn('HIDDEN_BY_MINIMAL', name, 'is hidden by minimal anyway; only on brings it back');
  }
  return issues;
}
