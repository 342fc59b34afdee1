interface NavigationWindow {
  readonly navigation?: EventTarget;
}

/** Calls back now and whenever the page may have another address. Without the Navigation API, only history tells. */
export function onNavigate(callback: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('popstate', callback, { signal });
  (window as NavigationWindow).navigation?.addEventListener('currententrychange', callback, { signal });
  callback();
  return () => controller.abort();
}
