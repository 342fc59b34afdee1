// src/App.tsx
import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';

export default function App() {
  const [outcome, setOutcome] = useState<string>();
  // 'left', 'removed' or 'ended'; once for each stay.
  if (outcome) return <p>The meeting is over for you: {outcome}.</p>;
  return (
    <div style={{ height: '100dvh' }}>
      <WherebyEmbed
        room="http://127.0.0.1:4455/demo"
        allowedHosts={['127.0.0.1:4455']}
        chat
        people={false}
        onJoin={() => console.log('in the meeting')}
        onExit={({ reason }) => setOutcome(reason)}
        onError={(error) => console.error(error.code, error.message)}
        loading={<p>Just a moment…</p>}
        fallback={(error) => <p role="alert">The meeting could not be opened ({error.code}).</p>}
      />
    </div>
  );
}
