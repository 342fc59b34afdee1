export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Of another service that speaks S3. */
  readonly endpoint?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
}

/** The settings of `SCHOOL_S3_*`, if there is a bucket. */
export function readS3Settings(environment: NodeJS.ProcessEnv): S3Settings | undefined {
  const bucket = environment['SCHOOL_S3_BUCKET'];
  if (!bucket) return undefined;
  return {
    bucket,
    region: environment['SCHOOL_S3_REGION'] ?? 'eu-central-1',
    endpoint: environment['SCHOOL_S3_ENDPOINT'],
    accessKeyId: environment['SCHOOL_S3_ACCESS_KEY_ID'],
    secretAccessKey: environment['SCHOOL_S3_SECRET_ACCESS_KEY'],
  };
}
