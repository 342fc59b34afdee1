import { useRoom } from './RoomContext.js';

/** A drawn screen: the sandbox never gets to see the real one. */
export function SharedScreen({ by }: { readonly by: string }) {
  const { t } = useRoom();
  return (
    <figure className="shared" data-tool="sharedScreen">
      <svg className="shared-screen" viewBox="0 0 320 180" aria-hidden="true">
        <rect width="320" height="180" rx="6" fill="#f7f3ea" />
        <path d="M6 0h308a6 6 0 0 1 6 6v16H0V6a6 6 0 0 1 6-6z" fill="#e3d8c3" />
        <circle cx="12" cy="11" r="3.500" fill="#c2603f" />
        <circle cx="24" cy="11" r="3.500" fill="#b98a1e" />
        <circle cx="36" cy="11" r="3.500" fill="#1d6f6a" />
        <path d="M24 42h110v10H24zM24 62h130v6H24zM24 74h120v6H24zM24 86h126v6H24z" fill="#8c7f69" />
        <path d="M184 146v-40h20v40zM214 146V82h20v64zM244 146v-28h20v28zM274 146V60h20v86z" fill="#1d6f6a" />
        <path d="M176 148h126" stroke="#8c7f69" strokeWidth="2" />
      </svg>
      <figcaption>{t('sharing', { name: by || t('guest') })}</figcaption>
    </figure>
  );
}
