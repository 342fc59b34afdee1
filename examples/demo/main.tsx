import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomsProvider } from 'react-whereby-embed';
import { App } from './App.js';
import { readPlace } from './place.js';

const place = readPlace(location.search);

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    {/* Stands for signing in: a real app sends its session, and its server knows who that is. */}
    <RoomsProvider endpoint="/api/whereby" headers={{ 'x-demo-role': place.role, 'x-demo-name': place.name }}>
      <App place={place} />
    </RoomsProvider>
  </StrictMode>,
);
