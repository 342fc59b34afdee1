import { rooms } from '../handlers';
import type { Route } from './+types/rooms';

export const loader = ({ request }: Route.LoaderArgs) => rooms(request);
export const action = ({ request }: Route.ActionArgs) => rooms(request);
