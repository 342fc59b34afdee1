import { WherebyError } from '../errors/WherebyError.js';

interface PolicyDocument {
  /** Chromium's; other browsers do not tell. */
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** What on this page keeps camera or microphone from a room that is framed with the given `allow` list. */
export function findDeniedDevice(allow: string): WherebyError | undefined {
  if (window.isSecureContext === false) return new WherebyError('INSECURE_CONTEXT', 'serve this page over https');
  const policy = (document as PolicyDocument).featurePolicy;
  const denied = ['camera', 'microphone'].filter(
    (name) => allow.includes(name) && policy?.allowsFeature(name) === false,
  );
  return denied[0]
    ? new WherebyError('PERMISSIONS_POLICY', `allow ${denied} in the Permissions-Policy header`)
    : undefined;
}
