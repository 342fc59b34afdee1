import { toWherebyLanguage } from 'react-whereby-embed';
import { buildRoomUrl } from 'react-whereby-embed/url';
import { Meeting } from './Meeting';

export default function Home() {
  // The functions without React run in a Server Component.
  const room = buildRoomUrl('https://acme.whereby.com/next-app', { lang: toWherebyLanguage('en-GB') });
  return <Meeting room={room} />;
}
