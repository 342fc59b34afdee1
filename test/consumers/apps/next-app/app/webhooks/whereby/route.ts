import { webhooks } from '../../handlers';

export { webhooks as POST };
