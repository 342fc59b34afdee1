import { buildRoomUrl } from 'react-whereby-embed/url';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const hostRoomUrl = process.env['DEMO_HOST_ROOM_URL'] ?? '';
  return Response.json(
    { room: buildRoomUrl(hostRoomUrl, { displayName: 'Ada' }) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
