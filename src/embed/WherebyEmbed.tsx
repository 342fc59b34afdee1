'use client';

import {
  forwardRef,
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createBridge } from '../bridge/createBridge.js';
import type { BridgeListeners, WherebyEmbedHandle } from '../bridge/types.js';
import { roomLabels } from '../panels/labels.js';
import { allowFor } from './allow.js';
import { withExplanations } from './development.js';
import { planInForce } from './frozenPlan.js';
import { pickAttributes } from './pickAttributes.js';
import { planFrame } from './planFrame.js';
import type { FramePlan } from './planFrame.js';
import { planKey } from './planKey.js';
import { RoomPlaceholder } from './RoomPlaceholder.js';
import type { WherebyEmbedProps } from './types.js';

/** `contain` makes this the box that the placeholder fills, and leaves `position` to the app. */
const box = { contain: 'layout' };
const fill = { ...box, display: 'grid', height: '100%', minHeight: '20rem' };

/**
 * A Whereby meeting in an iframe with the right permissions. Parameters and events are props; commands are on the
 * `ref`. From the moment the participant has joined, no render reloads the frame: changed parameters wait for the
 * next load (`ref.reload()` forces it), and only another `room` is another meeting.
 */
export const WherebyEmbed = /* @__PURE__ */ memo(
  /* @__PURE__ */ forwardRef<WherebyEmbedHandle, WherebyEmbedProps>(function WherebyEmbed(props, ref) {
    const { className, style, room } = props;
    const [loadCount, setLoadCount] = useState(0);
    const [frozenPlan, freezePlan] = useState<FramePlan>();

    const key = planKey(props);
    // `key` stands for all of the props that planFrame reads besides `room`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    const wantedPlan = useMemo(() => planFrame(props), [key, room]);
    const plan = planInForce(frozenPlan, wantedPlan);
    if (frozenPlan && plan !== frozenPlan) freezePlan(undefined);
    const { url } = plan;

    const [{ update, attach, report, getStatus, handle }] = useState(() =>
      createBridge(() => {
        freezePlan(undefined);
        setLoadCount((count) => count + 1);
      }),
    );
    // Before any effect of the app, so that what an effect causes reaches the handlers of this render.
    useInsertionEffect(() => {
      let handlers: BridgeListeners = props;
      // Written out in full, so that bundlers drop the explanations from production builds.
      try {
        if (process.env.NODE_ENV !== 'production') handlers = withExplanations(props, url, handle);
      } catch {
        // No `process`: treat as production.
      }
      update(handlers, () => freezePlan(plan));
    });
    const status = useSyncExternalStore(handle.subscribe, getStatus, () => 'loading' as const);
    // A new function for every address, so that React attaches the frame again and the bridge reads it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    const frameRef = useCallback((frame: HTMLIFrameElement | null) => attach(frame), [attach, url]);
    useImperativeHandle(ref, () => handle, [handle]);

    const problem = wantedPlan.error;
    const reported = useRef<string>(undefined);
    useEffect(() => {
      // StrictMode runs this twice for one problem.
      if (problem && problem.message !== reported.current) report(problem, !url);
      reported.current = problem?.message;
    }, [problem, report, url]);

    const frameFailure = typeof status === 'object' ? status : undefined;
    const failure = url ? frameFailure : problem;
    const isLoading = !failure && !(url && status === 'ready');
    const ownPlaceholder = typeof room === 'object' && room && !url && (
      <RoomPlaceholder source={room} labels={props.labels} />
    );
    const placeholder = failure
      ? (props.fallback?.(failure) ?? ownPlaceholder)
      : isLoading && (props.loading ?? ownPlaceholder);

    return (
      <div
        {...pickAttributes(props, 'data-')}
        id={props.id}
        className={className}
        style={{ ...(className || style ? box : fill), ...style }}
      >
        {url && (
          <iframe
            key={`${loadCount} ${plan.base}`}
            {...pickAttributes(props, 'aria-')}
            ref={frameRef}
            src={url}
            title={props.title ?? props.labels?.frameTitle ?? roomLabels.frameTitle}
            allow={allowFor(props.allow, url)}
            width="100%"
            height="100%"
            frameBorder={0}
            style={{
              display: 'block',
              borderRadius: 'inherit',
              visibility: failure && placeholder ? 'hidden' : undefined,
            }}
          />
        )}
        {placeholder && <div style={{ position: 'absolute', inset: 0 }}>{placeholder}</div>}
      </div>
    );
  }),
);
