import { Meeting } from './Meeting';

export default function Home() {
  return <Meeting room="https://acme.whereby.com/next-webpack" />;
}
