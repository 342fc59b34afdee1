import { webhooks } from '$lib/handlers';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request }) => webhooks(request);
