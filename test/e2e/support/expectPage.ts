import { expect } from 'playwright/test';
import { patience } from '../../support/patience.js';

/** Playwright's assertions on pages and locators: they wait until they hold. */
export const expectPage = expect.configure({ timeout: patience });
