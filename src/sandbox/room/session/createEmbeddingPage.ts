import { events } from '../../../protocol/events.js';
import type { EventPayload, EventProp } from '../../../protocol/types.js';

/** The page that frames the room, as far as the browser reveals it. */
export interface EmbeddingPage {
  /** Its origin; null if it is unknown or the room is not framed. */
  readonly origin: string | null;
  post<Prop extends EventProp>(prop: Prop, payload: EventPayload<Prop>): void;
}

function parseOrigin(url: string): string | null {
  const origin = URL.canParse(url) ? new URL(url).origin : 'null';
  return origin === 'null' ? null : origin;
}

function findOrigin(): string | null {
  // Firefox has no ancestorOrigins before version 148: https://bugzilla.mozilla.org/show_bug.cgi?id=1085214
  const ancestor = location.ancestorOrigins?.[0];
  return parseOrigin(ancestor && ancestor !== 'null' ? ancestor : document.referrer);
}

/** Posts the room's events if it is framed and its URL asks for them (`jsApi=true`). */
export function createEmbeddingPage(jsApi: boolean): EmbeddingPage {
  const isFramed = window.parent !== window;
  const origin = isFramed ? findOrigin() : null;
  return {
    origin,
    post(prop, payload) {
      if (!jsApi || !isFramed) return;
      const { type } = events[prop];
      window.parent.postMessage(payload === null ? { type } : { type, payload }, origin ?? '*');
    },
  };
}
