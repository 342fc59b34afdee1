import type { ControlRoute } from './ControlRoute.js';
import { faultRoutes } from './routes/faultRoutes.js';
import { meetingRoutes } from './routes/meetingRoutes.js';
import { personRoutes } from './routes/personRoutes.js';
import { sandboxRoutes } from './routes/sandboxRoutes.js';
import { webhookRoutes } from './routes/webhookRoutes.js';

/** THE LIST of what can be done over HTTP. `GET /_sandbox` returns it, docs/sandbox.md shows it, the control page has a button for each. */
export const controlRoutes: readonly ControlRoute[] = [
  ...sandboxRoutes,
  ...meetingRoutes,
  ...personRoutes,
  ...webhookRoutes,
  ...faultRoutes,
];
