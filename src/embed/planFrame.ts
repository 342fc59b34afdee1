import type { Issue, WherebyError } from '../errors/WherebyError.js';
import { paramNames } from '../params/names.js';
import { baseOf, subdomainOf } from '../params/roomAddress.js';
import { checkRoom } from '../params/roomHosts.js';
import { issueOf, paramsInvalid, writeParams } from '../params/writeParams.js';
import type { WherebyEmbedProps } from './types.js';

/** What is to be framed, or why nothing can be. */
export interface FramePlan {
  readonly url?: string;
  /** Origin and path: another one is another meeting. */
  readonly base?: string;
  /** Why there is no frame, or which parameters were left out of it. */
  readonly error?: WherebyError | undefined;
}

/** Which address a set of props frames. Pure; bad parameters are left out, a bad room makes no address. */
export function planFrame(props: WherebyEmbedProps): FramePlan {
  let { room } = props;
  if (room && typeof room === 'object' && room.status) {
    if (room.status !== 'ready') return { error: room.error };
    room = room.url!;
  }
  try {
    const address = checkRoom(room, props.allowedHosts);
    const issues: Issue[] = [];
    const subdomain = subdomainOf(address.url);
    const url = writeParams(
      address,
      issues,
      props,
      props.extraParams,
      paramNames,
      // What makes the room talk to this page; the official element sends the same three.
      ['jsApi=true', 'we=1', subdomain && `iframeSource=${subdomain}`],
    );
    if (address.pairs.some((pair) => /^roomKey.*\?/.test(pair)))
      issues.push(issueOf('SECOND_QUESTION_MARK', 'roomKey', 'has a "?": join with "&"'));
    return { url, base: baseOf(address.url), error: issues[0] && paramsInvalid(issues) };
  } catch (error) {
    return { error: error as WherebyError };
  }
}
