import type { ApiFailure } from '../client/ApiFailure.js';
import { useTexts } from '../texts/useTexts.js';
import { Notice } from './Notice.js';

/** Why something did not work, for whoever tried. */
export function Failure({ failure }: { readonly failure: ApiFailure | undefined }) {
  const { failures } = useTexts();
  return failure ? (
    <Notice tone="bad" icon="warning" role="alert">
      {failures[failure.code]}
    </Notice>
  ) : null;
}
