import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openSurroundings } from './openSurroundings.js';
import type { SurroundedPage } from './openSurroundings.js';

type Surroundings = Awaited<ReturnType<typeof openSurroundings>>;

/** Opens the surroundings for the tests of a file. Each test opens one page, whose console must stay empty. */
export function setUpSurroundings(): Pick<Surroundings, 'open'> {
  let surroundings: Surroundings;
  let app: SurroundedPage;
  beforeAll(async () => {
    surroundings = await openSurroundings();
  });
  afterAll(() => surroundings.close());
  afterEach(async () => {
    await app.page.context().close();
    expect(app.problems).toEqual([]);
  });
  return {
    async open(...args) {
      app = await surroundings.open(...args);
      return app;
    },
  };
}
