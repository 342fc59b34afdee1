import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomEvent, WherebyEmbedProps } from 'react-whereby-embed';
import './states.css';

export interface StateViewProps extends WherebyEmbedProps {
  /** What is shown, in a sentence or two. */
  readonly about: string;
}

/** Errors that opening the room in a tab of its own can get around. */
const worksOutside = new Set<string>(['FRAME_BLOCKED', 'READY_TIMEOUT']);

const formatEvent = (event: RoomEvent): string => {
  if (event.type === 'unknown') return event.name;
  return event.prop + (event.payload ? ` ${JSON.stringify(event.payload)}` : '');
};

/** A meeting in one of its states, and beside it what the app receives. */
export function StateView({ about, ...props }: StateViewProps) {
  const [lines, setLines] = useState<readonly string[]>([]);
  const addLine = (line: string) => setLines((before) => [...before, line]);
  return (
    <main className="ui state">
      <div className="state-room">
        <WherebyEmbed
          allowedHosts={[location.host]}
          className="state-embed"
          loading={<p className="state-cover">Loading the room…</p>}
          fallback={({ code, message }) => (
            <div className="state-cover" role="alert">
              <p>
                <strong>{code}</strong>
              </p>
              <p>{message}</p>
              {worksOutside.has(code) && typeof props.room === 'string' && (
                <a className="button" href={props.room} target="_blank" rel="noreferrer">
                  Open in a new tab
                </a>
              )}
            </div>
          )}
          {...props}
          onEvent={(event) => addLine(formatEvent(event))}
          onExit={({ reason }) => addLine(`onExit ${JSON.stringify({ reason })}`)}
          onError={({ code }) => addLine(`onError ${code}`)}
        />
      </div>
      <div className="state-text">
        <p>{about}</p>
        <h2>What the app receives</h2>
        <ol aria-label="What the app receives">
          {lines.map((line, index) => (
            <li key={index}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </div>
    </main>
  );
}
