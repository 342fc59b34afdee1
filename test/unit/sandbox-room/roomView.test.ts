import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramNames } from '../../../src/params/paramNames.js';
import { params } from '../../../src/params/registry.js';
import { rules } from '../../../src/params/rules.generated.js';
import type { NormalRoomParams } from '../../../src/params/types.js';
import { buildRoomView } from '../../../src/sandbox/room/view/buildRoomView.js';
import type { ViewFacts } from '../../../src/sandbox/room/view/buildRoomView.js';
import { otherThanUsual } from '../../support/paramSamples.js';

const host: ViewFacts = { role: 'host', roomMode: 'group' };
const toggles = paramNames.filter((name) => params[name].kind === 'toggle');

describe('the view of a room', () => {
  it.each(paramNames)('changes with %s', (name) => {
    const { given, beside } = otherThanUsual(name);
    expect(buildRoomView({ ...beside, ...given }, host)).not.toEqual(buildRoomView(beside, host));
  });

  it.each(paramNames.filter((name) => rules[name]?.hiddenBy?.includes('minimal')))(
    'has no %s with minimal, unless it is on',
    (name) => {
      const minimal = buildRoomView({ minimal: true }, host);
      expect(buildRoomView({ minimal: true, [name]: false }, host)).toEqual(minimal);
      expect(buildRoomView({ minimal: true, [name]: true }, host)).not.toEqual(minimal);
    },
  );

  it('is reduced by minimal, and every button can be switched on again', () => {
    const minimal = buildRoomView({ minimal: true }, host);
    expect(minimal).toMatchObject({
      topToolbar: false,
      chat: false,
      screenshare: false,
      leave: false,
      logo: false,
      breakout: false,
      people: false,
      quality: false,
      integrations: false,
      camera: true,
      microphone: true,
    });
    expect(buildRoomView({ minimal: true, chat: true, leaveButton: true, screenshare: true }, host)).toMatchObject({
      chat: true,
      leave: true,
      screenshare: true,
      topToolbar: false,
    });
    expect(buildRoomView({ minimal: true, logo: true }, host)).toMatchObject({
      topToolbar: true,
      logo: true,
      lockButton: false,
    });
  });

  it('has tools of hosts only for hosts, and devices only for those who are not viewers, whatever the parameters', () => {
    const some = fc.record(Object.fromEntries(toggles.map((name) => [name, fc.boolean()])), { requiredKeys: [] });
    fc.assert(
      fc.property(some, fc.boolean(), (given, minimal) => {
        const all = { ...given, minimal, autoSpotlight: true } as NormalRoomParams;
        expect(buildRoomView(all, { role: 'visitor', roomMode: 'group' })).toMatchObject({
          lockButton: false,
          locking: false,
          breakout: false,
          recording: false,
          autoSpotlight: false,
        });
        expect(buildRoomView(all, { role: 'viewer', roomMode: 'group' })).toMatchObject({
          camera: false,
          microphone: false,
          screenshare: false,
          permissionScreen: false,
          self: { camera: false, microphone: false },
        });
      }),
    );
  });

  it('has groups only in group rooms', () => {
    expect(buildRoomView({ breakout: true }, { role: 'host', roomMode: 'normal' }).breakout).toBe(false);
    expect(buildRoomView({}, host).breakout).toBe(true);
  });
});
