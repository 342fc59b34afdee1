export { identifyAttendees } from './identifyAttendees.js';
export type { IdentifyOptions } from './identifyAttendees.js';
export type { MetadataKey } from './resolveKeys.js';
export { signMetadata } from './signMetadata.js';
export type { SignMetadataOptions } from './signMetadata.js';
export { verifyMetadata } from './verifyMetadata.js';
export type { MetadataEvent, VerifiedMetadata, VerifyMetadataOptions } from './verifyMetadata.js';
