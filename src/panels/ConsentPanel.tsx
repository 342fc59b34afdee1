'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { consentLabels } from './labels/consentLabels.js';
import type { MeetingConsentProps } from './MeetingConsent.js';
import { PanelIcon } from './PanelIcon.js';
import { stylePanel } from './stylePanel.js';
import { useLabels } from './useLabels.js';

/** The panel behind `MeetingConsent`. */
export function ConsentPanel({ onAccept, onJoinUnrecorded, onDecline, children, labels: given }: MeetingConsentProps) {
  const labels = useLabels(consentLabels, given);
  const [isDeclined, setDeclined] = useState(false);
  const agree = useRef<HTMLButtonElement>(null);
  const title = useId();

  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (isDeclined) agree.current?.focus();
  }, [isDeclined]);

  return (
    <div role="group" aria-labelledby={title} className="whereby-panel" ref={stylePanel}>
      <PanelIcon name={isDeclined ? 'door' : 'record'} />
      <p className="whereby-panel-title" id={title} role={isDeclined ? 'status' : undefined}>
        {isDeclined ? labels.declined : labels.consent}
      </p>
      {!isDeclined && (
        <div className="whereby-panel-text">
          {children ?? (onJoinUnrecorded ? labels.consentChoice : labels.consentText)}
        </div>
      )}
      <div className="whereby-panel-actions">
        <button ref={agree} type="button" className="whereby-button whereby-button-main" onClick={() => onAccept()}>
          {labels.agree}
        </button>
        {onJoinUnrecorded && (
          <button type="button" className="whereby-button" onClick={() => onJoinUnrecorded()}>
            {labels.joinUnrecorded}
          </button>
        )}
        {!isDeclined && (
          <button
            type="button"
            className="whereby-button"
            onClick={() => {
              setDeclined(true);
              onDecline?.();
            }}
          >
            {labels.notNow}
          </button>
        )}
      </div>
    </div>
  );
}
