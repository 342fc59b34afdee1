import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
}

/** Someone else's package of which something is in a bundle. */
export interface BundledPackage extends Manifest {
  /** The text of its licence file. */
  readonly text: string;
}

const NOTICES = 'THIRD_PARTY_NOTICES.txt';
const SBOM = 'sbom.cdx.json';

/** The folder of the package that a module belongs to; undefined for a module of this project. */
function findPackageFolder(moduleId: string): string | undefined {
  const file = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function readPackage(folder: string): BundledPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${manifest.name} is bundled, and has no licence file to ship with it.`);
  const { name, version, license = 'SEE LICENSE', homepage } = manifest;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, license, text, ...(homepage ? { homepage } : {}) };
}

const compareNames = (a: BundledPackage, b: BundledPackage) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** A licence's text in two parts: who holds the copyright, and the terms, which many packages share word for word. */
function splitLicence(text: string): { readonly holders: string; readonly terms: string } {
  const [, holders = '', terms = text] =
    /^([\s\S]*?)^((?:Permission is hereby granted|Redistribution and use)[\s\S]*)$/m.exec(text) ?? [];
  return { holders: holders.trim(), terms: terms.trim() };
}

/** The notices of all packages. Terms that several have word for word, but for line breaks, are written once, after all of them. */
export function writeNotices(packages: readonly BundledPackage[]): string {
  const byTerms = new Map<string, BundledPackage[]>();
  for (const one of packages) {
    const terms = splitLicence(one.text).terms.replaceAll(/\s+/g, ' ');
    byTerms.set(terms, [...(byTerms.get(terms) ?? []), one]);
  }
  const sections = [...byTerms.values()].map((group) => {
    const holders = group.map(({ name, version, license, text }) =>
      [`${name} ${version} (${license})`, splitLicence(text).holders].filter(Boolean).join('\n\n'),
    );
    return [...holders, splitLicence(group[0]!.text).terms].join('\n\n');
  });
  return ['This package contains code of the packages below, under the licences that follow them.', ...sections]
    .join(`\n\n${'='.repeat(80)}\n\n`)
    .concat('\n');
}

/** The bill of materials in the form of https://cyclonedx.org/docs/1.6/json/, without time and serial number: the same build, the same file. */
export const writeSbom = (own: Manifest, packages: readonly BundledPackage[]): string =>
  `${JSON.stringify({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: writeComponent(own) },
    components: packages.map(writeComponent),
  })}\n`;

function writeComponent({ name, version, license, homepage }: Manifest) {
  // https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license
      ? { licenses: [/ (OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }] }
      : {}),
    ...(homepage ? { externalReferences: [{ type: 'website', url: homepage }] } : {}),
  };
}

/**
 * Writes the notices and the bill of materials of everything that the builds of this package bundle. Several builds make
 * up the package: each keeps its list in the folder of caches, and the files are made of all lists.
 * @param build the name of the build
 * @param dist the folder of the whole package
 */
export function bundledPackages(build: string, dist: string): Plugin {
  const cache = join(dist, '../node_modules/.cache/bundled');
  return {
    name: 'bundled-packages',
    writeBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? findPackageFolder(id) : undefined;
            if (folder) folders.add(folder);
          }
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, `${build}.json`), JSON.stringify([...folders].map(readPackage)));
      const byId = new Map<string, BundledPackage>();
      for (const file of readdirSync(cache))
        for (const one of JSON.parse(readFileSync(join(cache, file), 'utf8')) as BundledPackage[])
          byId.set(`${one.name}@${one.version}`, one);
      const packages = [...byId.values()].sort(compareNames);
      const own = JSON.parse(readFileSync(join(dirname(dist), 'package.json'), 'utf8')) as Manifest;
      if (!existsSync(dist)) mkdirSync(dist);
      writeFileSync(join(dist, NOTICES), writeNotices(packages));
      writeFileSync(join(dist, SBOM), writeSbom(own, packages));
    },
  };
}
