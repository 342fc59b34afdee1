import type { ComponentType } from 'react';
import type { SidePanelName } from '../session/SessionState.js';
import { ChatDownload } from './ChatDownload.js';
import { ChatPanel } from './ChatPanel.js';
import { GroupsPanel } from './GroupsPanel.js';
import { Integrations } from './Integrations.js';
import { PanelFrame } from './PanelFrame.js';
import { PeopleCount } from './PeopleCount.js';
import { PeoplePanel } from './PeoplePanel.js';
import { QualityPanel } from './QualityPanel.js';
import { useRoom } from './RoomContext.js';

type Shown = Exclude<SidePanelName, 'inspector'>;

const bodies: Readonly<Record<Shown, ComponentType>> = {
  chat: ChatPanel,
  people: PeoplePanel,
  groups: GroupsPanel,
  quality: QualityPanel,
  integrations: Integrations,
};

const heads: Readonly<Partial<Record<Shown, ComponentType>>> = {
  chat: ChatDownload,
  people: PeopleCount,
};

/** Beside the people; on a narrow page above them. */
export function SidePanel({ panel }: { readonly panel: Shown }) {
  const { t } = useRoom();
  const Body = bodies[panel];
  const Head = heads[panel];
  return (
    <PanelFrame key={panel} name={panel} title={t(panel)} head={Head && <Head />}>
      <Body />
    </PanelFrame>
  );
}
