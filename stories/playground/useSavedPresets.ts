import { useCallback, useState } from 'react';
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
  save(name: string, preset: SavedPreset): void;
  /** Another name for the copy is found if there is one of that name. */
  duplicate(name: string): void;
  remove(name: string): void;
  /** Adds presets; those of the same name are replaced. */
  add(presets: PresetsByName): void;
}

/** A name that is not taken. */
const freeName = (presets: PresetsByName, name: string): string => {
  let free = name;
  for (let turn = 2; Object.hasOwn(presets, free); turn += 1) free = `${name} ${turn}`;
  return free;
};

/** The presets that were saved in this browser. */
export function useSavedPresets(): SavedPresets {
  const [presets, setPresets] = useState(load);
  const [isKept, setKept] = useState(true);
  const change = useCallback((next: PresetsByName) => {
    setPresets(next);
    try {
      localStorage.setItem(KEY, writePresets(next));
      setKept(true);
    } catch {
      setKept(false);
    }
  }, []);
  return {
    presets,
    isKept,
    save: (name, preset) => change({ ...presets, [name]: preset }),
    duplicate: (name) => {
      const preset = presets[name];
      if (preset) change({ ...presets, [freeName(presets, `${name} copy`)]: preset });
    },
    remove: (name) => change(Object.fromEntries(Object.entries(presets).filter(([one]) => one !== name))),
    add: (more) => change({ ...presets, ...more }),
  };
}
