import type { Moment, PageQuery } from './types.js';

/** Extra fields of a meeting that come only when asked for. */
export type MeetingField = 'hostRoomUrl' | 'viewerRoomUrl' | 'dialIn';

export interface Meeting {
  /** Opaque: digits or a UUID. */
  readonly meetingId: string;
  /** `https://<subdomain>.whereby.com<roomName>`: the address for visitors. */
  readonly roomUrl: string;
  /** With its leading slash: `/demo-793e9ec1`. */
  readonly roomName: string;
  /** ISO 8601, UTC: when the meeting was created. */
  readonly startDate: string;
  /** ISO 8601, UTC. A call goes on after it; the room is closed an hour later. */
  readonly endDate: string;
  /** Whoever holds it is host: never send it to a guest. Asked for with `fields`, or made by `templateType`. */
  readonly hostRoomUrl?: string;
  /** For people who only watch. Asked for with `fields`, or made by `templateType`. */
  readonly viewerRoomUrl?: string;
  /** Asked for with `fields` (closed beta). */
  readonly dialIn?: DialIn;
  readonly roomPreferences?: { readonly dialIn?: boolean };
}

export interface DialIn {
  readonly code: string;
  readonly phoneNumbers: readonly { readonly countryCode: string; readonly phoneNumber: string }[];
}

/** A meeting with the fields `F` that were asked for. */
export type MeetingWith<F extends MeetingField = never> = Meeting & Required<Pick<Meeting, F>>;

/** Where recordings go. */
export type RecordingDestination =
  | { readonly provider: 'whereby'; readonly fileFormat?: 'mkv' | 'mp4' }
  | (S3Destination & { readonly fileFormat?: 'mkv' | 'mp4' });

/** Where transcripts go. */
export type TranscriptionDestination = { readonly provider: 'whereby' } | S3Destination;

/** A bucket of your own, opened by an access key or by a role that trusts Whereby's identity provider. */
export type S3Destination =
  | {
      readonly provider: 's3';
      readonly authenticationType?: 'accessKey';
      /** May hold subfolders: `my-bucket/recordings`. */
      readonly bucket: string;
      /** The API's text asks for it; its description of recordings does not name it. It is sent where it is given. */
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

/** null takes the organisation's own setting. */
export type RecordingInput =
  | { readonly type: 'none' | 'local' }
  | {
      readonly type: 'cloud';
      readonly destination: RecordingDestination | null;
      readonly startTrigger: 'none' | 'prompt' | 'automatic' | 'automatic-2nd-participant' | null;
    };

/** null takes the organisation's own setting. */
export interface LiveTranscriptionInput {
  readonly destination: TranscriptionDestination | null;
  readonly startTrigger: 'none' | 'manual' | 'automatic' | 'automatic-2nd-participant' | null;
  readonly language?: TranscriptionLanguage | null | undefined;
  readonly liveCaptions?: boolean | undefined;
}

/** null takes the organisation's own setting. */
export interface StreamingInput {
  /** An RTMP address. Treated as a secret: it holds the stream's key. */
  readonly destination: { readonly url: string } | null;
  readonly startTrigger: 'none' | 'prompt' | 'automatic' | null;
}

export interface CreateMeeting<F extends MeetingField = never> {
  /** Now or later. It does not end the call: the room is closed an hour after it. */
  readonly endDate: Moment;
  /** @deprecated The API ignores it: the room works from its creation. */
  readonly startDate?: Moment | undefined;
  /** Everyone but hosts knocks. */
  readonly isLocked?: boolean | undefined;
  /** `normal` (the API's default) holds 4 people, `group` 200. */
  readonly roomMode?: 'normal' | 'group' | undefined;
  /** At most 39 characters. The API lowers capitals and drops blanks. */
  readonly roomNamePrefix?: string | undefined;
  /** `uuid` (the API's default), or six characters that are easy to read out. */
  readonly roomNamePattern?: 'uuid' | 'human-short' | undefined;
  /** A locked group room for an audience; the answer has `hostRoomUrl` and `viewerRoomUrl` unasked. */
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
  /** Only rooms whose name begins so, with the leading slash: `/demo-`. */
  readonly roomName?: { readonly startsWith: string } | undefined;
}

/** The languages live transcription can be told to expect. */
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
