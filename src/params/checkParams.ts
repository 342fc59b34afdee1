import type { Issue } from '../errors/WherebyError.js';
import { applyChanges } from './applyChanges.js';
import { collectChanges } from './collectChanges.js';
import { addIssue } from './addIssue.js';
import { parseRoomUrl } from './parseRoomUrl.js';
import { readRoomAddress, requireRoomAddress } from './roomAddress.js';
import { rules } from './rules.generated.js';
import type { ParamName, RoomParams } from './types.js';

/** When a parameter has no effect. */
export interface ParamRule {
  /** Parameters that must be on. */
  readonly requires?: readonly ParamName[];
  /** Parameters that must not have this value. */
  readonly conflicts?: Partial<Record<ParamName, boolean>>;
  /** Only hosts notice it. */
  readonly host?: boolean;
  /** Parameters that hide it unless it is on. */
  readonly hiddenBy?: readonly ParamName[];
}

export interface CheckParamsOptions {
  /** The room URL that the parameters are for. Its own parameters count too, and whether it carries a host's key. */
  readonly room?: string | URL | undefined;
  readonly extraParams?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Returns what is wrong with parameters: issues of severity `error` for values that are not used, of severity
 * `warning` for what was converted or repaired and for parameters that have no effect. Throws nothing.
 */
export function checkParams(params: RoomParams, { room, extraParams }: CheckParamsOptions = {}): Issue[] {
  const address = readRoomAddress(room) ?? requireRoomAddress('https://acme.whereby.com/room');
  const issues: Issue[] = [...address.issues];
  const merged = parseRoomUrl(applyChanges(address, collectChanges(params, extraParams, issues)));
  issues.push(...merged.issues);

  const values: Readonly<Record<string, unknown>> = merged.params;
  const warn = (code: Issue['code'], param: string, problem: string) =>
    addIssue(issues, code, param, problem, 'warning');
  for (const [name, { requires = [], conflicts = {}, host, hiddenBy = [] }] of Object.entries(rules)) {
    if (values[name] === undefined) continue;
    if (values[name] === false) {
      for (const other of hiddenBy)
        if (values[other] === true)
          warn('HIDDEN_BY_MINIMAL', name, `is hidden by ${other} anyway: set it to on to bring it back`);
      continue;
    }
    for (const other of requires) if (values[other] !== true) warn('REQUIRES', name, `has no effect without ${other}`);
    for (const [other, value] of Object.entries(conflicts))
      if (values[other] === value) warn('CONFLICTS', name, `has no effect while ${other} is ${value ? 'on' : 'off'}`);
    if (host && !merged.hasRoomKey)
      warn('HOST_ONLY', name, "has an effect for hosts only: use the meeting's hostRoomUrl");
  }
  return issues;
}
