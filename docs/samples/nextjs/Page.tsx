import { WherebyEmbed, toWherebyLanguage } from 'react-whereby-embed';

interface Props {
  params: Promise<{ locale: string }>;
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return (
    <main style={{ height: '100dvh' }}>
      <WherebyEmbed room="https://your-team.whereby.com/your-room" lang={toWherebyLanguage(locale)} />
    </main>
  );
}
