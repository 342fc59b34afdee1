import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';

interface WithPolicy {
  /** Chromium's; other browsers do not report the policy: https://caniuse.com/mdn-api_document_featurepolicy */
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/**
 * What on this page keeps camera or microphone from the room in a frame. The frame is asked, not the page, because a
 * page can have a device for itself (`camera=(self)`) that it does not pass on.
 */
export function findDeniedDevice(frame: HTMLIFrameElement): WherebyError | undefined {
  if (frame.ownerDocument.defaultView?.isSecureContext === false) return createError('INSECURE_CONTEXT');
  const allowed = (frame.getAttribute('allow') ?? '').split('; ');
  const policy = (frame as WithPolicy).featurePolicy;
  const denied = ['camera', 'microphone'].filter(
    (name) => allowed.includes(name) && policy?.allowsFeature(name) === false,
  );
  return denied.length ? createError('PERMISSIONS_POLICY', { device: denied.join(' and ') }) : undefined;
}
