'use client';

import { useEffect, useState } from 'react';
import { roomLabels } from './labels.js';
import type * as MeetingProblemModule from './MeetingProblem.js';
import type { MeetingProblemProps } from './MeetingProblem.js';
import { QuietPanel } from './QuietPanel.js';
import { useLabels } from './useLabels.js';

let loaded: typeof MeetingProblemModule | undefined;

/** `MeetingProblem`, loaded when there is a problem. Until then, and if it cannot be loaded, one sentence stands for it. */
export function ProblemOnDemand(props: MeetingProblemProps) {
  const [problem, setProblem] = useState(loaded);
  const labels = useLabels(roomLabels, props.labels);
  useEffect(() => {
    let isMounted = true;
    import('./MeetingProblem.js').then(
      (module) => {
        loaded = module;
        if (isMounted) setProblem(module);
      },
      () => undefined,
    );
    return () => {
      isMounted = false;
    };
  }, []);
  if (problem) return <problem.MeetingProblem {...props} />;
  return (
    <QuietPanel
      role="alert"
      text={props.cause === 'over' ? labels.over : labels.problem}
      onRetry={props.onRetry}
      label={labels.tryAgain}
    />
  );
}
