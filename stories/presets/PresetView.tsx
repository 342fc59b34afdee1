import { clsx } from 'clsx';
import { useState } from 'react';
import { WherebyEmbed, buildRoomUrl } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { Code } from '../Code.js';
import { CopyButton } from '../CopyButton.js';
import { printJsx } from '../playground/printJsx.js';
import { writeShare } from '../playground/shareQuery.js';
import { shareLink } from '../playground/shareLink.js';
import { initialState } from '../playground/state.js';
import { UrlView } from '../playground/UrlView.js';
import { usableParams } from '../playground/usableParams.js';
import { Segments } from '../Segments.js';
import { Sentence } from '../Sentence.js';
import { sandboxRoom } from '../sandboxRoom.js';
import type { SandboxRole } from '../sandboxRoom.js';
import './presets.css';

export interface PresetViewProps {
  readonly title: string;
  readonly why: string;
  readonly role: SandboxRole;
  readonly params: RoomParams;
}

/** The parts of a stay, in their order. */
const parts = { check: 'Check', waiting: 'Waiting room', call: 'In the call' } as const;
type Part = keyof typeof parts;
const partOptions = (Object.keys(parts) as Part[]).map((value) => ({ value, label: parts[value] }));

/** A waiting room is a locked one, into which nobody goes straight. */
const roomOf = (part: Part, role: SandboxRole): string =>
  sandboxRoom(part === 'waiting' ? 'preset-locked' : 'preset', {
    role: part === 'waiting' ? 'visitor' : role,
    straightIn: part !== 'check',
  });

/** A combination in the sandbox's room, with the reason for each parameter and what to hand on. */
export function PresetView({ title, why, role, params }: PresetViewProps) {
  const [part, setPart] = useState<Part>(params.precallCeremony ? 'check' : 'call');
  const { usable, issues } = usableParams(params, '');
  const jsx = printJsx(usable, '{roomUrl}');
  const url = buildRoomUrl('https://your-team.whereby.com/your-room', usable);
  const play = shareLink(
    document.baseURI,
    'playground--room',
    writeShare({ ...initialState, role, from: title, params: usable }),
  );
  return (
    <main className="ui preset">
      <div className="preset-room">
        <Segments<Part> label="Part of the stay" value={part} options={partOptions} onChange={setPart} />
        <WherebyEmbed
          key={part}
          room={roomOf(part, role)}
          allowedHosts={[location.host]}
          {...usable}
          className="preset-embed"
        />
      </div>
      <div className="preset-text">
        <h1>{title}</h1>
        <p>
          <Sentence text={why} />
        </p>
        {issues.map(({ code, param, severity, message }) => (
          <p key={code + param} className={clsx('note', `note-${severity}`)}>
            {message}
          </p>
        ))}
        <a className="button button-main" href={play} target="_top">
          Open in the playground
        </a>
        <div>
          <div className="preset-head">
            <h2>JSX</h2>
            <CopyButton what="JSX" text={jsx} />
          </div>
          <Code label="JSX" language="jsx" text={jsx} />
        </div>
        <div>
          <div className="preset-head">
            <h2>Address</h2>
            <CopyButton what="address" text={url} />
          </div>
          <UrlView url={url} bases={[]} />
        </div>
      </div>
    </main>
  );
}
