import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConsumerResult } from '../../../scripts/consumers/results.js';

/** What an app's `consumer.json` says. Commands run in the app's folder, with `PORT` and `PACKAGE_TARBALL` in their environment. */
interface ConsumerFile {
  /** As the README's table names it. */
  readonly title: string;
  readonly group: ConsumerResult['group'];
  /** Installed packages whose versions the table shows, most telling first. */
  readonly shows: readonly string[];
  /** Folder that gets the files of `shared/<group>`, and those of `shared/backend` if it is a backend. */
  readonly sharedFolder?: string;
  /** `js` for an app without TypeScript: the shared files lose their types and their JSX. */
  readonly language?: 'js';
  /** What builds or tests it, one command after the other. */
  readonly run?: readonly string[];
  /** Files of this repository that it gets too, as JavaScript: its name for a file, and the file's path. */
  readonly copies?: Readonly<Record<string, string>>;
  /** The command that serves the built app. Each of several is used in turn. */
  readonly start?: string | readonly string[];
  /** A folder of static files that is the built app. */
  readonly serves?: string;
  /** It receives webhooks at `/webhooks/whereby`, and gives out room URLs at `/api/whereby`. */
  readonly isBackend?: boolean;
  /** A development server, in which React reports more. */
  readonly dev?: string;
  /** Path of the page with the meeting. Default `/`. */
  readonly path?: string;
  /** The frame must be in the HTML that the server sends. */
  readonly rendersOnServer?: boolean;
  /** Folder of the scripts that a browser loads. With it, the app is also built without the component, to compare. */
  readonly scripts?: string;
  /** Why an app with a page has no `scripts`: what the component adds cannot be told there. */
  readonly unmeasured?: string;
  /** Processor and system without which it cannot run, as Node names them: `linux-x64`. */
  readonly only?: string;
}

/** A real app that installs the packed package. */
export interface Consumer extends ConsumerFile {
  readonly name: string;
  readonly folder: string;
  /** The line of its README that says what an app of this stack must do; `nothing` if it works as it is. */
  readonly toDo: string;
}

const appsFolder = fileURLToPath(new URL('../apps/', import.meta.url));

/** The text after `- <label>: ` in an app's README. */
function readLine(readme: string, label: string): string {
  const line = new RegExp(`^- ${label}: (.+)$`, 'm').exec(readme)?.[1];
  if (!line) throw new Error(`An app's README must have a line "- ${label}: …":\n${readme}`);
  return line;
}

/** Every app in `apps/`, in the order of its name. */
export function readConsumers(): Consumer[] {
  return readdirSync(appsFolder)
    .filter((name) => existsSync(`${appsFolder}${name}/consumer.json`))
    .sort()
    .map((name) => {
      const folder = `${appsFolder}${name}`;
      const readme = readFileSync(`${folder}/README.md`, 'utf8');
      readLine(readme, 'Made by');
      const consumer = JSON.parse(readFileSync(`${folder}/consumer.json`, 'utf8')) as ConsumerFile;
      if (consumer.group === 'page' && !consumer.scripts === !consumer.unmeasured)
        throw new Error(`${name}/consumer.json must have either "scripts" or "unmeasured".`);
      return {
        ...consumer,
        name,
        folder,
        toDo: readLine(readme, 'To do'),
      };
    });
}
