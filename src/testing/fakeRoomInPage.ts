import { readField } from '../protocol/readField.js';
import { createConfirmer } from './createConfirmer.js';
import type { FakeMessage } from './createConfirmer.js';
import { createMessage } from './createMessage.js';
import { readCommand } from './readCommand.js';
import type { FakeCommand, FakeRoomOptions, WireEvent, WirePayload } from './types.js';

/** The part of Playwright's `Frame` that is used. */
export interface FrameLike {
  evaluate(script: string): Promise<unknown>;
}

/** The part of Playwright's `Page` that is used. */
export interface PageLike {
  route(
    url: (url: URL) => boolean,
    handler: (route: { fulfill(response: { contentType: string; body: string }): Promise<void> }) => Promise<void>,
  ): Promise<unknown>;
  exposeBinding(name: string, callback: (source: { frame: FrameLike }, text: string) => void): Promise<unknown>;
}

export interface FakeRoomInPageOptions extends FakeRoomOptions {
  /** Hosts besides `*.whereby.com` on which the room is served. */
  readonly hosts?: readonly string[];
}

export interface FakeRoomInPage {
  /**
   * Posts an event to the page, as a room does. Waits until the frame has loaded.
   * @throws WherebyError `FAKE_ROOM_REFUSED` if the protocol has no such event, or not with this payload
   */
  emit<Type extends WireEvent>(type: Type, ...payload: WirePayload<Type>): Promise<void>;
  /**
   * The commands that the page has sent, oldest first.
   * @throws WherebyError `FAKE_ROOM_REFUSED` if the page has sent something that no room takes
   */
  readonly commands: readonly FakeCommand[];
  /** The URLs that were loaded, oldest first: one entry for each time that a frame loaded the room. */
  readonly loads: readonly string[];
}

const binding = '__fakeRoomReport';
const html = `<!doctype html><title>Fake room</title><body style="font:1rem system-ui;margin:1rem"><p>Fake room</p>
<button>in the room</button><script>
const report = (what) => ${binding}(JSON.stringify(what));
addEventListener('message', ({ data }) => report({ data }));
report({ loaded: location.href });
</script>`;

/** Playwright rejects what is meant for a frame or a page that is gone meanwhile: nobody waits for it there. */
const ignoreGone = () => undefined;

/**
 * A room for tests in real browsers with Playwright: responds to every request for `https://*.whereby.com` with a small
 * page of its own. Call it before the page is opened.
 */
export async function fakeRoomInPage(
  page: PageLike,
  { answers, hosts = [] }: FakeRoomInPageOptions = {},
): Promise<FakeRoomInPage> {
  const commands: FakeCommand[] = [];
  const loads: string[] = [];
  let refusal: unknown;
  let setFirstFrame: (frame: FrameLike) => void;
  let frame = new Promise<FrameLike>((resolve) => (setFirstFrame = resolve));
  let confirmer = createConfirmer();

  const postToPage = async (messages: readonly FakeMessage[]) =>
    void (await (
      await frame
    ).evaluate(`for (const message of ${JSON.stringify(messages)}) parent.postMessage(message, '*')`));

  await page.exposeBinding(binding, (source, text) => {
    const report: unknown = JSON.parse(text);
    const loaded = readField(report, 'loaded');
    if (typeof loaded === 'string') {
      loads.push(loaded);
      setFirstFrame(source.frame);
      frame = Promise.resolve(source.frame);
      confirmer = createConfirmer();
      return;
    }
    try {
      const command = readCommand(readField(report, 'data'));
      commands.push(command);
      if (answers) void postToPage(confirmer.confirm(command)).catch(ignoreGone);
    } catch (error) {
      // Thrown by `commands`, where the test looks: nobody would catch it here, in the browser's callback.
      refusal ??= error;
    }
  });
  await page.route(
    ({ host, hostname }) => hostname.endsWith('.whereby.com') || hosts.includes(host) || hosts.includes(hostname),
    (route) => route.fulfill({ contentType: 'text/html', body: html }).catch(ignoreGone),
  );

  return {
    async emit(type, ...[payload]) {
      const message = createMessage(type, payload);
      confirmer.follow(message);
      await postToPage([message]);
    },
    get commands() {
      if (refusal) throw refusal;
      return commands;
    },
    loads,
  };
}
