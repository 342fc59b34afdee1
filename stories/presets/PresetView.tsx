import { clsx } from 'clsx';
import { WherebyEmbed, buildRoomUrl } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { CopyButton } from '../CopyButton.js';
import { printJsx } from '../playground/printJsx.js';
import { encodeShare } from '../playground/shareCode.js';
import { shareLink } from '../playground/shareLink.js';
import { initialState } from '../playground/state.js';
import { usableParams } from '../playground/usableParams.js';
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

/** A combination in the sandbox's room, with the reason for each parameter and what to hand on. */
export function PresetView({ title, why, role, params }: PresetViewProps) {
  const { usable, issues } = usableParams(params, '');
  const jsx = printJsx(usable, '{roomUrl}');
  const url = buildRoomUrl('https://your-team.whereby.com/your-room', usable);
  const play = shareLink(document.baseURI, 'playground--room', encodeShare({ ...initialState, role, params: usable }));
  return (
    <main className="ui preset">
      <div className="preset-room">
        <WherebyEmbed
          room={sandboxRoom('preset', { role, straightIn: true })}
          allowedHosts={[location.host]}
          {...usable}
          className="preset-embed"
          fallback={(error) => <p role="alert">{error.message}</p>}
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
        <pre className="code" tabIndex={0} aria-label="JSX">
          <code>{jsx}</code>
        </pre>
        <p className="preset-url">
          <code>{url}</code>
        </p>
        <div className="preset-actions">
          <CopyButton what="JSX" text={jsx} />
          <CopyButton what="address" text={url} />
          <a className="button" href={play} target="_top">
            Open in the playground
          </a>
        </div>
      </div>
    </main>
  );
}
