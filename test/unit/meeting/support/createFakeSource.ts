import { events } from 'react-whereby-embed';
import type { EventProp, MeetingState, RoomEvent } from 'react-whereby-embed';
import { createStore } from '../../../../src/meeting/createStore.js';
import type { Store } from '../../../../src/meeting/createStore.js';
import { initialState } from '../../../../src/meeting/initialState.js';
import { reduceEvent } from '../../../../src/meeting/reduceEvent.js';
import { createCommandMethods } from '../../../../src/protocol/createCommandMethods.js';
import { readMessage } from '../../../../src/protocol/readMessage.js';

/** Stands in for the `ref` of an embed: a test emits the room's events, and sees the commands and the listeners. */
export function createFakeSource(phase: MeetingState['phase'] = 'loading') {
  const sent: [string, unknown[]][] = [];
  const commands = createCommandMethods((name, ...args) => {
    sent.push([name, [...args]]);
    return Promise.resolve();
  });
  const { getState, subscribe, set } = createStore<MeetingState>({ ...initialState, phase, commands });
  let listeners = 0;
  const source: Store<MeetingState> = {
    getState,
    subscribe(listener) {
      listeners++;
      const unsubscribe = subscribe(listener);
      return () => {
        listeners--;
        unsubscribe();
      };
    },
  };
  const receive = (event: RoomEvent) => set(reduceEvent(event, getState()));
  return {
    source,
    sent,
    set,
    receive,
    emit: (prop: EventProp, payload?: unknown) =>
      receive(readMessage({ type: events[prop].type, payload }) as RoomEvent),
    get hasListeners() {
      return listeners > 0;
    },
  };
}
