import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';

interface PolicyDocument {
  /** Chromium's; other browsers do not report the policy: https://caniuse.com/mdn-api_document_featurepolicy */
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/**
 * What on this page keeps camera or microphone from a room in a frame.
 *
 * @param allow the frame's `allow` attribute
 */
export function findDeniedDevice(allow: string): WherebyError | undefined {
  if (window.isSecureContext === false) return createError('INSECURE_CONTEXT');
  const policy = (document as PolicyDocument).featurePolicy;
  const denied = ['camera', 'microphone'].filter(
    (name) => allow.includes(name) && policy?.allowsFeature(name) === false,
  );
  return denied.length ? createError('PERMISSIONS_POLICY', { device: denied.join(' and ') }) : undefined;
}
