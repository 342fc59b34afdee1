/** Types of the REST client in the built package, as a backend sees them. */
import { createWhereby, deleteStaleMeetings, WherebyApiError } from 'react-whereby-embed/server';
import type { Meeting, MeetingWith, Whereby, WherebyError } from 'react-whereby-embed/server';

export async function right(whereby: Whereby = createWhereby({ apiKey: 'k' })): Promise<void> {
  const plain = await whereby.meetings.create({ endDate: new Date() });
  plain.hostRoomUrl satisfies string | undefined;
  plain.rateLimit.remaining satisfies number | null;
  const host = await whereby.meetings.create({ endDate: '2030-01-01T00:00:00Z', fields: ['hostRoomUrl'] });
  host.hostRoomUrl satisfies string;
  host satisfies MeetingWith<'hostRoomUrl'>;
  const audience = await whereby.meetings.create({ endDate: new Date(), templateType: 'viewerMode' });
  audience.viewerRoomUrl satisfies string;
  for await (const meeting of whereby.meetings.list({ limit: 10 })) meeting satisfies Meeting;
  for await (const { results, cursor } of whereby.recordings.list().pages()) {
    results satisfies readonly { recordingId: string }[];
    cursor satisfies string | null;
  }
  const { failed } = await deleteStaleMeetings({ whereby, prefix: 'x-', before: new Date(0) });
  failed satisfies readonly { error: WherebyError }[];
}

export const status = (error: unknown): number | null => (error instanceof WherebyApiError ? error.status : null);

export const wrong = (whereby: Whereby) => [
  // @ts-expect-error A meeting needs its end.
  whereby.meetings.create({ roomMode: 'group' }),
  // @ts-expect-error What was not asked for may not be there.
  whereby.meetings.get('1').then(({ hostRoomUrl }) => hostRoomUrl satisfies string),
  // @ts-expect-error A sweep without a prefix would be one of the whole account.
  deleteStaleMeetings({ whereby, before: new Date(0) }),
];
