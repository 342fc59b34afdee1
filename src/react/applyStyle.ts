/**
 * A ref that styles an element, in place of a `style` prop: that is an attribute in the server's HTML, which a strict
 * Content-Security-Policy refuses and reports (https://www.w3.org/TR/CSP3/#directive-style-src-attr). Scripts may style
 * elements under any policy. Until then, the element may be `hidden`.
 */
export const applyStyle =
  (css: string) =>
  (element: HTMLElement | null): void => {
    if (!element) return;
    element.style.cssText = css;
    // Site-wide rules give `hidden` more weight than a style has: https://getbootstrap.com/docs/5.3/content/reboot/
    element.hidden = false;
  };
