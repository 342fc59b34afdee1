import { useId, useRef, useState } from 'react';
import { countSet } from './paramList.js';
import { isPlainName, LONGEST_NAME } from './presetFile.js';
import type { PresetsByName, SavedPreset } from './presetFile.js';
import type { SavedPresets } from './useSavedPresets.js';

export interface SavedListProps {
  readonly saved: SavedPresets;
  /** What the parameters began with; empty if there is nothing. */
  readonly from: string;
  onApply(name: string, preset: SavedPreset): void;
}

/** The presets of this browser: applied, renamed, duplicated, deleted. The last change can be taken back. */
export function SavedList({ saved, from, onApply }: SavedListProps) {
  const [renaming, setRenaming] = useState<string>();
  const list = useRef<HTMLElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  /** What had the focus is gone with the next render: hands it to what is there then, unless something else has it by then. */
  const focusLater = (find: () => HTMLElement | null | undefined) =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) (find() ?? list.current)?.focus();
    });
  const findRename = (name: string) =>
    list.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(`Rename ${name}`)}"]`);
  const undo = () => {
    saved.undo();
    focusLater(() => null);
  };
  return (
    <section
      ref={list}
      aria-label="Saved here"
      tabIndex={-1}
      onKeyDown={(event) => {
        const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
        if (!isUndo || renaming !== undefined || saved.lastChange === undefined) return;
        event.preventDefault();
        // The playground's own undo listens on the document.
        event.nativeEvent.stopPropagation();
        undo();
      }}
    >
      <h2>Saved here</h2>
      {Object.keys(saved.presets).length === 0 && (
        <p className="preset-hint">Presets that you save stay in this browser.</p>
      )}
      {!saved.isKept && (
        <p className="note note-warning">This browser keeps no presets. Export them before you leave.</p>
      )}
      <ul className="preset-list">
        {Object.entries(saved.presets).map(([name, preset]) =>
          name === renaming ? (
            <li key={name}>
              <RenamePreset
                name={name}
                presets={saved.presets}
                onEnd={(next) => {
                  setRenaming(undefined);
                  if (next !== name) saved.rename(name, next);
                  focusLater(() => findRename(next));
                }}
              />
            </li>
          ) : (
            <li key={name}>
              <button
                type="button"
                className="preset-apply"
                aria-current={from === name}
                onClick={() => onApply(name, preset)}
              >
                {name}
                <span>{countSet(preset.params)} set</span>
              </button>
              <PresetTool what="Rename" name={name} onClick={() => setRenaming(name)} />
              <PresetTool what="Duplicate" name={name} onClick={() => saved.duplicate(name)} />
              <PresetTool
                what="Delete"
                name={name}
                onClick={() => {
                  saved.remove(name);
                  focusLater(() => undoButton.current);
                }}
              />
            </li>
          ),
        )}
      </ul>
      <div className="preset-change">
        <p role="status">{saved.lastChange}</p>
        {saved.lastChange !== undefined && (
          <button ref={undoButton} type="button" className="button button-small" onClick={undo}>
            Undo
          </button>
        )}
      </div>
    </section>
  );
}

const icons = {
  Rename: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  Duplicate: 'M9 9h11v11H9zM5 15H4V4h11v1',
  Delete: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
} as const;

interface PresetToolProps {
  readonly what: keyof typeof icons;
  readonly name: string;
  onClick(): void;
}

const PresetTool = ({ what, name, onClick }: PresetToolProps) => (
  <button type="button" className="param-tool" aria-label={`${what} ${name}`} title={what} onClick={onClick}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[what]} />
    </svg>
  </button>
);

interface RenamePresetProps {
  readonly name: string;
  readonly presets: PresetsByName;
  /** With the name as it was if nothing is to change. */
  onEnd(name: string): void;
}

/** A name to edit: Enter takes it, Escape leaves it. */
function RenamePreset({ name, presets, onEnd }: RenamePresetProps) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState('');
  const id = useId();
  const check = (wanted: string): string => {
    if (wanted === '') return 'A preset needs a name.';
    if (wanted !== name && Object.hasOwn(presets, wanted)) return `“${wanted}” is already there. Choose another name.`;
    return isPlainName(wanted) ? '' : `JavaScript keeps “${wanted}” for itself. Choose another name.`;
  };
  return (
    <form
      className="preset-rename"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = text.trim();
        const found = check(wanted);
        setProblem(found);
        if (!found) onEnd(wanted);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It would close the menu.
        event.stopPropagation();
        onEnd(name);
      }}
    >
      <input
        className="field"
        aria-label={`New name of ${name}`}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? id : undefined}
        value={text}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setProblem('');
        }}
      />
      <button type="submit" className="button button-small button-main">
        Rename
      </button>
      <button type="button" className="button button-small" onClick={() => onEnd(name)}>
        Cancel
      </button>
      {problem && (
        <p id={id} className="note note-error" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
