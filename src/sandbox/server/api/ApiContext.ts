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
  /** The origin of the room URLs in the response to a request. */
  findRoomOrigin(request: Request): string;
  /** The origin under which a request reached the API, for access links. */
  findOrigin(request: Request): string;
}
