'use client';

import { useState } from 'react';

/** `Meeting` without the component: what a page adds by itself. */
export function Meeting({ room }: { room: string }) {
  const [name, setName] = useState('Ada');
  const [events, setEvents] = useState<readonly string[]>([]);
  const note = (event: string) => setEvents((earlier) => [...earlier, event]);
  return (
    <main className="page">
      <p>
        <button onClick={() => setName(`${name} A.`)}>Rename</button> <output>{events.join(' ')}</output>
      </p>
      <div className="meeting">
        <p onClick={() => note('join')}>
          {room} {name}
        </p>
      </div>
    </main>
  );
}
