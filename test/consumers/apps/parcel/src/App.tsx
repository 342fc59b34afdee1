import { Meeting } from './Meeting';

export function App() {
  return <Meeting room="https://acme.whereby.com/parcel" />;
}
