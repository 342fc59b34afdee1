import { Meeting } from './Meeting';

const App = () => <Meeting room="https://acme.whereby.com/rsbuild" />;

export default App;
