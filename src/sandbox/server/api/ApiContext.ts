import type { World } from '../../core/index.js';
import type { ApiBehaviour } from '../ApiBehaviour.js';
import type { Images } from '../pages/createImages.js';

/** What every operation of the API works with. */
export interface ApiContext {
  readonly world: World;
  readonly behaviour: ApiBehaviour;
  readonly apiKey: string;
  /** A second key that is refused (403) wherever 403 is documented. */
  readonly restrictedApiKey: string;
  readonly images: Images;
  /** The origin of the rooms' URLs; known once the sandbox listens. */
  roomOrigin(): string;
  /** The origin of the REST API itself, for access links. */
  origin(): string;
}
