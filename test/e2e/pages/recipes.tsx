import { StrictMode } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Consultation } from '../../../examples/express/Consultation.js';
import { Meeting } from '../../../examples/next/app/meeting/[id]/Meeting.js';
import { Lesson } from '../../../examples/per-participant/Lesson.js';
import { WaitingRoom } from '../../../examples/waiting-room/WaitingRoom.js';

/** The page of each recipe, by the first part of the path; what it is about is the second. */
const pages: Readonly<Record<string, (about: string) => ReactElement>> = {
  next: (about) => <Meeting meetingId={about} />,
  express: () => <Consultation />,
  lesson: (about) => <Lesson lesson={about} />,
  waiting: (about) => <WaitingRoom meetingId={about} />,
};

const [, name = '', about = ''] = location.pathname.split('/');
const root = document.createElement('main');
root.style.height = '100vh';
document.body.append(root);
createRoot(root).render(<StrictMode>{pages[name]?.(about)}</StrictMode>);
