import { MeetingProblem } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { Page } from '../parts/Page.js';

/** For a browser that cannot take part. */
export const UnsupportedBrowserPage = ({ lesson }: { readonly lesson: Lesson }) => (
  <Page title={lesson.title} isNarrow>
    <div className="card card-panel">
      <MeetingProblem cause="browser" />
    </div>
  </Page>
);
