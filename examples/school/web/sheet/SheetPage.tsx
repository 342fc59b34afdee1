import { Link, useParams } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { SheetMusic } from './SheetMusic.js';
import { odeToJoy } from './odeToJoy.js';

/** The sheet music of a lesson. A call goes on meanwhile, in a window that floats above it. */
export function SheetPage() {
  const { id = '' } = useParams();
  const t = useTexts();
  const { data: lesson } = useApi<Lesson>(`/api/lessons/${encodeURIComponent(id)}`);
  return (
    <Page
      title={t.sheet.title}
      actions={
        <Link className="button" to={`/lessons/${id}`}>
          {t.sheet.back}
        </Link>
      }
    >
      {lesson && <p className="soft">{lesson.title}</p>}
      <SheetMusic name={t.sheet.piece} composer="Ludwig van Beethoven" lines={odeToJoy} />
    </Page>
  );
}
