import React from 'react';
import { Meeting } from './Meeting';

const App = () => <Meeting room="https://acme.whereby.com/webpack" />;

export default App;
