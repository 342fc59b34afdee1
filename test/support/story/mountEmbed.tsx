import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import type { CommandName, MeetingState, WherebyEmbedHandle } from 'react-whereby-embed';
import type { Told } from './stories.js';

export interface MountedEmbed {
  readonly events: readonly Told[];
  readState(): MeetingState;
  command(method: CommandName, args: readonly unknown[]): Promise<void>;
  unmount(): void;
}

/** The component in a page, with all it reports. */
export function mountEmbed(room: string): MountedEmbed {
  const events: Told[] = [];
  const ref = createRef<WherebyEmbedHandle>();
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(
    <WherebyEmbed
      ref={ref}
      room={room}
      style={{ height: 600 }}
      onEvent={(event) => events.push([event.type === 'unknown' ? event.name : event.type, event.payload ?? null])}
    />,
  );
  return {
    events,
    readState: () => ref.current!.getState(),
    // Each method has arguments of its own; a story has those of its command.
    command: (method, args) => (ref.current![method] as (...all: readonly unknown[]) => Promise<void>)(...args),
    unmount() {
      root.unmount();
      container.remove();
    },
  };
}
