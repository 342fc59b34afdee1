import { useRef, useState } from 'react';
import type { RoomParams } from 'react-whereby-embed';
import { CopyButton } from '../CopyButton.js';
import { downloadFile } from '../downloadFile.js';
import { Popover } from '../Popover.js';
import { presets as shipped } from '../presets/presets.js';
import type { SandboxRole } from '../sandboxRoom.js';
import { readPresets, writePresets } from './presetFile.js';
import type { SavedPreset } from './presetFile.js';
import { countSet } from './paramList.js';
import { SavedList } from './SavedList.js';
import { SavePreset } from './SavePreset.js';
import type { SavedPresets } from './useSavedPresets.js';

export interface PresetMenuProps {
  readonly params: RoomParams;
  readonly role: SandboxRole;
  /** What the parameters began with; empty if there is nothing. */
  readonly from: string;
  readonly saved: SavedPresets;
  onApply(name: string, preset: SavedPreset): void;
}

/** Whether parameters say the same. */
export const isSameParams = (one: RoomParams, other: RoomParams): boolean => {
  const text = (params: RoomParams) =>
    JSON.stringify(
      Object.entries(params)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return text(one) === text(other);
};

const findParams = (name: string, saved: SavedPresets): RoomParams | undefined =>
  Object.hasOwn(saved.presets, name)
    ? saved.presets[name]?.params
    : shipped.find(({ title }) => title === name)?.params;

/** Presets to begin with, and those that were saved: named, duplicated, deleted, written to a file and read from one. */
export function PresetMenu({ params, role, from, saved, onApply }: PresetMenuProps) {
  const start = findParams(from, saved);
  const isEdited = from !== '' && !(start && isSameParams(start, params));
  const label = from ? `${from}${isEdited ? ', edited' : ''}` : 'Presets';
  return (
    <Popover label={label} name="Presets" className="preset-menu" isSet={from !== ''}>
      {(close) => (
        <>
          <SavePreset
            params={params}
            role={role}
            from={from}
            saved={saved}
            onSaved={(name) => onApply(name, { role, params })}
          />
          <SavedList
            saved={saved}
            from={from}
            onApply={(name, next) => {
              onApply(name, next);
              close();
            }}
          />
          <section aria-label="To begin with">
            <h2>To begin with</h2>
            <ul className="preset-list">
              {shipped.map(({ name, title, role: shownAs, params: one }) => (
                <li key={name}>
                  <button
                    type="button"
                    className="preset-apply"
                    aria-current={from === title}
                    onClick={() => {
                      onApply(title, { role: shownAs, params: one });
                      close();
                    }}
                  >
                    {title}
                    <span>{countSet(one)} set</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          <PresetFiles saved={saved} />
        </>
      )}
    </Popover>
  );
}

function PresetFiles({ saved }: { readonly saved: SavedPresets }) {
  const [report, setReport] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const text = writePresets(saved.presets);
  const read = (file: string) => {
    const { presets, problems } = readPresets(file);
    const count = Object.keys(presets).length;
    saved.add(presets);
    setReport([...(count ? [`${count} ${count === 1 ? 'preset' : 'presets'} imported.`] : []), ...problems]);
  };
  return (
    <section className="preset-files" aria-label="File">
      <input
        ref={input}
        type="file"
        className="sr-only"
        accept="application/json,.json"
        aria-label="Import presets from a JSON file"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          void file?.text().then(read);
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Import JSON
      </button>
      <button
        type="button"
        className="button"
        disabled={!Object.keys(saved.presets).length}
        onClick={() => downloadFile('presets.json', text)}
      >
        Export JSON
      </button>
      <CopyButton what="JSON" text={text} />
      <div className="preset-report" role="status">
        <ul>
          {report.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
