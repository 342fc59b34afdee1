import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { webhookMigrations } from 'react-whereby-embed/server/kysely';

/** The school's tables, and those in which the package remembers webhooks. Add a migration; never change an old one. */
export const migrations: Readonly<Record<string, Migration>> = {
  ...webhookMigrations,
  'school-001': {
    async up(database: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  'school-002': {
    async up(database: Kysely<unknown>) {
      await sql
        .raw(
          `create table hands (lesson_id text not null references lessons, person_id text not null references people,
          raised_at timestamptz not null, primary key (lesson_id, person_id))`,
        )
        .execute(database);
    },
  },
};

const statements = [
  `create table people (id text primary key, name text not null, role text not null, language text not null)`,
  `create table links (id text primary key, person_id text not null references people, browser text)`,
  `create table lessons (id text primary key, title text not null, starts_at timestamptz not null,
    ends_at timestamptz not null, time_zone text not null, teacher_id text not null references people,
    cancelled_at timestamptz, consent text not null, keep_recording_days integer not null, reconciled_at timestamptz)`,
  `create index lessons_by_start on lessons (starts_at)`,
  `create table lesson_people (lesson_id text not null references lessons, person_id text not null references people,
    part text not null, primary key (lesson_id, person_id))`,
  `create index lesson_people_by_person on lesson_people (person_id)`,
  `create table consents (lesson_id text not null, person_id text not null, given boolean not null,
    at timestamptz not null, primary key (lesson_id, person_id))`,
  `create table feedback (lesson_id text not null, person_id text not null, rating integer not null, text text not null,
    at timestamptz not null, primary key (lesson_id, person_id))`,
  `create table rooms (meeting_id text primary key, lesson_id text not null references lessons, room_name text not null,
    ends_at timestamptz not null, deleted_at timestamptz)`,
  // One room for each lesson, whatever runs at the same time.
  `create unique index one_room_per_lesson on rooms (lesson_id) where deleted_at is null`,
  `create index rooms_by_name on rooms (room_name)`,
  `create table lesson_events (id text primary key, lesson_id text not null references lessons, type text not null,
    at timestamptz not null, person_id text, body text not null)`,
  `create index lesson_events_by_lesson on lesson_events (lesson_id)`,
  `create table insights (lesson_id text not null references lessons, participant_id text not null,
    joined_at timestamptz not null, body text not null, primary key (lesson_id, participant_id, joined_at))`,
  `create table recordings (id text primary key, lesson_id text not null references lessons, filename text not null,
    state text not null, size double precision not null, place text, stored_at timestamptz, delete_at timestamptz,
    transcription_id text, transcript text, summary_id text, summary text)`,
  `create table recording_log (id serial primary key, at timestamptz not null, recording_id text not null,
    lesson_id text not null, what text not null)`,
  `create table leases (key text primary key, token text not null, until timestamptz not null)`,
  `create table settings (name text primary key, value text not null)`,
];
