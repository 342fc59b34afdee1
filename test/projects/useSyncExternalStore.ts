/** In place of `use-sync-external-store/shim`, whose CommonJS form would bring the other React along. */
export { useSyncExternalStore } from 'react';
