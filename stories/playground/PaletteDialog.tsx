import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { printKeys } from '../printKeys.js';
import type { Command } from './buildCommands.js';
import { findCommands } from './findCommands.js';
import './palette.css';

export interface PaletteDialogProps {
  readonly commands: readonly Command[];
  onClose(): void;
  /** Called with the dialog closed. */
  onRun(command: Command): void;
}

/**
 * A search over commands, as a combobox whose list is always shown: the focus stays in the field.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PaletteDialog({ commands, onClose, onRun }: PaletteDialogProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = findCommands(commands, typed);
  const groups = [...new Set(found.map(({ group }) => group))];
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    field.current?.focus();
  }, []);
  useEffect(() => {
    // Above the first there is its heading.
    if (active === 0) list.current?.scrollTo({ top: 0 });
    else document.getElementById(`${id}-option-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id, typed]);

  const close = () => {
    dialog.current?.close();
    onClose();
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    onRun(command);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Such a key belongs to the word that is being put together, as in Japanese.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step && found.length) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter') run(found[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog ref={dialog} className="ui palette" aria-label="Commands" onClose={onClose}>
      <div className="palette-head">
        <input
          ref={field}
          type="text"
          className="field"
          role="combobox"
          aria-label="Search commands and parameters"
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={found.length ? `${id}-list` : undefined}
          aria-activedescendant={found.length ? optionId(active) : undefined}
          placeholder="Search commands"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
      {found.length > 0 && (
        <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label="Commands" tabIndex={-1}>
          {groups.map((group, at) => (
            <div key={group} role="group" aria-labelledby={`${id}-group-${at}`}>
              <div id={`${id}-group-${at}`} className="palette-group" role="presentation">
                {group}
              </div>
              {found.map(
                (command, index) =>
                  command.group === group && (
                    <PaletteOption
                      key={command.id}
                      id={optionId(index)}
                      command={command}
                      isActive={index === active}
                      onPoint={() => setActive(index)}
                      onRun={() => run(command)}
                    />
                  ),
              )}
            </div>
          ))}
        </div>
      )}
      <p className={found.length ? 'sr-only' : 'palette-empty'} role="status">
        {found.length ? `${found.length} found` : `Nothing here is called “${typed.trim()}”.`}
      </p>
      <p className="palette-keys" aria-hidden="true">
        <bdi>
          <kbd>↑</kbd> <kbd>↓</kbd> choose
        </bdi>
        <bdi>
          <kbd>Enter</kbd> run
        </bdi>
        <bdi>
          <kbd>Esc</kbd> close
        </bdi>
      </p>
    </dialog>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  onPoint(): void;
  onRun(): void;
}

function PaletteOption({ id, command, isActive, onPoint, onRun }: PaletteOptionProps) {
  const { title, detail, status, shortcut, param } = command;
  return (
    // The field has the keyboard, as the pattern asks for; this is for pointers.
    <div
      id={id}
      className="palette-option"
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className="palette-title">{param ? <code>{title}</code> : title}</span>
      {detail && (
        <span className="palette-detail">
          <bdi>{detail}</bdi>
        </span>
      )}
      {status && (
        <span className="palette-status">
          <bdi>{status}</bdi>
        </span>
      )}
      {shortcut && (
        <span className="palette-shortcut">
          <kbd>{printKeys(shortcut)}</kbd>
        </span>
      )}
    </div>
  );
}
