import type { World } from '../../core/index.js';
import type { ApiBehaviour } from '../behaviour.js';
import type { Images } from '../pages/images.js';

/** What every operation works with. */
export interface ApiContext {
  readonly world: World;
  readonly behaviour: ApiBehaviour;
  readonly apiKey: string;
  readonly images: Images;
  /** Origin the rooms' addresses begin with; known once the sandbox listens. */
  roomOrigin(): string;
  /** Origin of the REST API itself, for access links. */
  origin(): string;
}
