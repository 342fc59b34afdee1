import { WherebyEmbed } from 'react-whereby-embed';

export function Meeting() {
  return (
    <div style={{ height: '100dvh' }}>
      <WherebyEmbed room="https://your-team.whereby.com/your-room" displayName="Ada" chat people={false} />
    </div>
  );
}
