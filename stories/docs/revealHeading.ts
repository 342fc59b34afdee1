/** Scrolls to a heading of the page and writes it into the address bar, which is that of the page around this frame. */
export function revealHeading(id: string): void {
  const heading = document.getElementById(id);
  if (!heading) return;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
  try {
    const { location, history } = window.parent;
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${id}`);
  } catch {
    // The page around is of another origin: its address is its own.
  }
}
