import { expect, test } from 'vitest';
import { paramDocs } from '../../../../src/params/docs.generated.js';
import { paramNames } from '../../../../src/params/paramNames.js';
import { buildRoomView } from '../../../../src/sandbox/room/view/buildRoomView.js';

const switches = paramNames.filter((name) => /^(on|off)$/.test(paramDocs[name].default));
const rooms = [
  { role: 'visitor', roomMode: 'group' },
  { role: 'host', roomMode: 'group' },
] as const;

test.each(switches)('%s set to its default is the same room as without it', (name) => {
  const isOn = paramDocs[name].default === 'on';
  for (const facts of rooms) {
    const without = buildRoomView({}, facts);
    const { localRecording, ...set } = buildRoomView({ [name]: isOn }, facts);
    // Recording on the host's own machine has no default: it must be asked for.
    expect({ ...set, localRecording: name === 'recording' ? without.localRecording : localRecording }).toEqual(without);
  }
});
