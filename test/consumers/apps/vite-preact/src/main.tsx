import { render } from 'preact';
import './meeting.css';
import { App } from './app.tsx';

render(<App />, document.getElementById('app')!);
