import type { WorldState } from '../../core/index.js';

const KEY = 'react-whereby-embed-sandbox-world';

// Storage can be forbidden (sandboxed frames, strict privacy settings). The rooms then end with the leading tab.

export function saveWorld(state: WorldState): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // See above.
  }
}

export function loadWorld(): WorldState | undefined {
  try {
    const text = localStorage.getItem(KEY);
    // Written by `saveWorld` and by nothing else.
    return text ? (JSON.parse(text) as WorldState) : undefined;
  } catch {
    return undefined;
  }
}
