import type { MeetingKeys } from 'react-whereby-embed/server';
import type { Pool } from 'pg';

// create table meeting_keys (key text primary key, meeting_id text not null, until timestamptz not null)
export const createMeetingKeys = (pool: Pool): MeetingKeys => {
  const find = async (key: string): Promise<string | undefined> => {
    const { rows } = await pool.query<{ meeting_id: string }>(
      'select meeting_id from meeting_keys where key = $1 and until > now()',
      [key],
    );
    return rows[0]?.meeting_id;
  };
  return {
    find,
    async keep(key, meetingId, until) {
      // One atomic step: only the first of several processes writes, unless what is there is over.
      await pool.query(
        `insert into meeting_keys values ($1, $2, $3) on conflict (key) do update
         set meeting_id = excluded.meeting_id, until = excluded.until where meeting_keys.until <= now()`,
        [key, meetingId, until],
      );
      return (await find(key)) ?? meetingId;
    },
    async forget(key, meetingId) {
      await pool.query('delete from meeting_keys where key = $1 and meeting_id = $2', [key, meetingId]);
    },
  };
};
