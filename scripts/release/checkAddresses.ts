import type { ReleaseManifest } from './ReleaseManifest.js';
import type { StepResult } from './StepResult.js';

const examples = {
  repository: 'git+https://<host>/<owner>/<name>.git',
  homepage: 'https://<host>/<owner>/<name>#readme',
  bugs: 'https://<host>/<owner>/<name>/issues',
};

/** `git+https:` is how npm writes the address of a repository. */
function isWebAddress(text: string): boolean {
  const address = text.replace(/^git\+/, '');
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname.includes('.');
}

/** Where people find the source, the documentation and the issues. package.json is the one place that says so. */
export function checkAddresses(manifest: ReleaseManifest): StepResult {
  const lines: string[] = [];
  const missing: string[] = [];
  for (const [field, example] of Object.entries(examples)) {
    const value = manifest[field as keyof typeof examples];
    const address = typeof value === 'object' ? value.url : value;
    if (address && isWebAddress(address)) lines.push(`${field} ${address}`);
    else missing.push(`package.json: set \`${field}\` to an https address, such as ${example}.`);
  }
  return { lines, missing };
}
