type Address = string | { readonly url?: string };

/** The fields of package.json that a release reads. */
export interface ReleaseManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly files: readonly string[];
  readonly repository?: Address;
  readonly homepage?: string;
  readonly bugs?: Address;
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
}
