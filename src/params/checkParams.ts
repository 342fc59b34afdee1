import type { Issue } from '../errors/WherebyError.js';
import { parseRoomUrl } from './parseRoomUrl.js';
import { readRoomAddress } from './roomAddress.js';
import { rules } from './rules.generated.js';
import type { ParamName, RoomParams } from './types.js';
import { issueOf, writeParams } from './writeParams.js';

/** When a parameter has no effect. */
export interface ParamRule {
  /** Flags without which it has none. */
  readonly requires?: readonly ParamName[];
  /** Values of other parameters beside which it has none. */
  readonly conflicts?: Partial<Record<ParamName, boolean>>;
  /** It has one for hosts only. */
  readonly host?: boolean;
  /** `minimal` hides it unless it is on. */
  readonly minimal?: boolean;
}

export interface CheckParamsOptions {
  /** The address the parameters go to: what it already says, and whether it carries a host's key, is taken into account. */
  readonly room?: string | undefined;
  readonly extraParams?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * What is wrong with parameters (severity `error`: the value is not used) and which have no effect (`warning`).
 * Throws nothing.
 */
export function checkParams(params: RoomParams, { room, extraParams }: CheckParamsOptions = {}): Issue[] {
  const issues: Issue[] = [];
  const address = readRoomAddress(room) ?? readRoomAddress('https://acme.whereby.com/room')!;
  const merged = parseRoomUrl(writeParams(address, issues, params, extraParams));
  issues.push(...merged.issues);
  const all: Readonly<Record<string, unknown>> = merged.params;
  const warn = (code: Issue['code'], param: string, problem: string) =>
    issues.push(issueOf(code, param, problem, 'warning'));

  for (const [name, { requires = [], conflicts = {}, host, minimal }] of Object.entries(rules)) {
    if (all[name] === undefined) continue;
    const on = all[name] !== false;
    for (const other of requires)
      if (on && all[other] !== true) warn('REQUIRES', name, `has no effect without ${other}`);
    for (const [other, blocking] of Object.entries(conflicts))
      if (on && all[other] === blocking)
        warn('CONFLICTS', name, `has no effect while ${other} is ${blocking ? 'on' : 'off'}`);
    if (on && host && !merged.hasRoomKey)
      warn('HOST_ONLY', name, "has an effect for hosts only: use the meeting's hostRoomUrl");
    if (!on && minimal && all.minimal === true)
      warn('HIDDEN_BY_MINIMAL', name, 'is hidden by minimal anyway: set it to on to bring it back');
  }
  return issues;
}
