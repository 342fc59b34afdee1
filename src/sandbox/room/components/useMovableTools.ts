import type { MovableTool } from '../view/chooseBarTools.js';
import type { IconName } from './Icon.js';
import { useRoom } from './RoomContext.js';

interface BarTool {
  readonly tool: MovableTool;
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** Undefined for what opens a sheet of its own. */
  readonly onClick?: () => void;
}

/** The tools of the bottom bar that may stand in the menu instead, in their order in the bar. */
export function useMovableTools(): readonly BarTool[] {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const { self, panel, pip, room } = state;
  const opener = (tool: 'chat' | 'people' | 'groups'): BarTool => ({
    tool,
    icon: tool,
    label: t(tool),
    expanded: panel === tool,
    onClick: () => actions.setPanel(panel === tool ? null : tool),
  });
  const tools: readonly (BarTool | false)[] = [
    view.screenshare && {
      tool: 'screenshare',
      icon: 'share',
      label: t('share'),
      pressed: self.screenshare,
      onClick: () => actions.setScreenshare(!self.screenshare),
    },
    view.reactions && { tool: 'reactions', icon: 'reactions', label: t('reactions') },
    view.chat && opener('chat'),
    view.people && opener('people'),
    (view.breakout || room?.breakout.open === true) && opener('groups'),
    view.pip && { tool: 'pip', icon: 'pip', label: t('pip'), pressed: pip, onClick: () => actions.setPip(!pip) },
  ];
  return tools.filter((tool) => tool !== false);
}
