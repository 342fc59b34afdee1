import { type RouteConfig, index, route } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('api/whereby/*', 'routes/rooms.ts'),
  route('webhooks/whereby', 'routes/webhooks.ts'),
] satisfies RouteConfig;
