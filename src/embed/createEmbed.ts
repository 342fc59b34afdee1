import { createBridge } from '../bridge/createBridge.js';
import type { Bridge } from '../bridge/createBridge.js';
import type { WherebyError } from '../errors.js';
import { isDevelopment } from '../params/isDevelopment.js';
import { commands } from '../protocol/commands.js';
import type { CommandName } from '../protocol/types.js';
import type { FramePlan } from './planFrame.js';
import type { EmbedSignal, WherebyEmbedHandle, WherebyEmbedProps } from './types.js';

/** What was last rendered: read when something happens, so that handlers may be new on every render. */
export interface Rendered {
  readonly props: WherebyEmbedProps;
  readonly plan: FramePlan;
  /** Which load of which address the frame is. */
  readonly key: string;
}

export interface EmbedActions {
  /** Keeps the frame as it is, or lets it go. */
  hold(plan?: FramePlan): void;
  /** Says of a frame that it is ready, or why not. */
  show(key: string, error?: WherebyError): void;
  /** Loads anew. */
  reload(): void;
}

export interface Embed extends Pick<Bridge, 'attach'> {
  readonly handle: WherebyEmbedHandle;
  report(error: WherebyError): void;
}

/** The part of a component that stays the same from render to render. */
export function createEmbed(latest: { readonly current: Rendered }, { hold, show, reload }: EmbedActions): Embed {
  const listeners = new Set<(signal: EmbedSignal) => void>();
  const tell = (signal: EmbedSignal) => listeners.forEach((listener) => listener(signal));
  const report = (error: WherebyError) => {
    tell({ error });
    if (isDevelopment()) console.warn(error.message);
    latest.current.props.onError?.(error);
  };
  const bridge = createBridge({
    onEvent(event) {
      const { props, plan } = latest.current;
      if (event.type === 'join') hold(plan);
      tell({ event });
      props.onEvent?.(event);
      if (event.type !== 'unknown') (props[event.prop] as ((payload: unknown) => void) | undefined)?.(event.payload);
    },
    onReady: () => show(latest.current.key),
    onExit: (reason) => latest.current.props.onExit?.({ reason }),
    onProblem(error, fatal) {
      if (fatal) show(latest.current.key, error);
      report(error);
    },
    readyTimeout: () => latest.current.props.readyTimeout ?? 30_000,
  });
  const methods = Object.keys(commands).map((name) => [
    name,
    (argument?: unknown) => bridge.send(name as CommandName, argument),
  ]);
  return {
    report,
    attach(frame) {
      tell({ frame });
      bridge.attach(frame);
    },
    handle: {
      ...(Object.fromEntries(methods) as WherebyEmbedHandle),
      get iframe() {
        return bridge.frame;
      },
      reload,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
