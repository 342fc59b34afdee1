import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { SchoolError } from '../operations/SchoolError.js';
import type { S3Settings } from './readS3Settings.js';
import type { Storage } from './Storage.js';

/**
 * Recordings in a bucket of S3, or of a service that speaks it. Without keys the client takes those of its machine's role.
 * @throws SchoolError if the bucket cannot be reached
 */
export async function createS3Storage(settings: S3Settings): Promise<Storage> {
  const { bucket: Bucket, region, endpoint, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    region,
    // Checksums that only Amazon knows are left out elsewhere.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    throw new SchoolError(
      `The bucket ${Bucket} of SCHOOL_S3_BUCKET cannot be reached (${error instanceof Error ? error.name : 'it failed'}). Check its name, SCHOOL_S3_REGION, SCHOOL_S3_ENDPOINT and the keys. Nothing was started.`,
    );
  }
  return {
    async store(file, Key) {
      await new Upload({ client, params: { Bucket, Key, Body: createReadStream(file) } }).done();
      await rm(file, { force: true });
      return Key;
    },
    async open(Key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return Body!.transformToWebStream() as ReadableStream<Uint8Array>;
    },
    async delete(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}
