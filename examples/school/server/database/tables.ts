import type { Generated, Kysely } from 'kysely';
import type { Consent, Language, SchoolRole } from '../../shared/api.js';

/** The school's tables: see migrations.ts. */
export interface Tables {
  people: { id: string; name: string; role: SchoolRole; language: Language };
  /** A link to sign in with; it belongs to the first browser that opens it. */
  links: { id: string; person_id: string; browser: string | null };
  lessons: {
    id: string;
    title: string;
    starts_at: Date;
    ends_at: Date;
    time_zone: string;
    teacher_id: string;
    cancelled_at: Date | null;
    consent: Consent;
    keep_recording_days: number;
    reconciled_at: Date | null;
  };
  lesson_people: { lesson_id: string; person_id: string; part: 'teacher' | 'student' | 'observer' };
  consents: { lesson_id: string; person_id: string; given: boolean; at: Date };
  /** Whose hand is raised. One that was raised before its person came in last does not count. */
  hands: { lesson_id: string; person_id: string; raised_at: Date };
  feedback: { lesson_id: string; person_id: string; rating: number; text: string; at: Date };
  /** Rooms at the service. An index allows one that is not deleted for each lesson. */
  rooms: { meeting_id: string; lesson_id: string; room_name: string; ends_at: Date; deleted_at: Date | null };
  /** What webhooks said, once each. */
  lesson_events: {
    id: string;
    lesson_id: string;
    type: string;
    at: Date;
    /** The person whom signed metadata proves. */
    person_id: string | null;
    body: string;
  };
  /** Who was in a session, as the service's insights say. */
  insights: { lesson_id: string; participant_id: string; joined_at: Date; body: string };
  recordings: {
    id: string;
    lesson_id: string;
    filename: string;
    state: 'waiting' | 'downloading' | 'stored' | 'deleted';
    size: number;
    /** Where the file is, once it is stored. */
    place: Generated<string | null>;
    stored_at: Generated<Date | null>;
    delete_at: Generated<Date | null>;
    transcription_id: Generated<string | null>;
    transcript: Generated<string | null>;
    summary_id: Generated<string | null>;
    summary: Generated<string | null>;
  };
  recording_log: { id: Generated<number>; at: Date; recording_id: string; lesson_id: string; what: string };
  /** Work that one process at a time does. */
  leases: { key: string; token: string; until: Date };
  settings: { name: string; value: string };
}

export type Database = Kysely<Tables>;
