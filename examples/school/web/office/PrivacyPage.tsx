import type { DataFlow } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';

/** What leaves the school's servers, to whom and why: for the school's data protection. */
export function PrivacyPage() {
  const { office } = useTexts();
  const { data: flows, error } = useApi<readonly DataFlow[]>('/api/privacy');
  return (
    <Page title={office.privacy.title}>
      <p>{office.privacy.lead}</p>
      <Failure failure={error} />
      {!flows && !error && <Loading />}
      {flows?.map(({ what, to, why, kept }) => (
        <section key={what} className="card flow">
          <h2>{what}</h2>
          <dl>
            <dt>{office.privacy.to}</dt>
            <dd>{to}</dd>
            <dt>{office.privacy.why}</dt>
            <dd>{why}</dd>
            <dt>{office.privacy.kept}</dt>
            <dd>{kept}</dd>
          </dl>
        </section>
      ))}
    </Page>
  );
}
