import type { Plugin } from 'vite';

/**
 * Leaves out of the room page what runs rooms in the browser, 18 kB compressed. In the package, the page is always served by
 * the sandbox, which runs the rooms itself: `chooseConnection` never asks for that code there.
 */
export const withoutBrowserRooms: Plugin = {
  name: 'without-browser-rooms',
  load: (id) =>
    id.endsWith('/connection/connectTabs.ts')
      ? "export const connectTabs = () => { throw new Error('This room page needs the sandbox: npx react-whereby-embed sandbox') }"
      : undefined,
};
