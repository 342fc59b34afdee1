import { useRoom } from './RoomContext.js';

/** The link of the parameter `precallPermissionsHelpLink`. */
export function PermissionsHelp() {
  const { view, t } = useRoom();
  return view.permissionsHelp ? (
    <a className="link" href={view.permissionsHelp} target="_blank" rel="noreferrer">
      {t('permissionsHelp')}
    </a>
  ) : null;
}
