declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Bundlers put a constant here; a browser without a bundler has no `process` and counts as production. */
export const isDevelopment = (): boolean => {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
};
