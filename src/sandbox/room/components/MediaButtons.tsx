import { useRoom } from './RoomContext.js';
import { ToolButton } from './ToolButton.js';

/** Camera and microphone: even the smallest bar has them. */
export function MediaButtons({ hasShortWords = false }: { readonly hasShortWords?: boolean }) {
  const { state, session, view, t } = useRoom();
  const { camera, microphone } = state.self;
  return (
    <>
      {view.microphone && (
        <ToolButton
          tool="microphone"
          icon="microphone"
          label={t(hasShortWords ? 'mic' : 'microphone')}
          pressed={microphone}
          off={!microphone}
          onClick={() => session.actions.setMicrophone(!microphone)}
        />
      )}
      {view.camera && (
        <ToolButton
          tool="camera"
          icon="camera"
          label={t('camera')}
          pressed={camera}
          off={!camera}
          onClick={() => session.actions.setCamera(!camera)}
        />
      )}
    </>
  );
}
