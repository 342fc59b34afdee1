import { Meeting } from './Meeting.tsx';

export function App() {
  return <Meeting room="https://acme.whereby.com/vite-preact" />;
}
