import type { Sandbox } from '../../Sandbox.js';
import type { Overview } from '../buildOverview.js';
import type { Forms } from './createForms.js';

/** Which deliveries are shown: all by default. */
export interface DeliveryFilter {
  readonly type?: string | undefined;
  readonly state?: string | undefined;
}

/** What every part of the control page is rendered from. */
export interface Page {
  readonly sandbox: Sandbox;
  readonly overview: Overview;
  readonly forms: Forms;
  readonly filter: DeliveryFilter;
}
