import { useTexts } from '../texts/useTexts.js';

/** Until the server has answered. Shown after a moment, so that nothing flashes when it answers at once. */
export const Loading = () => (
  <p className="loading" role="status">
    {useTexts().loading}
  </p>
);
