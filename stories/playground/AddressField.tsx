import { clsx } from 'clsx';
import { useId, useState } from 'react';
import type { ExplainedAddress } from '../../src/params/explainAddress.js';
import { explainAddress } from '../../src/params/explainAddress.js';

export interface AddressFieldProps {
  /** The room that is shown instead of the sandbox's, without its key; empty if there is none. */
  readonly room: string;
  readonly hasKey: boolean;
  /** A room was read. `text` is what was pasted, with its key if it has one. */
  onRoom(address: ExplainedAddress, text: string): void;
  /** The parameters of the address become those of the playground. */
  onTakeOver(): void;
  onRemove(): void;
}

/** A text with a key in it is hidden while it is typed; once it is read, the key is nowhere on the page. */
const mayHoldKey = (text: string): boolean => /room\W*key|[?&]\w*(key|token)=/i.test(text);

/** Takes any text with the address of a room in it, and shows what the address says. */
export function AddressField({ room, hasKey, onRoom, onTakeOver, onRemove }: AddressFieldProps) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<ExplainedAddress>();
  /** What was done to the text before it was read: put right, or only its first address taken. */
  const [readAs, setReadAs] = useState('');
  const id = useId();

  const read = (text: string) => {
    if (!text.trim()) return setRefused(undefined);
    const explained = explainAddress(text);
    if (explained.problems.some(({ severity, param }) => severity === 'error' && param === ''))
      return setRefused(explained);
    setRefused(undefined);
    setTyped('');
    setReadAs(
      explained.problems
        .filter(({ param }) => param === '')
        .map(({ message }) => message)
        .join(' '),
    );
    onRoom(explained, text);
  };
  const problem = refused?.problems.find(({ severity }) => severity === 'error');

  return (
    <div className="address">
      <label htmlFor={id}>Read an address</label>
      <input
        id={id}
        className={clsx('field', { 'field-hidden': mayHoldKey(typed) })}
        value={typed}
        placeholder="Paste an address, or a text with one in it"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(undefined);
          setReadAs('');
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text');
          event.preventDefault();
          // More than an address is not put into the field: it would be slow, and nobody could read it there.
          setTyped(text.slice(0, 2_000));
          read(text);
        }}
        onKeyDown={(event) => event.key === 'Enter' && read(typed)}
        onBlur={() => read(typed)}
      />
      {problem && (
        <p className="note note-error" id={`${id}-problem`} role="alert">
          {problem.message} {problem.cure}
        </p>
      )}
      {room && readAs && (
        <p className="note note-warning" role="status">
          {readAs}
        </p>
      )}
      {room && <AddressCard room={room} hasKey={hasKey} onTakeOver={onTakeOver} onRemove={onRemove} />}
    </div>
  );
}

function AddressCard({
  room,
  hasKey,
  onTakeOver,
  onRemove,
}: Pick<AddressFieldProps, 'room' | 'hasKey' | 'onTakeOver' | 'onRemove'>) {
  // Whether it carries a key counts for some parameters; which key it is does not.
  const {
    host,
    room: name,
    entries,
    problems,
  } = explainAddress(hasKey ? `${room}${room.includes('?') ? '&' : '?'}roomKey=1` : room);
  return (
    <section className="address-card" aria-label="The address">
      <dl>
        <dt>Host</dt>
        <dd>{host}</dd>
        <dt>Room</dt>
        <dd>{name}</dd>
        <dt>Enters as</dt>
        <dd>
          {hasKey ? 'host or viewer, by a key ' : 'visitor: the address has no key'}
          {hasKey && <code aria-label="hidden">••••</code>}
        </dd>
        {entries.length > 0 && (
          <>
            <dt>Sets</dt>
            <dd>
              <ul className="chips">
                {entries.map(({ name: param, text }) => (
                  <li key={param}>
                    <code>
                      {param}
                      {text && `=${text}`}
                    </code>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {problems.length > 0 && (
        <ul className="param-issues">
          {problems.map(({ code, param, severity, message, cure }) => (
            <li key={code + param + message} className={clsx('note', `note-${severity}`)}>
              {message}. <span className="cure">{cure}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="address-actions">
        {entries.length > 0 && (
          <button type="button" className="button button-main" onClick={onTakeOver}>
            Take over {entries.length} {entries.length === 1 ? 'parameter' : 'parameters'}
          </button>
        )}
        <button type="button" className="button" onClick={onRemove}>
          Back to the sandbox
        </button>
      </div>
    </section>
  );
}
