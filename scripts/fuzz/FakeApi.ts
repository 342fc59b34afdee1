const meeting = {
  meetingId: '1',
  roomName: '/room',
  roomUrl: 'https://acme.whereby.com/room',
  startDate: '2026-01-01T00:00:00.000Z',
  endDate: '2126-01-01T00:00:00.000Z',
};

/** The API as `fetch` sees it: there is one meeting, whatever is created. */
export class FakeApi {
  /** What the next calls get instead. */
  readonly instead: (Response | Error)[] = [];
  readonly #roomKey: string;

  constructor(roomKey: string) {
    this.#roomKey = roomKey;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const { method, url } = new Request(input, init);
    const other = this.instead.shift();
    if (other instanceof Error) throw other;
    return other ?? this.#respond(method, new URL(url).pathname);
  };

  #respond(method: string, path: string): Response {
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'GET' && path.endsWith('/meetings')) return Response.json({ results: [], cursor: null });
    if (method === 'GET' && !path.endsWith('/1')) return Response.json({ error: 'Not found' }, { status: 404 });
    return Response.json(
      { ...meeting, hostRoomUrl: `${meeting.roomUrl}?roomKey=${this.#roomKey}` },
      { status: method === 'POST' ? 201 : 200 },
    );
  }
}
