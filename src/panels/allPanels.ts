/** What is loaded when the first panel is shown. Nothing else imports it, so that no bundler puts it anywhere else. */
export { ConsentPanel } from './ConsentPanel.js';
export { EndedPanel } from './EndedPanel.js';
export { LoadingPanel } from './LoadingPanel.js';
export { ProblemPanel } from './ProblemPanel.js';
