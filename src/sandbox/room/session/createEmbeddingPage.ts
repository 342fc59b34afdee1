import { events } from '../../../protocol/events.js';
import type { EventPayload, EventProp } from '../../../protocol/types.js';

/** The page that frames the room, as far as the browser tells. */
export interface EmbeddingPage {
  /** Its origin; null where it is not known or there is no such page. */
  readonly origin: string | null;
  post<Prop extends EventProp>(prop: Prop, payload: EventPayload<Prop>): void;
}

const originOf = (address: string): string | null => {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
};

/** Posts the room's events, if its address asks for them (`jsApi=true`) and it is framed. */
export function createEmbeddingPage(jsApi: boolean): EmbeddingPage {
  const framed = window.parent !== window;
  const ancestor = location.ancestorOrigins?.[0];
  const origin = framed ? originOf(ancestor && ancestor !== 'null' ? ancestor : document.referrer) : null;
  return {
    origin,
    post(prop, payload) {
      if (!jsApi || !framed) return;
      const { type } = events[prop];
      window.parent.postMessage(payload === null ? { type } : { type, payload }, origin ?? '*');
    },
  };
}
