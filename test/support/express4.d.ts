/** Express 4 under a name of its own. For what the tests do with it, its types are those of Express 5. */
declare module 'express4' {
  export { default } from 'express';
}
