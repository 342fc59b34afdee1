/**
 * Recordings in your own bucket, with an access key or with a role that trusts Whereby, which needs no key.
 * Secrets come from the environment, and are not printed or stored.
 */
import type { RecordingDestination, Whereby } from 'react-whereby-embed/server';

type Env = Readonly<Record<string, string | undefined>>;

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Set ${name} in the environment.`);
  return value;
}

/** A key of a user that may do nothing but write to this bucket. */
export const bucketByAccessKey = (env: Env): RecordingDestination => ({
  provider: 's3',
  authenticationType: 'accessKey',
  bucket: required(env, 'RECORDINGS_BUCKET'),
  region: required(env, 'RECORDINGS_REGION'),
  accessKeyId: required(env, 'RECORDINGS_ACCESS_KEY_ID'),
  accessKeySecret: required(env, 'RECORDINGS_ACCESS_KEY_SECRET'),
  fileFormat: 'mp4',
});

/** A role in your account whose trust policy names Whereby's identity provider. */
export const bucketByRole = (env: Env): RecordingDestination => ({
  provider: 's3',
  authenticationType: 'roleBased',
  bucket: required(env, 'RECORDINGS_BUCKET'),
  oidcRoleArn: required(env, 'RECORDINGS_ROLE_ARN'),
  fileFormat: 'mp4',
});

/** A meeting that is recorded as soon as two people are in it. */
export const createRecordedMeeting = (whereby: Whereby, destination: RecordingDestination, minutes = 60) =>
  whereby.meetings.create({
    endDate: new Date(Date.now() + minutes * 60_000),
    roomMode: 'group',
    recording: { type: 'cloud', destination, startTrigger: 'automatic-2nd-participant' },
    fields: ['hostRoomUrl'],
  });
