import { Link } from 'react-router';
import { useTexts } from '../texts/useTexts.js';
import { PlainPage } from './PlainPage.js';

/** For an address that leads nowhere, or to what is somebody else's. */
export function NotFoundPage() {
  const t = useTexts();
  return (
    <PlainPage icon="warning" title={t.notFound.title}>
      <p>{t.notFound.help}</p>
      <Link className="button button-main" to="/">
        {t.notFound.back}
      </Link>
    </PlainPage>
  );
}
