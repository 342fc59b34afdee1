import { useState } from 'react';
import type { RoomParams } from 'react-whereby-embed';
import type { SandboxRole } from '../sandboxRoom.js';
import { isPlainName, LONGEST_NAME } from './presetFile.js';
import type { SavedPresets } from './useSavedPresets.js';

export interface SavePresetProps {
  readonly params: RoomParams;
  readonly role: SandboxRole;
  /** What the parameters began with; empty if there is nothing. */
  readonly from: string;
  readonly saved: SavedPresets;
  onSaved(name: string): void;
}

/** Saves the parameters under a name: a new one, or one that is there, which is then replaced. */
export function SavePreset({ params, role, from, saved, onSaved }: SavePresetProps) {
  const [name, setName] = useState(Object.hasOwn(saved.presets, from) ? from : '');
  const wanted = name.trim();
  const isRefused = wanted !== '' && !isPlainName(wanted);
  return (
    <form
      className="preset-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wanted || isRefused) return;
        saved.save(wanted, { role, params });
        onSaved(wanted);
      }}
    >
      <label htmlFor="preset-name">Save as</label>
      <input
        id="preset-name"
        className="field"
        value={name}
        maxLength={LONGEST_NAME}
        placeholder="Teacher, student, observer…"
        autoComplete="off"
        aria-invalid={isRefused}
        aria-describedby={isRefused ? 'preset-name-problem' : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button button-main" disabled={!wanted || isRefused}>
        {Object.hasOwn(saved.presets, wanted) ? 'Replace' : 'Save'}
      </button>
      {isRefused && (
        <p id="preset-name-problem" className="note note-error" role="alert">
          JavaScript keeps “{wanted}” for itself. Choose another name.
        </p>
      )}
    </form>
  );
}
