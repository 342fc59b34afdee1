import { Meeting } from './Meeting.tsx';

function App() {
  return <Meeting room="https://acme.whereby.com/storybook" />;
}

export default App;
