import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { MeetingProblem, WherebyEmbed } from 'react-whereby-embed';
import type { RoomEvent, WherebyEmbedProps } from 'react-whereby-embed';
import { Sentence } from '../Sentence.js';
import { usePresses } from './usePresses.js';
import './states.css';

export interface StateViewProps extends WherebyEmbedProps {
  /** The name of the state. */
  readonly heading: string;
  /** What is shown, in a sentence or two. */
  readonly about: string;
  /** Buttons in the room that are pressed as they appear, one after the other, to get to the state. */
  readonly presses?: readonly RegExp[];
  /** Below the text: what the story needs beside the meeting. */
  readonly children?: ReactNode;
}

const formatEvent = (event: RoomEvent): string => {
  if (event.type === 'unknown') return event.name;
  return event.prop + (event.payload ? ` ${JSON.stringify(event.payload)}` : '');
};

/** A meeting in one of its states, and beside it what the app receives. */
export function StateView({ heading, about, presses, children, ...props }: StateViewProps) {
  const [lines, setLines] = useState<readonly string[]>([]);
  const addLine = (line: string) => setLines((before) => [...before, line]);
  const place = useRef<HTMLDivElement>(null);
  usePresses(() => place.current?.querySelector('iframe')?.contentDocument, presses);
  return (
    <main className="ui state">
      <div className="state-room" ref={place}>
        <WherebyEmbed
          allowedHosts={[location.host]}
          className="state-embed"
          fallback={(error) => (
            <MeetingProblem error={error} room={typeof props.room === 'string' ? props.room : undefined} />
          )}
          {...props}
          onEvent={(event) => addLine(formatEvent(event))}
          onExit={({ reason }) => addLine(`onExit ${JSON.stringify({ reason })}`)}
          onError={({ code }) => addLine(`onError ${code}`)}
        />
      </div>
      <div className="state-text">
        <h1>{heading}</h1>
        <p>
          <Sentence text={about} />
        </p>
        {children}
        <h2>What the app receives</h2>
        {lines.length === 0 && <p className="state-nothing">Nothing yet.</p>}
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
