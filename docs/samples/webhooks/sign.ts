import { signMetadata, verifyMetadata } from 'react-whereby-embed/server';
import type { MetadataEvent } from 'react-whereby-embed/server';

const key = process.env.METADATA_KEY ?? '';
export const sign = (meetingId: string, endDate: string) =>
  signMetadata({ key, externalId: 'pupil-17', meetingId, expiresAt: endDate });
export const who = async (event: MetadataEvent) => (await verifyMetadata({ event, key })).externalId;
