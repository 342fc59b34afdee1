import { useState } from 'react';
import { ApiFailure } from './ApiFailure.js';

export interface Action {
  readonly isRunning: boolean;
  readonly failure: ApiFailure | undefined;
  /** Resolves to whether it worked. */
  readonly run: (action: () => Promise<unknown>) => Promise<boolean>;
}

/** One thing at a time that a person does, and what came of it. */
export function useAction(): Action {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();

  const run = async (action: () => Promise<unknown>) => {
    setRunning(true);
    setFailure(undefined);
    try {
      await action();
      return true;
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error : new ApiFailure('UNREACHABLE', String(error)));
      return false;
    } finally {
      setRunning(false);
    }
  };

  return { isRunning, failure, run };
}
