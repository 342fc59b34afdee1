import { Meeting } from './Meeting.tsx';

function App() {
  return <Meeting room="https://acme.whereby.com/vite-react-compiler" />;
}

export default App;
