import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomsProvider } from 'react-whereby-embed';
import { App } from './App.js';
import { person } from './person.js';
import { readPlace } from './place.js';

const place = readPlace(location.search);

// Stands for signing in: a cookie says who the host is; everyone else comes with an invitation.
if (!place.room) await fetch('/api/session');

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <RoomsProvider
      endpoint="/api/whereby"
      headers={place.invite ? { 'x-invite': place.invite, 'x-person': person.id } : {}}
    >
      <App place={place} />
    </RoomsProvider>
  </StrictMode>,
);
