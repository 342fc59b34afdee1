import { readCommand } from './readCommand.js';
import { createAnswers } from './createAnswers.js';
import { messageOf } from './messageOf.js';
import type { FakeCommand, FakeRoomOptions, WireEvent, WirePayload } from './types.js';

/** What is used of Playwright's `Frame`. */
export interface FrameLike {
  evaluate(script: string): Promise<unknown>;
}

/** What is used of Playwright's `Page`. */
export interface PageLike {
  route(
    url: (url: URL) => boolean,
    handler: (route: { fulfill(answer: { contentType: string; body: string }): Promise<void> }) => Promise<void>,
  ): Promise<unknown>;
  exposeBinding(name: string, callback: (source: { frame: FrameLike }, text: string) => void): Promise<unknown>;
}

export interface FakeRoomInPageOptions extends FakeRoomOptions {
  /** Hosts besides `*.whereby.com` at which the room is found. */
  readonly hosts?: readonly string[];
}

export interface FakeRoomInPage {
  /**
   * Says something to the page, as the room does; waits for the frame first.
   * @throws WherebyError `FAKE_ROOM_REFUSED` where the protocol has no such event, or not with this payload
   */
  emit<Type extends WireEvent>(type: Type, ...payload: WirePayload<Type>): Promise<void>;
  /**
   * What the page has sent, oldest first.
   * @throws WherebyError `FAKE_ROOM_REFUSED` where it has sent what no room takes
   */
  readonly commands: readonly FakeCommand[];
  /** The addresses that were loaded, oldest first: one entry for each time that a frame loaded the room. */
  readonly loads: readonly string[];
}

const binding = '__fakeRoomHears';
const html = `<!doctype html><title>Fake room</title><body style="font:1rem system-ui;margin:1rem"><p>Fake room</p>
<button>in the room</button><script>
const hear = (what) => ${binding}(JSON.stringify(what));
addEventListener('message', ({ data }) => hear({ data }));
hear({ loaded: location.href });
</script>`;

/**
 * A room for tests in real browsers with Playwright: answers every request for `https://*.whereby.com` with a small
 * page of its own. Call it before the page is opened.
 */
export async function fakeRoomInPage(
  page: PageLike,
  { answers, hosts = [] }: FakeRoomInPageOptions = {},
): Promise<FakeRoomInPage> {
  const heard: FakeCommand[] = [];
  const loads: string[] = [];
  let fault: unknown;
  let enter: (frame: FrameLike) => void;
  let frame = new Promise<FrameLike>((resolve) => (enter = resolve));
  let answerTo = createAnswers();

  const say = async (message: unknown) =>
    void (await (await frame).evaluate(`parent.postMessage(${JSON.stringify(message)}, '*')`));

  await page.exposeBinding(binding, (source, text) => {
    const { loaded, data } = JSON.parse(text) as { loaded?: string; data?: unknown };
    if (loaded) {
      loads.push(loaded);
      enter(source.frame);
      frame = Promise.resolve(source.frame);
      answerTo = createAnswers();
      return;
    }
    try {
      const command = readCommand(data);
      heard.push(command);
      const answer = answers && answerTo(command);
      if (answer) void say(answer);
    } catch (error) {
      // Thrown where the test looks, not in the browser's callback.
      fault ??= error;
    }
  });
  await page.route(
    ({ host, hostname }) => hostname.endsWith('.whereby.com') || hosts.includes(host) || hosts.includes(hostname),
    (route) => route.fulfill({ contentType: 'text/html', body: html }),
  );

  return {
    emit: async (type, ...[payload]) => say(messageOf(type, payload)),
    get commands() {
      if (fault) throw fault;
      return heard;
    },
    loads,
  };
}
