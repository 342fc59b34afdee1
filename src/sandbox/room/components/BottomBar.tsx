import { chooseBarTools, needsShortWords } from '../view/chooseBarTools.js';
import { MediaButtons } from './MediaButtons.js';
import { MenuItem } from './MenuItem.js';
import { MoreMenu } from './MoreMenu.js';
import { Popover } from './Popover.js';
import { ReactionSheet } from './ReactionSheet.js';
import { useRoom } from './RoomContext.js';
import { ToolButton } from './ToolButton.js';
import { useMovableTools } from './useMovableTools.js';
import { usePageSize } from './usePageSize.js';

/** Microphone, camera, More and Leave in any frame; the rest as far as there is room, and in the menu after that. */
export function BottomBar() {
  const { session, view, t } = useRoom();
  const page = usePageSize();
  const tools = useMovableTools();
  const inBar = chooseBarTools({
    page,
    hasWords: view.toolbarText,
    fixed: [view.microphone, view.camera, view.more, view.leave].filter(Boolean).length,
    tools: tools.map(({ tool }) => tool),
  });
  // Without the menu the bar takes a second row.
  const isInBar = ({ tool }: (typeof tools)[number]) => !view.more || inBar.has(tool);
  const inMenu = tools.filter((tool) => !isInBar(tool));

  return (
    <footer className="bar bottom-bar">
      <MediaButtons hasShortWords={view.toolbarText && needsShortWords(page)} />
      {tools.filter(isInBar).map(({ tool, onClick, ...rest }) =>
        onClick ? (
          <ToolButton key={tool} tool={tool} onClick={onClick} {...rest} />
        ) : (
          <Popover key={tool} tool={tool} icon={rest.icon} label={rest.label}>
            <ReactionSheet />
          </Popover>
        ),
      )}
      {view.more && (
        <MoreMenu>
          {inMenu.map(({ tool, icon, label, onClick, pressed, expanded }) =>
            onClick ? (
              <MenuItem
                key={tool}
                tool={tool}
                icon={icon}
                label={label}
                aria-pressed={pressed}
                aria-expanded={expanded}
                onClick={onClick}
              />
            ) : (
              <ReactionSheet key={tool} />
            ),
          )}
        </MoreMenu>
      )}
      {view.leave && <ToolButton tool="leave" icon="leave" label={t('leave')} danger onClick={session.actions.leave} />}
    </footer>
  );
}
