import type { ApiFailure } from '../client/ApiFailure.js';
import { useTexts } from '../texts/useTexts.js';
import { PlainPage } from './PlainPage.js';

/** For whoever has not come by a link of the school. */
export function SignInPage({ error }: { readonly error: ApiFailure }) {
  const t = useTexts();
  if (error.code !== 'SIGN_IN_REQUIRED')
    return (
      <PlainPage icon="warning" tone="warn" title={t.unreachable.title}>
        <p>{t.failures[error.code]}</p>
        <button type="button" className="button button-main" onClick={() => location.reload()}>
          {t.tryAgain}
        </button>
      </PlainPage>
    );
  return (
    <PlainPage icon="door" title={t.signIn.title}>
      <p>{t.signIn.help}</p>
    </PlainPage>
  );
}
