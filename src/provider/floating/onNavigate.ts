interface NavigationWindow {
  readonly navigation?: EventTarget;
}

/**
 * Calls back now and whenever the address of the page may have changed. Browsers without the Navigation API report Back
 * and Forward only.
 */
export function onNavigate(callback: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('popstate', callback, { signal });
  (window as NavigationWindow).navigation?.addEventListener('currententrychange', callback, { signal });
  callback();
  return () => controller.abort();
}
