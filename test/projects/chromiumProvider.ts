import { playwright } from '@vitest/browser-playwright';
import type { BrowserContextOptions } from 'playwright';
import type { BrowserProviderOption, TestProject } from 'vitest/node';
import { chromiumArgs } from '../../scripts/browser/chromiumArgs.js';
import { findChromium } from '../../scripts/browser/findChromium.js';
import { resolverRules } from '../../scripts/browser/resolverRules.js';

export interface ChromiumProviderOptions {
  readonly contextOptions?: BrowserContextOptions;
  /** Hosts that lead somewhere on this machine. Asked when the project's set-up is done. */
  readonly hosts?: (project: TestProject) => Readonly<Record<string, string>>;
}

/**
 * Playwright with a Chromium that reaches this machine only. It is looked for, and installed if need be, when the first
 * page opens: runs of other projects need no browser.
 */
export function chromiumProvider({ contextOptions = {}, hosts }: ChromiumProviderOptions = {}): BrowserProviderOption {
  const launchOptions: { executablePath?: string; args?: string[] } = {};
  const option = playwright({ launchOptions, contextOptions });
  return {
    ...option,
    providerFactory(project) {
      const provider = option.providerFactory(project);
      const openPage = provider.openPage.bind(provider);
      provider.openPage = async (...page) => {
        launchOptions.executablePath = await findChromium();
        launchOptions.args = [...chromiumArgs, resolverRules(hosts?.(project))];
        return openPage(...page);
      };
      return provider;
    },
  };
}
