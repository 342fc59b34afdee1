import { rooms } from '$lib/handlers';
import type { RequestHandler } from './$types';

export const fallback: RequestHandler = ({ request }) => rooms(request);
