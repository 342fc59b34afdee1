import type { Moment, PageQuery } from '../types.js';

/** Fields of a meeting that the API returns only on request. */
export type MeetingField = 'hostRoomUrl' | 'viewerRoomUrl' | 'dialIn';

export interface Meeting {
  /** Opaque: digits or a UUID. Do not parse it. */
  readonly meetingId: string;
  /** The room URL for visitors: `https://<subdomain>.whereby.com<roomName>`. */
  readonly roomUrl: string;
  /** With its leading slash: `/demo-793e9ec1`. */
  readonly roomName: string;
  /** ISO 8601, UTC: when the meeting was created. */
  readonly startDate: string;
  /** ISO 8601, UTC. A call continues after it; the room is closed an hour later. */
  readonly endDate: string;
  /** Whoever has it is host: never send it to a guest. Returned with `fields` or `templateType`. */
  readonly hostRoomUrl?: string;
  /** For people who only watch. Returned with `fields` or `templateType`. */
  readonly viewerRoomUrl?: string;
  /** Returned with `fields` (closed beta). */
  readonly dialIn?: DialIn;
  readonly roomPreferences?: { readonly dialIn?: boolean };
}

export interface DialIn {
  readonly code: string;
  readonly phoneNumbers: readonly { readonly countryCode: string; readonly phoneNumber: string }[];
}

/** A meeting with the requested fields `F`. */
export type MeetingWith<F extends MeetingField = never> = Meeting & Required<Pick<Meeting, F>>;

/** Where recordings are stored. */
export type RecordingDestination =
  | { readonly provider: 'whereby'; readonly fileFormat?: 'mkv' | 'mp4' }
  | (S3Destination & { readonly fileFormat?: 'mkv' | 'mp4' });

/** Where transcripts are stored. */
export type TranscriptionDestination = { readonly provider: 'whereby' } | S3Destination;

/** Your own bucket, with an access key or a role that trusts Whereby's identity provider. */
export type S3Destination =
  | {
      readonly provider: 's3';
      readonly authenticationType?: 'accessKey';
      /** May include folders: `my-bucket/recordings`. */
      readonly bucket: string;
      /** The API reference requires it in its text but not in its schema of recordings. Sent if set. */
      readonly region?: string;
      readonly accessKeyId: string;
      readonly accessKeySecret: string;
    }
  | {
      readonly provider: 's3';
      readonly authenticationType: 'roleBased';
      readonly bucket: string;
      readonly region?: string;
      /** `arn:aws:iam::<account>:role/<name>` */
      readonly oidcRoleArn: string;
    };

/** null uses the organisation's setting. */
export type RecordingInput =
  | { readonly type: 'none' | 'local' }
  | {
      readonly type: 'cloud';
      readonly destination: RecordingDestination | null;
      readonly startTrigger: 'none' | 'prompt' | 'automatic' | 'automatic-2nd-participant' | null;
    };

/** null uses the organisation's setting. */
export interface LiveTranscriptionInput {
  readonly destination: TranscriptionDestination | null;
  readonly startTrigger: 'none' | 'manual' | 'automatic' | 'automatic-2nd-participant' | null;
  readonly language?: TranscriptionLanguage | null | undefined;
  readonly liveCaptions?: boolean | undefined;
}

/** null uses the organisation's setting. */
export interface StreamingInput {
  /** An RTMP address. Treated as a secret, because it contains the stream's key. */
  readonly destination: { readonly url: string } | null;
  readonly startTrigger: 'none' | 'prompt' | 'automatic' | null;
}

export interface CreateMeeting<F extends MeetingField = never> {
  /** Now or later. It does not end the call: the room is closed an hour after it. A date without offset is UTC. */
  readonly endDate: Moment;
  /** @deprecated The API ignores it: the room works from its creation on. */
  readonly startDate?: Moment | undefined;
  /** Whether everyone but hosts has to knock. */
  readonly isLocked?: boolean | undefined;
  /** `normal` (the API's default) holds at most 4 people, `group` at most 200. */
  readonly roomMode?: 'normal' | 'group' | undefined;
  /** At most 39 characters. The API converts capitals to lower case and drops blanks. */
  readonly roomNamePrefix?: string | undefined;
  /** `uuid` (the API's default), or six characters that are easy to read aloud. */
  readonly roomNamePattern?: 'uuid' | 'human-short' | undefined;
  /** A locked group room for an audience. The result has `hostRoomUrl` and `viewerRoomUrl` without `fields`. */
  readonly templateType?: 'viewerMode' | undefined;
  readonly recording?: RecordingInput | undefined;
  readonly liveTranscription?: LiveTranscriptionInput | undefined;
  readonly streaming?: StreamingInput | undefined;
  /** Lets people join by telephone (closed beta). */
  readonly isDialInEnabled?: boolean | undefined;
  readonly fields?: readonly F[] | undefined;
}

export interface ListMeetings<F extends MeetingField = never> extends PageQuery {
  readonly fields?: readonly F[] | undefined;
  /** Only rooms whose name starts with this, including the leading slash: `/demo-`. */
  readonly roomName?: { readonly startsWith: string } | undefined;
}

/** The languages live transcription can expect. */
export type TranscriptionLanguage =
  | 'ca'
  | 'zh'
  | 'zh-TW'
  | 'cs'
  | 'da'
  | 'nl'
  | 'en'
  | 'en-US'
  | 'en-GB'
  | 'fi'
  | 'fr'
  | 'de'
  | 'de-CH'
  | 'el'
  | 'hi'
  | 'id'
  | 'it'
  | 'ja'
  | 'ko'
  | 'lv'
  | 'ms'
  | 'no'
  | 'pl'
  | 'pt'
  | 'pt-BR'
  | 'ro'
  | 'ru'
  | 'sk'
  | 'es'
  | 'sv'
  | 'th'
  | 'uk'
  | 'vi';
