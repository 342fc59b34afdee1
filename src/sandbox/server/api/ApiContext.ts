import type { World } from '../../core/index.js';
import type { ApiBehaviour } from '../ApiBehaviour.js';
import type { Images } from '../pages/createImages.js';

/** What every operation works with. */
export interface ApiContext {
  readonly world: World;
  readonly behaviour: ApiBehaviour;
  readonly apiKey: string;
  /** A second key, for reading: what 403 is documented for is not allowed to it. */
  readonly restrictedApiKey: string;
  readonly images: Images;
  /** Origin the rooms' addresses begin with; known once the sandbox listens. */
  roomOrigin(): string;
  /** Origin of the REST API itself, for access links. */
  origin(): string;
}
