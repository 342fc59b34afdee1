import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

export interface KindDocs {
  /** What a value may be, as the end of a sentence: `@takes` of the kind's docblock. */
  readonly takes: string;
  /** The same in a word or two, for the cell of a table: `@brief`. */
  readonly brief: string;
}

const folder = 'src/params/kinds';

/** The texts on each kind of parameter, by its name. A kind whose parameters list their values has none. */
export function readKindDocs(): ReadonlyMap<string, KindDocs> {
  const kinds = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  return new Map(kinds.map((kind) => [kind, readTags(`${folder}/${kind}.ts`)]));
}

function readTags(file: string): KindDocs {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const tags = source.statements.flatMap((statement) => ts.getJSDocTags(statement));
  const find = (name: string) => ts.getTextOfJSDocComment(tags.find(({ tagName }) => tagName.text === name)?.comment);
  return { takes: find('takes') ?? '', brief: find('brief') ?? '' };
}
