import type { ParsedRoomUrl } from '../../../params/parseRoomUrl.js';
import type { Connect } from '../connection/types.js';
import type { CheckResult } from '../media/checkDevice.js';
import type { EmbeddingPage } from './createEmbeddingPage.js';
import type { CheckStep } from './SessionState.js';

export interface SessionOptions {
  readonly parsed: ParsedRoomUrl;
  readonly roomName: string;
  readonly roomKey: string | null;
  /** Whether the room's URL asks for events and commands. */
  readonly jsApi: boolean;
  readonly connect: Connect;
  readonly page: EmbeddingPage;
  readonly deviceId: string;
  /** Enters without any screen before: for looking at a meeting again and again. */
  readonly enterDirectly?: boolean;
  /** Asks the browser for microphone and camera. Returns whether they may be used. Never rejects. */
  readonly askDevices: (request: { readonly camera: boolean }) => Promise<boolean>;
  /** One step of the check before the call. Never rejects. */
  readonly checkDevice: (step: CheckStep) => Promise<CheckResult>;
}
