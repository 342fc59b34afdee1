import { useEffect, useState } from 'react';
import type { Board } from '../../shared/api.js';

export interface LiveBoard {
  /** Undefined until the server has sent the first one. */
  readonly board: Board | undefined;
  /** False while the connection is being made again, which the browser does by itself. */
  readonly isLive: boolean;
}

/** The board as the server sends it. Nothing is asked for: a change arrives by itself. */
export function useBoard(): LiveBoard {
  const [live, setLive] = useState<LiveBoard>({ board: undefined, isLive: false });

  useEffect(() => {
    const source = new EventSource('/api/board');
    source.addEventListener('board', ({ data }: MessageEvent<string>) =>
      setLive({ board: JSON.parse(data) as Board, isLive: true }),
    );
    source.addEventListener('error', () => setLive(({ board }) => ({ board, isLive: false })));
    return () => source.close();
  }, []);

  return live;
}
