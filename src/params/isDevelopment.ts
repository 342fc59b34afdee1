declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Bundlers put a constant here. Without one it counts as production: in a browser without a bundler there is no
 * `process`, or one that a polyfill made and that says nothing.
 */
export const isDevelopment = (): boolean => {
  try {
    return (process.env.NODE_ENV || 'production') !== 'production';
  } catch {
    return false;
  }
};
