// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableIframePageLoading": true } }
// The same in happy-dom, whose frames have no window.
import './fakeRoom.test.js';
