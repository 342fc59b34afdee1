'use client';

import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';

/** What every app shows: a meeting below a button that changes a parameter, and the events that it has reported. */
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
        <WherebyEmbed
          room={room}
          displayName={name}
          onJoin={() => note('join')}
          onLeave={() => note('leave')}
          onExit={({ reason }) => note(`exit:${reason}`)}
          onError={({ code }) => note(code)}
        />
      </div>
    </main>
  );
}
