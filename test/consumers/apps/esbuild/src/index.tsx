import { createRoot } from 'react-dom/client';
import { Meeting } from './Meeting';
import './meeting.css';

createRoot(document.getElementById('root')!).render(<Meeting room="https://acme.whereby.com/esbuild" />);
