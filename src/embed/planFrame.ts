import type { Issue, WherebyError } from '../errors/WherebyError.js';
import { applyChanges } from '../params/applyChanges.js';
import { collectChanges } from '../params/collectChanges.js';
import { createParamsError } from '../params/createParamsError.js';
import { pickParams } from '../params/pickParams.js';
import { readWithheldPermissions } from '../params/readWithheldPermissions.js';
import { readSubdomain, stripQuery } from '../params/roomAddress.js';
import { checkRoom } from '../params/roomHosts.js';
import { allowFor } from './allow.js';
import { nameFrame } from './nameFrame.js';
import { isRoomSource } from './roomSource.js';
import type { WherebyEmbedProps } from './types.js';

/** What to frame, or why there is nothing to frame. */
export interface FramePlan {
  readonly url?: string;
  /** The name of the frame: see `nameFrame`. */
  readonly name?: string;
  /** Origin and path of the room: another one is another meeting. */
  readonly base?: string;
  /** The `allow` attribute of the frame. */
  readonly allow?: string;
  /** Why there is no frame, or which parameters were left out of it. */
  readonly error?: WherebyError | undefined;
}

/** Plans the frame for a set of props. Pure. Bad parameters are left out and reported; a bad room leaves no URL. */
export function planFrame(props: WherebyEmbedProps): FramePlan {
  const { room } = props;
  if (isRoomSource(room) && room.status !== 'ready') return { error: room.error };
  try {
    const address = checkRoom(isRoomSource(room) ? room.url : room, props.allowedHosts);
    const issues: Issue[] = [...address.issues];
    const subdomain = readSubdomain(address.url);
    const changes = collectChanges(pickParams(props), props.extraParams, issues);
    // These make the room post messages to this page; the official element sends the same three.
    changes.set('jsApi', 'jsApi=true').set('we', 'we=1');
    if (subdomain) changes.set('iframeSource', `iframeSource=${subdomain}`);
    const url = applyChanges(address, changes);
    return {
      url,
      name: nameFrame(url),
      base: stripQuery(address.url),
      allow: allowFor(props.allow, readWithheldPermissions(url)),
      error: issues[0] && createParamsError(issues),
    };
  } catch (error) {
    return { error: error as WherebyError };
  }
}
