import { clsx } from 'clsx';
import { params as registry } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
import type { ParamValue } from '../playground/paramList.js';
import { countShared, differences } from './differences.js';

export interface DifferenceTableProps {
  readonly names: readonly string[];
  readonly usable: readonly RoomParams[];
  onChange(index: number, name: ParamName, value: ParamValue): void;
}

/** What a press on a cell makes of a switch: not set, on, off, and not set again. Undefined if it is no switch. */
function nextOf(name: string, value: string | undefined): { readonly value: ParamValue } | undefined {
  const kind = Object.hasOwn(registry, name) ? registry[name as ParamName].kind : undefined;
  if (kind === 'flag') return { value: value === undefined ? true : undefined };
  if (kind !== 'toggle') return undefined;
  return { value: value === undefined ? true : value === 'on' ? false : undefined };
}

const Pill = ({ value }: { readonly value: string | undefined }) => (
  <span className={clsx('pill', value === undefined ? 'pill-none' : value === 'off' ? 'pill-off' : 'pill-on')}>
    {value ?? 'not set'}
  </span>
);

/** The parameters in which the columns differ. A cell of a switch is pressed to change it. */
export function DifferenceTable({ names, usable, onChange }: DifferenceTableProps) {
  const rows = differences(usable);
  const shared = countShared(usable);
  return (
    <section className="pane compare-differences" aria-label="Differences" tabIndex={0}>
      <table>
        <caption>
          {rows.length === 1 ? '1 parameter differs' : `${rows.length || 'No'} parameters differ`}
          {shared > 0 && `, ${shared} ${shared === 1 ? 'is' : 'are'} the same everywhere`}
        </caption>
        {rows.length > 0 && (
          <>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                {names.map((name, index) => (
                  <th key={index} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">
                    <code>{row.name}</code>
                  </th>
                  {row.values.map((value, index) => {
                    const next = nextOf(row.name, value);
                    return (
                      <td key={index}>
                        {next ? (
                          <button
                            type="button"
                            className="compare-cell"
                            title="Change"
                            onClick={() => onChange(index, row.name as ParamName, next.value)}
                          >
                            <Pill value={value} />
                            <span className="sr-only">: {names[index]}, change</span>
                          </button>
                        ) : (
                          <Pill value={value} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
    </section>
  );
}
