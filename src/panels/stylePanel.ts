import { adoptRulesAround } from './adoptRulesAround.js';
import { panelRules } from './panelRules.js';

/** The ref of every panel, which brings the panels' style along. */
export function stylePanel(panel: HTMLElement | null): void {
  if (panel) adoptRulesAround(panel, panelRules);
}
