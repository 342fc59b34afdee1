import { create } from 'storybook/theming/create';
import * as tokens from '../src/panels/tokens.generated.js';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;

/** Storybook computes with colours, so it takes no variables: the one of both that the system asks for. */
const pick = (token: string): string => token.match(/#\w+/g)!.at(dark ? -1 : 0)!;

/** Storybook's own interface and its pages of documentation, light or dark as the system is. */
export const theme = create({
  base: dark ? 'dark' : 'light',
  brandTitle: 'react-whereby-embed',
  colorPrimary: pick(tokens.accent),
  // In the dark, Storybook darkens it behind the white text of what is selected.
  colorSecondary: dark ? '#3bb0a0' : pick(tokens.accent),
  fontBase: tokens.sansFonts,
  fontCode: tokens.monoFonts,
  appBg: pick(tokens.paper2),
  appContentBg: pick(tokens.paper),
  appPreviewBg: pick(tokens.paper2),
  appBorderColor: pick(tokens.line),
  appBorderRadius: 8,
  textColor: pick(tokens.ink),
  textMutedColor: pick(tokens.inkSoft),
  barBg: pick(tokens.paper),
  barTextColor: pick(tokens.inkSoft),
  barHoverColor: pick(tokens.accent),
  barSelectedColor: pick(tokens.accent),
  inputBg: pick(tokens.paper),
  inputBorder: pick(tokens.lineStrong),
  inputTextColor: pick(tokens.ink),
  inputBorderRadius: 8,
});
