import { checkParams } from 'react-whereby-embed';
import type { Issue, RoomParams } from 'react-whereby-embed';

export interface CheckedParams {
  /** Without the values that the room would refuse: what `WherebyEmbed` frames. */
  readonly usable: RoomParams;
  readonly issues: readonly Issue[];
}

/** Parameters as the component takes them, and everything there is to say about them. */
export function usableParams(params: RoomParams, room: string): CheckedParams {
  const issues = checkParams(params, { room });
  // A URL can hold a wrong value of its own, which leaves a good one given here as it is.
  const refused = new Set(
    checkParams(params)
      .filter(({ severity }) => severity === 'error')
      .map(({ param }) => param),
  );
  return { usable: Object.fromEntries(Object.entries(params).filter(([name]) => !refused.has(name))), issues };
}
