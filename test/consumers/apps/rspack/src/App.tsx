import { Meeting } from './Meeting';

function App() {
  return <Meeting room="https://acme.whereby.com/rspack" />;
}

export default App;
