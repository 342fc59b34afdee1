import { Meeting } from '../Meeting';
import type { Route } from './+types/home';

export function meta() {
  return [{ title: 'New React Router App' }];
}

export function loader() {
  return { room: 'https://acme.whereby.com/react-router-ssr' };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <Meeting room={loaderData.room} />;
}
