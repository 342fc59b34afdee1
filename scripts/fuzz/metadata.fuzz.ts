import fc from 'fast-check';
import { WherebyError } from '../../src/errors/WherebyError.js';
import { identifyAttendees } from '../../src/server/metadata/identifyAttendees.js';
import { signMetadata } from '../../src/server/metadata/signMetadata.js';
import { verifyMetadata } from '../../src/server/metadata/verifyMetadata.js';

const key = 'the-metadata-key-of-the-fuzz';
const time = Date.UTC(2026, 0, 1);

/** An id as text. A database may give it back as a number. */
const textOf = (id: unknown) => (typeof id === 'number' || typeof id === 'bigint' ? String(id) : id);

/** Nothing that was not signed exactly so names anyone, and nothing but a `WherebyError` is thrown. */
export async function run({ numRuns, seed }: { readonly numRuns: number; readonly seed: number }): Promise<string> {
  const good = await signMetadata({
    key,
    externalId: 'ada',
    meetingId: '1',
    expiresAt: time + 3_600_000,
    now: () => time,
  });
  const text = fc.oneof(
    fc.constant(good),
    fc
      .tuple(fc.nat(good.length), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(3))
      .map(([at, put, cut]) => good.slice(0, at) + put + good.slice(at + cut)),
    fc
      .array(fc.constantFrom('wm1', '.', 'e30', good.split('.')[1]!, good.split('.')[2]!, ',', 'A'))
      .map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.anything(),
  );
  const event = fc.record({
    type: fc.constant('room.client.joined'),
    createdAt: fc.oneof(fc.constant(new Date(time).toISOString()), fc.anything({ withDate: true, withBigInt: true })),
    data: fc.record({
      participantId: fc.constant('p'),
      externalId: fc.oneof(fc.constantFrom('ada', 'eve'), fc.anything()),
      meetingId: fc.oneof(fc.constantFrom('1', '2'), fc.anything()),
      metadata: text,
    }),
  });
  let accepted = 0;
  const property = fc.asyncProperty(event, async (arbitrary) => {
    try {
      const { externalId } = await verifyMetadata({ event: arbitrary, key });
      const { data } = arbitrary;
      if (data.metadata !== good || data.externalId !== 'ada' || textOf(data.meetingId) !== '1' || externalId !== 'ada')
        throw new Error(`accepted though it was not signed: ${JSON.stringify(data)}`);
      accepted++;
    } catch (error) {
      if (!(error instanceof WherebyError)) throw error;
      if (error.message.includes(key)) throw new Error('an error shows the key', { cause: error });
    }
    await identifyAttendees([arbitrary], { key });
  });
  await fc.assert(property, { numRuns, seed });
  return `${numRuns} signed texts, whole and damaged: nothing false accepted (${accepted} rightly), nothing thrown.`;
}
