import { html } from 'hono/html';
import type { Page } from './Page.js';
import { renderMeeting } from './renderMeeting.js';

const renderNewMeeting = ({ forms }: Page) =>
  html`<article>
    <h3>New meeting</h3>
    ${forms.form({
      path: '/meetings',
      fields: [
        {
          name: 'roomName',
          label: 'Room name',
          attributes: { pattern: '[A-Za-z0-9_\\-]*', placeholder: 'generated' },
        },
        { name: 'roomMode', label: 'Mode', options: { group: 'group', normal: 'normal' } },
        { name: 'isLocked', label: 'Locked', type: 'flag' },
      ],
      text: 'Create',
      look: 'main',
    })}
  </article>`;

export const renderMeetings = (page: Page) =>
  html`${!page.overview.meetings.length && html`<p class="soft">None yet. Create one here, or through the REST API.</p>`}
  ${page.overview.meetings.map((meeting) => renderMeeting(page, meeting))} ${renderNewMeeting(page)}`;
