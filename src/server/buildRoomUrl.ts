import { createServerError } from '../errors/createServerError.js';
import { WherebyError } from '../errors/WherebyError.js';
import { buildRoomUrl as build } from '../params/buildRoomUrl.js';
import { createServerParamsError } from './createServerParamsError.js';

/**
 * The `buildRoomUrl` of the main entry, for servers: its errors are the same, and say everything in production too.
 *
 * @throws WherebyError `ROOM_MISSING` or `ROOM_INVALID` for a URL that cannot be read, `PARAMS_INVALID` with every
 * issue if a value is wrong.
 */
export const buildRoomUrl: typeof build = (...args) => {
  try {
    return build(...args);
  } catch (error) {
    throw error instanceof WherebyError ? describeFully(error) : error;
  }
};

/** The message of an error that was created for browsers leaves its sentences out in production. */
function describeFully(error: WherebyError): WherebyError {
  const { code, issues = [] } = error;
  if (code === 'ROOM_MISSING' || code === 'ROOM_INVALID') return createServerError(code);
  return code === 'PARAMS_INVALID' ? createServerParamsError(issues) : error;
}
