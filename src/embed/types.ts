import type {
  AriaAttributes,
  CSSProperties,
  ForwardRefExoticComponent,
  HTMLAttributeReferrerPolicy,
  ReactNode,
  RefAttributes,
} from 'react';
import type { BridgeHandlers, WherebyEmbedHandle } from '../bridge/types.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingLabels } from '../panels/labels/MeetingLabels.js';
import type { RoomParams } from '../params/types.js';
import type { AllowChanges } from './allow.js';
import type { RoomSource } from './roomSource.js';

/** What a `fallback` can offer besides the error. */
export interface FallbackActions {
  /** The room's URL as it was given, for a link to it. */
  readonly room: string | URL | undefined;
  /** Loads the room again, or requests its URL again. Undefined if neither is possible. */
  readonly retry: (() => void) | undefined;
}

export interface WherebyEmbedOwnProps {
  /**
   * The whole URL of the room, as the service returns it for a new meeting: `roomUrl` for visitors, `hostRoomUrl`
   * or `viewerRoomUrl` for those roles. Parameters given as props win over those in the URL. Also takes what
   * `useRoomUrl` returns; loading, errors and an expired meeting are then shown in the frame's place.
   * @example room="https://acme.whereby.com/demo"
   * @see `docs/room-urls.md`
   */
  room: string | URL | RoomSource;
  /**
   * Features added to or removed from those that the frame may use. Takes effect with the next load.
   * @example allow={{ add: ['clipboard-write'] }}
   * @see `docs/security-and-csp.md#permissions-policy`
   */
  allow?: AllowChanges | undefined;
  /**
   * Hosts that may be framed besides `*.whereby.com`: `meet.example.com` with any port, `meet.example.com:8443` with
   * that one, or an origin, `https://meet.example.com`. Whole names: there are no wildcards.
   * @example allowedHosts={['meet.example.com']}
   * @see `docs/room-urls.md#hosts-of-your-own`
   */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Parameters newer than this version, under their names in the URL. Known and reserved names are refused.
   * @example extraParams={{ newFeature: 'on' }}
   * @see `docs/reference/props.md#room-parameters`
   */
  extraParams?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Shown over the frame until the room is ready. By default a plain ground with three dots; `null` shows the frame while it loads.
   * `"lazy"` does what it does on any iframe: the room loads when the frame comes near the viewport, and `readyTimeout`
   * counts from then on.
   * @example loading={<p>One moment</p>}
   * @see `docs/panels.md`
   */
  loading?: ReactNode;
  /**
   * As on any iframe: which part of the page's URL the room's server sees.
   * @example referrerPolicy="strict-origin"
   * @see `docs/security-and-csp.md#other-headers`
   */
  referrerPolicy?: HTMLAttributeReferrerPolicy | undefined;
  /**
   * Loads the room without cookies, so that a page with a Cross-Origin-Embedder-Policy can frame it. Only Chromium
   * knows it (https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/iframe#credentialless).
   * @example credentialless
   * @see `docs/security-and-csp.md#other-headers`
   */
  credentialless?: boolean | undefined;
  /**
   * Shown instead of the room when there can be no meeting. By default one quiet sentence: see `meetingPanels`.
   * @example fallback={(error) => <p>{error.message}</p>}
   * @see `docs/controls.md#when-there-is-no-meeting`
   */
  fallback?: ((error: WherebyError, actions: FallbackActions) => ReactNode) | undefined;
  /**
   * Class of the element around the frame. That element fills its parent, unless the class or `style` sizes it; without
   * any height around it, it is `--whereby-min-height` high (20rem by default).
   * @example className="meeting"
   * @see `docs/reference/props.md#of-the-component`
   */
  className?: string | undefined;
  /**
   * Style of the element around the frame.
   * @example style={{ height: '80vh' }}
   * @see `docs/reference/props.md#of-the-component`
   */
  style?: CSSProperties | undefined;
  /**
   * The `id` of the element around the frame.
   * @example id="meeting"
   * @see `docs/reference/props.md#of-the-component`
   */
  id?: string | undefined;
  /**
   * The frame's name for screen readers. Defaults to "Whereby meeting".
   * @example title="Your lesson"
   * @see `docs/reference/props.md#of-the-component`
   */
  title?: string | undefined;
  /**
   * Texts shown in the frame's place, for languages other than English. Those of `MeetingProvider` need not be given
   * again.
   * @example labels={{ tryAgain: 'Réessayer' }}
   * @see `docs/panels.md#texts`
   */
  labels?: Partial<MeetingLabels> | undefined;
}

export interface WherebyEmbedProps extends RoomParams, BridgeHandlers, AriaAttributes, WherebyEmbedOwnProps {}

/** The type of `WherebyEmbed`, made of names that Preact's types have as well: with any other, its props would be `any` there. */
export type WherebyEmbedComponent = ForwardRefExoticComponent<WherebyEmbedProps & RefAttributes<WherebyEmbedHandle>>;
