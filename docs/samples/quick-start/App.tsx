// src/App.tsx
import { WherebyEmbed } from 'react-whereby-embed';

export default function App() {
  return (
    <div style={{ height: '100dvh' }}>
      <WherebyEmbed room="http://127.0.0.1:4455/demo" allowedHosts={['127.0.0.1:4455']} />
    </div>
  );
}
