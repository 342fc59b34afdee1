import { createError } from '../errors/createError.js';
import { joinIssues } from '../errors/joinIssues.js';
import type { Issue, WherebyError } from '../errors/WherebyError.js';

/** One error for all issues. */
export const createParamsError = (issues: readonly Issue[]): WherebyError =>
  createError('PARAMS_INVALID', { problems: joinIssues(issues) }, { issues });
