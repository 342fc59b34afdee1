import type { RefObject } from 'react';
import { commands } from 'react-whereby-embed';
import type { CommandName, WherebyEmbedHandle } from 'react-whereby-embed';

interface Props {
  readonly meeting: RefObject<WherebyEmbedHandle | null>;
  readonly onFailure: (error: unknown) => void;
}

const names = Object.keys(commands) as CommandName[];

const label = (name: string) => name.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A button for every command of the room. */
export function Commands({ meeting, onFailure }: Props) {
  const send = (name: CommandName) => void meeting.current?.[name]().catch(onFailure);
  return (
    <section aria-labelledby="commands">
      <h2 id="commands">Commands</h2>
      <div className="buttons">
        {names.map((name) => (
          <button key={name} onClick={() => send(name)}>
            {label(name)}
          </button>
        ))}
        <button onClick={() => meeting.current?.reload()}>reload</button>
      </div>
    </section>
  );
}
