import { useCallback, useEffect, useState } from 'react';
import { readPresets, writePresets } from './presetFile.js';
import type { PresetsByName, SavedPreset } from './presetFile.js';

const KEY = 'react-whereby-embed-presets';

/** Storage can be full or forbidden: presets are then there until the page is left, and the page says so. */
function load(): PresetsByName {
  try {
    const text = localStorage.getItem(KEY);
    return text ? readPresets(text).presets : {};
  } catch {
    return {};
  }
}

export interface SavedPresets {
  readonly presets: PresetsByName;
  /** False if the browser does not keep them. */
  readonly isKept: boolean;
  /** The last change, as a sentence; undefined if there is none, or it was taken back. */
  readonly lastChange: string | undefined;
  save(name: string, preset: SavedPreset): void;
  /** Another name for the copy is found if there is one of that name. */
  duplicate(name: string): void;
  rename(name: string, next: string): void;
  remove(name: string): void;
  /** Adds presets; those of the same name are replaced. */
  add(presets: PresetsByName): void;
  /** Takes the last change back. */
  undo(): void;
  /** What a preset is called now that had this name. */
  nameOf(name: string): string;
}

/** A name that is not taken. */
const freeName = (presets: PresetsByName, name: string): string => {
  let free = name;
  for (let turn = 2; Object.hasOwn(presets, free); turn += 1) free = `${name} ${turn}`;
  return free;
};

const withName = (presets: PresetsByName, name: string, next: string): PresetsByName =>
  Object.fromEntries(Object.entries(presets).map(([one, preset]) => [one === name ? next : one, preset]));

interface Renamed {
  readonly from: string;
  readonly to: string;
}

interface Change {
  readonly before: PresetsByName;
  readonly sentence: string;
  readonly renamed?: Renamed;
}

/** The presets that were saved in this browser, in all of its tabs. */
export function useSavedPresets(): SavedPresets {
  const [presets, setPresets] = useState(load);
  const [isKept, setKept] = useState(true);
  const [last, setLast] = useState<Change>();
  /** Every new name, in order: the playground's steps go on saying the name of their time. */
  const [renames, setRenames] = useState<readonly Renamed[]>([]);

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== KEY && key !== null) return;
      setPresets(load());
      // What is taken back would be what the other tab has changed.
      setLast(undefined);
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, []);

  const write = useCallback((next: PresetsByName) => {
    setPresets(next);
    try {
      localStorage.setItem(KEY, writePresets(next));
      setKept(true);
    } catch {
      setKept(false);
    }
  }, []);
  const change = (next: PresetsByName, sentence: string, renamed?: Renamed) => {
    write(next);
    setLast({ before: presets, sentence, ...(renamed && { renamed }) });
    if (renamed) setRenames((all) => [...all, renamed]);
  };
  return {
    presets,
    isKept,
    lastChange: last?.sentence,
    save: (name, preset) =>
      change({ ...presets, [name]: preset }, `${Object.hasOwn(presets, name) ? 'Replaced' : 'Saved'} “${name}”.`),
    duplicate: (name) => {
      const preset = presets[name];
      if (!preset) return;
      const copy = freeName(presets, `${name} copy`);
      change({ ...presets, [copy]: preset }, `Duplicated “${name}”.`);
    },
    rename: (name, next) =>
      change(withName(presets, name, next), `Renamed “${name}” to “${next}”.`, { from: name, to: next }),
    remove: (name) =>
      change(Object.fromEntries(Object.entries(presets).filter(([one]) => one !== name)), `Deleted “${name}”.`),
    add: (more) => {
      const count = Object.keys(more).length;
      if (count) change({ ...presets, ...more }, `Imported ${count} ${count === 1 ? 'preset' : 'presets'}.`);
    },
    undo: () => {
      if (!last) return;
      write(last.before);
      if (last.renamed) setRenames((all) => [...all, { from: last.renamed!.to, to: last.renamed!.from }]);
      setLast(undefined);
    },
    nameOf: (name) => renames.reduce((now, { from, to }) => (now === from ? to : now), name),
  };
}
