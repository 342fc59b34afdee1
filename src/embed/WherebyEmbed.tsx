'use client';

import {
  forwardRef,
  memo,
  useEffect,
  useImperativeHandle,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createBridge } from '../bridge/createBridge.js';
import type { RoomStatus } from '../bridge/readiness.js';
import type { BridgeListeners, WherebyEmbedHandle } from '../bridge/types.js';
import { roomLabels } from '../panels/labels/roomLabels.js';
import { LabelsProvider, useLabels } from '../panels/useLabels.js';
import { withExplanations } from './development.js';
import { planInForce } from './frozenPlan.js';
import { LoadingVeil } from './LoadingVeil.js';
import { pickAttributes } from './pickAttributes.js';
import { planFrame } from './planFrame.js';
import type { FramePlan } from './planFrame.js';
import { planKey } from './planKey.js';
import { RoomPlaceholder } from './RoomPlaceholder.js';
import { isRoomSource } from './roomSource.js';
import { styleBox } from './styleBox.js';
import type { WherebyEmbedComponent, WherebyEmbedProps } from './types.js';
import { useCoveredFrame } from './useCoveredFrame.js';

/**
 * A Whereby meeting in an iframe with the right permissions. Parameters and events are props; commands are on the
 * `ref`. From the moment the participant has joined, no render reloads the frame: changed parameters wait for the
 * next load (`ref.reload()` forces it), and only another `room` is another meeting.
 */
export const WherebyEmbed: WherebyEmbedComponent = /* @__PURE__ */ memo(
  /* @__PURE__ */ forwardRef<WherebyEmbedHandle, WherebyEmbedProps>(function WherebyEmbed(props, ref) {
    const { room } = props;
    const { frameTitle } = useLabels(roomLabels, props.labels);
    const [loadCount, setLoadCount] = useState(0);
    const [frozenPlan, freezePlan] = useState<FramePlan>();
    const [{ update, attach, show, stopListening, report, getStatus, handle }] = useState(createBridge);

    const key = planKey(props);
    // `key` stands for all of the props that planFrame reads besides `room`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    const wantedPlan = useMemo(() => planFrame(props), [key, room]);
    const plan = planInForce(frozenPlan, wantedPlan);
    if (frozenPlan && plan !== frozenPlan) freezePlan(undefined);
    const { url } = plan;
    // A frame of its own for every URL: another `src` would add an entry to the history.
    const frameKey = `${loadCount} ${url}`;

    const status = useSyncExternalStore<RoomStatus | 'hydrating'>(handle.subscribe, getStatus, () => 'hydrating');
    // Before any effect of the app, so that what an effect causes reaches the handlers of this render.
    useInsertionEffect(() => {
      let handlers: BridgeListeners = props;
      // Written out in full, so that bundlers drop the explanations from production builds.
      try {
        if ((process.env.NODE_ENV || 'production') !== 'production') handlers = withExplanations(props, url, handle);
      } catch {
        // No `process`: treat as production.
      }
      update(handlers, {
        isHydrating: status === 'hydrating',
        freeze: () => freezePlan(plan),
        unfreeze: () => freezePlan(undefined),
        reload() {
          freezePlan(undefined);
          setLoadCount((count) => count + 1);
        },
      });
    });
    // React runs the cleanup of an insertion effect when it unmounts the component, and not when it hides it.
    useInsertionEffect(() => stopListening, [stopListening]);
    // Not a layout effect: Suspense undoes those of what it hides for a moment, which is no reason to leave.
    useEffect(show, [show]);
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
    const source = isRoomSource(room) && !url ? room : undefined;
    const retry = url ? handle.reload : (source?.retry ?? source?.refresh);
    // As on any iframe, "lazy" is about the frame and no placeholder.
    const loading = props.loading === 'lazy' ? undefined : props.loading;
    const given = failure
      ? props.fallback?.(failure, { room: isRoomSource(room) ? room.url : room, retry: retry && (() => void retry()) })
      : loading;
    const isVeiled = isLoading && url && props.loading === undefined;
    const placeholder =
      given === undefined && (failure || source) ? (
        <RoomPlaceholder failure={failure} source={source} retry={retry} />
      ) : (
        (failure || isLoading) && given
      );
    const { frameRef, placeholderProps } = useCoveredFrame(handle, attach, frameKey, placeholder, !!failure);

    return (
      <div
        {...pickAttributes(props, 'data-')}
        ref={styleBox}
        id={props.id}
        className={props.className}
        style={props.style}
      >
        {url && (
          <iframe
            key={frameKey}
            {...pickAttributes(props, 'aria-')}
            // React 18 takes only text for an attribute that it does not know, React 19 takes any text but '' as true.
            {...(props.credentialless && { credentialless: 'credentialless' })}
            ref={frameRef}
            title={props.title ?? frameTitle}
            name={plan.name}
            allow={plan.allow}
            loading={props.loading === 'lazy' ? 'lazy' : undefined}
            referrerPolicy={props.referrerPolicy}
            // Until styleBox has run, and where no height is around.
            width="100%"
            height="320"
            frameBorder={0}
            src={url}
          />
        )}
        {isVeiled && <LoadingVeil />}
        {placeholder && (
          <div {...placeholderProps}>
            <LabelsProvider labels={props.labels}>{placeholder}</LabelsProvider>
          </div>
        )}
      </div>
    );
  }),
);
