import { createServerError } from '../errors/createServerError.js';
import { joinIssues } from '../errors/joinIssues.js';
import type { Issue, WherebyError } from '../errors/WherebyError.js';

/** One error for all issues. */
export const createServerParamsError = (issues: readonly Issue[]): WherebyError =>
  createServerError('PARAMS_INVALID', { problems: joinIssues(issues) }, { issues });
