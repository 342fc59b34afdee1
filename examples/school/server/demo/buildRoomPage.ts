import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In the package's repository the sandbox's room page is built first; an installed package has it. */
export async function buildRoomPage(): Promise<void> {
  const script = fileURLToPath(new URL('../../../../scripts/build/buildRoomPage.ts', import.meta.url));
  if (!existsSync(script)) return;
  const { buildRoomPage: build } = (await import(script)) as { buildRoomPage: () => Promise<void> };
  await build();
}
