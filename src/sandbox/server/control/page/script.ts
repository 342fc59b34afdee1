import { createHash } from 'node:crypto';

/**
 * What the control page does besides: copies, keeps its lists up to date, and stays where it was when a form was sent.
 * Without it everything can still be done. Written for the browser as it stands: no bundler sees it.
 */
export const script = `(() => {
  const INTERVAL = 1500;
  const said = document.getElementById('said');
  const live = document.getElementById('live');

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Only for secure origins, which another machine's address is not.
      const area = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(area);
      area.select();
      const copied = document.execCommand('copy');
      area.remove();
      return copied;
    }
  };
  const reveal = (root) => {
    for (const button of root.querySelectorAll('[data-copy]')) button.hidden = false;
  };
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const text = button.dataset.text ?? button.textContent;
    button.dataset.text = text;
    const copied = await copy(button.dataset.copy);
    button.textContent = said.textContent = copied ? 'Copied' : 'Not copied';
    button.focus();
    button.addEventListener('blur', () => (button.textContent = text), { once: true });
  });

  // What the server sent for each row. A row that is open differs from it without having changed.
  const sent = new WeakMap();
  for (const row of document.querySelectorAll('[data-live] > *')) sent.set(row, row.outerHTML);
  reveal(document);
  const isOpen = (row) => [...row.querySelectorAll('details')].map((one) => one.open);

  const update = (list, fresh) => {
    const known = new Set([...fresh.children].map((row) => row.id));
    for (const row of [...list.children]) if (!known.has(row.id)) row.remove();
    let at = list.firstElementChild;
    for (const next of [...fresh.children]) {
      const text = next.outerHTML;
      const row = document.getElementById(next.id);
      if (row && row === at) at = at.nextElementSibling;
      if (row && (sent.get(row) === text || row.contains(document.activeElement))) continue;
      if (row) {
        const open = isOpen(row);
        [...next.querySelectorAll('details')].forEach((one, index) => (one.open = open[index] ?? false));
        row.replaceWith(next);
      } else list.insertBefore(next, at);
      sent.set(next, text);
      reveal(next);
    }
  };

  const refresh = async () => {
    if (document.hidden) return;
    const response = await fetch('/' + (location.pathname === '/' ? location.search : ''));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const list of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(list.id);
      if (fresh) update(list, document.importNode(fresh, true));
    }
  };
  const run = async () => {
    // The sandbox may have been stopped; it may come back.
    const responds = await refresh().then(() => true, () => false);
    live.hidden = false;
    live.textContent = responds ? 'live' : 'the sandbox does not respond';
    live.className = responds ? 'pill good' : 'pill bad';
    setTimeout(run, INTERVAL);
  };
  void run();

  const key = 'whereby-sandbox-scroll';
  document.addEventListener('submit', () => sessionStorage.setItem(key, String(scrollY)));
  addEventListener('load', () => {
    const top = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (top !== null && !document.querySelector('.problem')) scrollTo(0, Number(top));
  });
})();`;

/** What the page's content policy names, to let this script run and no other. */
export const scriptHash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
