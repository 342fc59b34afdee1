import { useBoard } from '../client/useBoard.js';
import { Empty } from '../parts/Empty.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { BoardCard } from './BoardCard.js';

/** Who is in which lesson now, who knocks, and who is missing. */
export function BoardPage() {
  const { office } = useTexts();
  const { board, isLive } = useBoard();
  return (
    <Page
      title={office.board.title}
      actions={
        <span className={isLive ? 'live live-on' : 'live'} role="status">
          {isLive ? office.board.live : office.board.notLive}
        </span>
      }
    >
      {!board && <Loading />}
      {board?.lessons.length === 0 && <Empty icon="calendar">{office.board.none}</Empty>}
      <div className="board">
        {board?.lessons.map((lesson) => (
          <BoardCard key={lesson.id} lesson={lesson} />
        ))}
      </div>
    </Page>
  );
}
