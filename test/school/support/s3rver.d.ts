/** The package has no types of its own. */
declare module 's3rver' {
  // eslint-disable-next-line no-restricted-syntax -- that is how the package exports it
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string }[];
    });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
