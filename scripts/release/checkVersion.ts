import type { StepResult } from './StepResult.js';

interface Versions {
  /** The version in the working tree. */
  readonly current: string;
  /** The version after all changesets. */
  readonly next: string;
  /** How many changesets wait in `.changeset`. */
  readonly changesetCount: number;
  /** CHANGELOG.md after all changesets, if there is one. */
  readonly changelog: string | undefined;
  /** Whether the working tree is about to be published as it is. */
  readonly isPublishing: boolean;
}

/** Every line of CHANGELOG.md that belongs to a version. */
function readSection(changelog: string, version: string): readonly string[] | undefined {
  const lines = changelog.split('\n');
  const start = lines.indexOf(`## ${version}`);
  if (start < 0) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The version that changesets make, and what CHANGELOG.md says of it. */
export function checkVersion({ current, next, changesetCount, changelog, isPublishing }: Versions): StepResult {
  const changes = readSection(changelog ?? '', next)?.filter((line) => line.startsWith('- ')).length ?? 0;
  const missing: string[] = [];
  if (changes === 0) missing.push(`CHANGELOG.md: say what is new in ${next}: \`npm run changeset\`.`);
  if (isPublishing && changesetCount > 0)
    missing.push(`.changeset: ${changesetCount} changesets wait: \`npm run changeset version\`, and commit.`);
  return {
    lines: [`${current} → ${next} by ${changesetCount} changesets`, `CHANGELOG.md has ${changes} changes for ${next}`],
    missing,
  };
}
