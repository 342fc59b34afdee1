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
import { paramNames } from '../params/names.js';
import { allowFor } from './allow.js';
import { explaining } from './explaining.js';
import { planFrame } from './planFrame.js';
import type { FramePlan } from './planFrame.js';
import type { RoomSource } from './roomSource.js';
import type { BridgeHandlers, WherebyEmbedHandle } from '../bridge/types.js';
import type { WherebyEmbedProps } from './types.js';

/** `contain` makes this the box that the cover fills, and leaves `position` to the app. */
const box = { contain: 'layout' };
const fill = { ...box, display: 'grid', height: '100%', minHeight: '20rem' };

/** `data-*` props go on the element, `aria-*` on the frame. */
const attributesOf = (props: object, prefix: RegExp): object =>
  Object.fromEntries(Object.entries(props).filter(([name]) => prefix.test(name)));

/** A list or record by its content, so that an equal one made on the next render counts as unchanged. */
const toComparable = (value: unknown): unknown => {
  try {
    return typeof value === 'object' ? JSON.stringify(value) : value;
  } catch {
    // Not a parameter's value either: `planFrame` reports it.
    return value;
  }
};

/**
 * A Whereby meeting in an iframe with the right permissions. Parameters and events are props; commands are on the
 * `ref`. From the moment the participant has joined, no render reloads the frame: changed parameters wait for the
 * next load (`ref.reload()` forces it), and only another `room` is another meeting.
 */
export const WherebyEmbed = /* @__PURE__ */ memo(
  /* @__PURE__ */ forwardRef<WherebyEmbedHandle, WherebyEmbedProps>(function WherebyEmbed(props, ref) {
    const { className, style } = props;
    const [load, setLoad] = useState(0);
    const [held, hold] = useState<FramePlan>();

    const comparable = [props.allowedHosts, props.extraParams, ...paramNames.map((name) => props[name])].map(
      toComparable,
    );
    // These are all that planFrame reads of the props, always in the same number.
    /* eslint-disable react-hooks/exhaustive-deps */
    const wanted = useMemo(() => planFrame(props), [props.room, ...comparable]);
    /* eslint-enable react-hooks/exhaustive-deps */
    const plan = held && (wanted.base ?? held.base) === held.base ? held : wanted;
    if (held && plan !== held) hold(undefined);
    const { url } = plan;

    const [{ update, attach, report, getStatus, handle }] = useState(() =>
      createBridge(() => {
        hold(undefined);
        setLoad((count) => count + 1);
      }),
    );
    useInsertionEffect(() => {
      let handlers: BridgeHandlers = props;
      // As it stands, so that a bundler drops it and the explanations from a production build, and puts a constant
      // there in development: where there is no bundler, there may be no `process`.
      try {
        if (process.env.NODE_ENV !== 'production') handlers = explaining(props, url);
      } catch {
        // That is no development, then.
      }
      update(handlers, () => hold(plan));
    });
    const status = useSyncExternalStore(handle.subscribe, getStatus, () => false);
    // New for every address, so that the bridge is told of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    const frameRef = useCallback((frame: HTMLIFrameElement | null) => attach(frame), [attach, url]);
    useImperativeHandle(ref, () => handle, [handle]);

    const problem = wanted.error;
    const reported = useRef<string>(undefined);
    useEffect(() => {
      // StrictMode runs this twice for one problem.
      if (problem && problem.message !== reported.current) report(problem, !url);
      reported.current = problem?.message;
    }, [problem, report, url]);

    const failure = url ? status !== true && status : problem;
    const own = (props.room as RoomSource | null | undefined)?.cover;
    const cover = failure ? (props.fallback?.(failure) ?? own) : !(url && status) && (props.loading ?? own);
    return (
      <div
        {...attributesOf(props, /^data-/)}
        id={props.id}
        className={className}
        style={{ ...(className || style ? box : fill), ...style }}
      >
        {url && (
          <iframe
            key={load + plan.base!}
            {...attributesOf(props, /^aria-/)}
            ref={frameRef}
            src={url}
            title={props.title ?? 'Whereby meeting'}
            allow={allowFor(props.allow, url)}
            width="100%"
            height="100%"
            frameBorder={0}
            style={{ display: 'block', borderRadius: 'inherit', visibility: failure && cover ? 'hidden' : undefined }}
          />
        )}
        {cover && <div style={{ position: 'absolute', inset: 0 }}>{cover}</div>}
      </div>
    );
  }),
);
