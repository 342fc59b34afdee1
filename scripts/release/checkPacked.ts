import type { PackedPackage } from '../packPackage.js';
import type { StepResult } from './StepResult.js';

const required = {
  'README.md': 'the first page on npm',
  'CHANGELOG.md': 'what is new',
  LICENSE: 'the licence',
  'dist/THIRD_PARTY_NOTICES.txt': 'the licences of what is bundled',
  'docs/webhooks.openapi.json': 'the OpenAPI document',
};
const MOST_FILES = 400;
const TARGET_BYTES = 1_500_000;

export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** What `npm publish` would send. Megabytes are printed beside their target; only files are limited. */
export function checkPacked({ bytes, paths }: Pick<PackedPackage, 'bytes' | 'paths'>): StepResult {
  const missing = Object.entries(required)
    .filter(([path]) => !paths.includes(path))
    .map(([path, meaning]) => `The package does not contain ${path}: ${meaning}.`);
  if (paths.length > MOST_FILES)
    missing.push(`The package has ${paths.length} files, at most ${MOST_FILES} are meant.`);
  const isAbove = bytes > TARGET_BYTES;
  return {
    lines: [
      `${paths.length} files of at most ${MOST_FILES}`,
      `${inMegabytes(bytes)} unpacked, ${isAbove ? 'above' : 'within'} the target of ${inMegabytes(TARGET_BYTES)}`,
    ],
    missing,
  };
}
