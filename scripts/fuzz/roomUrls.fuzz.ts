import fc from 'fast-check';
import { planFrame } from '../../src/embed/planFrame.js';
import { WherebyError } from '../../src/errors/WherebyError.js';
import { buildRoomUrl } from '../../src/params/buildRoomUrl.js';
import { checkParams } from '../../src/params/checkParams.js';
import { parseRoomUrl } from '../../src/params/parseRoomUrl.js';
import { addressesAround } from './addressesAround.js';
import type { FuzzRun } from './FuzzRun.js';

const secret = 'xyzzy42XYZZY';

/** Longer than any address that makes sense: whatever takes more than linear time shows. */
const long = fc
  .tuple(fc.constantFrom('?', ';', '&', '%25', ' ', '.', '/', '\u200b', '=', '"', '%3F;', 'a?'), fc.nat(20_000))
  .map(([part, count]) => `https://acme.whereby.com/demo${part.repeat(count)}x`);

const address = fc.oneof(
  { weight: 10, arbitrary: addressesAround(secret) },
  {
    weight: 5,
    arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `https://acme.whereby.com/demo?${text}`),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 2, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
);

/** The room that an address leads to, whatever is added to it. */
const place = (url: string) => new URL(url).origin + new URL(url).pathname;

function check(room: string): void {
  const parsed = parseRoomUrl(room);
  const issues = checkParams({ chat: true }, { room });
  const { url, error } = planFrame({ room });
  const texts = [JSON.stringify(parsed), JSON.stringify(issues), String(error?.stack), JSON.stringify(error)];
  if (texts.join().toLowerCase().includes(secret.toLowerCase())) throw new Error(`a text shows the secret of ${room}`);
  if (url && !/^https:\/\/[a-z\d-]+\.whereby\.com$/.test(new URL(url).origin)) throw new Error(`framed: ${url}`);
  let built: string;
  try {
    built = buildRoomUrl(room, { chat: false });
  } catch (thrown) {
    if (!(thrown instanceof WherebyError)) throw thrown;
    if (String(thrown.stack).includes(secret))
      throw new Error(`an error shows the secret of ${room}`, { cause: thrown });
    return;
  }
  const read = parseRoomUrl(built);
  if (read.params.chat !== false) throw new Error(`chat is lost in ${built}`);
  if (read.hasRoomKey !== parsed.hasRoomKey) throw new Error(`the key of ${room} is lost in ${built}`);
  if (buildRoomUrl(built, { chat: false }) !== built) throw new Error(`not stable: ${built}`);
  if (place(built) !== parsed.origin + parsed.roomName) throw new Error(`another room: ${built}`);
}

/** Any text as a room URL: nothing throws but errors of the package, no text shows a key, and a URL that was built stays. */
export async function run({ numRuns, seed }: FuzzRun): Promise<string> {
  const longRuns = Math.ceil(numRuns / 1000);
  fc.assert(fc.property(address, check), { numRuns, seed });
  fc.assert(fc.property(long, check), { numRuns: longRuns, seed });
  return Promise.resolve(`${numRuns} addresses, ${longRuns} very long ones: no key was shown, nothing was thrown`);
}
