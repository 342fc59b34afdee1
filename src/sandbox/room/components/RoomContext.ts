import { createContext, useContext } from 'react';
import type { LabelKey } from '../labels/en.js';
import type { Devices } from '../media/createDevices.js';
import type { Session } from '../session/createSession.js';
import type { SessionState } from '../session/SessionState.js';
import type { RoomView } from '../view/buildRoomView.js';

export interface RoomContextValue {
  readonly session: Session;
  readonly state: SessionState;
  readonly view: RoomView;
  readonly devices: Devices;
  /** The label in the participant's language. */
  readonly t: (key: LabelKey, values?: Readonly<Record<string, string | number>>) => string;
  /** The label in its cheerful wording, or in the neutral one if `personality` is off. */
  readonly tone: (key: LabelKey & keyof typeof cheerful) => string;
}

/** Labels with a cheerful wording besides the neutral one. */
export const cheerful = {
  reviewTitle: 'reviewTitleCheerful',
  knockingTitle: 'knockingTitleCheerful',
  leftTitle: 'leftTitleCheerful',
  endedTitle: 'endedTitleCheerful',
  alone: 'aloneCheerful',
  noMessages: 'noMessagesCheerful',
} as const satisfies Partial<Record<LabelKey, LabelKey>>;

export const RoomContext = createContext<RoomContextValue | null>(null);

export function useRoom(): RoomContextValue {
  const value = useContext(RoomContext);
  if (!value) throw new Error('useRoom is used outside of the room page.');
  return value;
}
