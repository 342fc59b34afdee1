/**
 * The sources a Content-Security-Policy allows to frame a page.
 * @returns a list for each policy, several of which can be in one header; a page must be in all of them. Null if there
 * is no `frame-ancestors`: every page may frame.
 */
export const readFrameAncestors = (policy: string): readonly (readonly string[])[] | null => {
  const lists = policy.split(',').flatMap((each) => {
    const directive = each
      .split(';')
      .map((text) => text.trim().split(/\s+/))
      .find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return directive ? [directive.slice(1)] : [];
  });
  return lists.length > 0 ? lists : null;
};
