import type { ReleaseManifest } from './ReleaseManifest.js';
import type { StepResult } from './StepResult.js';

/** Who may install the package, and whether npm shows which commit and which CI run it was built from. */
export function checkPublishConfig({ private: isPrivate, publishConfig }: ReleaseManifest): StepResult {
  const { access, provenance } = publishConfig ?? {};
  const missing: string[] = [];
  if (isPrivate) missing.push('package.json: remove `private`, with which npm publishes nothing.');
  if (access !== 'public') missing.push("package.json: set `publishConfig.access` to 'public'.");
  // https://docs.npmjs.com/generating-provenance-statements
  if (provenance !== true) missing.push('package.json: set `publishConfig.provenance` to true.');
  return { lines: [`access ${access ?? 'not set'}, provenance ${provenance ?? 'not set'}`], missing };
}
