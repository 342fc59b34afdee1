import { webhooks } from '../handlers';
import type { Route } from './+types/webhooks';

export const action = ({ request }: Route.ActionArgs) => webhooks(request);
