import { mountEmbed } from '../../support/story/mountEmbed.js';
import type { MountedEmbed } from '../../support/story/mountEmbed.js';

declare global {
  interface Window {
    mountEmbed: typeof mountEmbed;
    playing: MountedEmbed;
  }
}

window.mountEmbed = mountEmbed;
