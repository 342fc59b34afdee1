import type { BridgeHandlers } from '../bridge/types.js';
import { explainProblem, printExplanation } from '../diagnosis/explainProblem.js';
import type { WherebyEmbedProps } from './types.js';

/** The handlers of these props, which also explain every problem on the console. For development. */
export const explaining = (props: WherebyEmbedProps, url: string | undefined): BridgeHandlers => ({
  ...props,
  onError(error) {
    printExplanation(explainProblem(error, { room: url, allow: props.allow }));
    props.onError?.(error);
  },
});
