import { buildRoomUrl } from 'react-whereby-embed/url';

export function webViewSource(roomUrl: string, displayName: string): { uri: string } {
  const url = buildRoomUrl(roomUrl, { displayName, skipMediaPermissionPrompt: true });
  return { uri: `${url}${url.includes('?') ? '&' : '?'}needancestor` };
}
