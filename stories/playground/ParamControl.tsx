import { clsx } from 'clsx';
import { memo, useId, useState } from 'react';
import type { Issue, ParamName } from 'react-whereby-embed';
import { Segments } from '../Segments.js';
import { Sentence } from '../Sentence.js';
import { ListField } from './ListField.js';
import type { ParamEntry, ParamValue } from './paramList.js';

export interface ParamControlProps {
  readonly entry: ParamEntry;
  readonly value: ParamValue;
  /** What the designer's own URL sets already. */
  readonly inAddress: ParamValue;
  readonly issues: readonly Issue[];
  onChange(name: ParamName, value: ParamValue): void;
}

/** What an empty field shows, by kind. */
const placeholders: Readonly<Record<string, string>> = {
  url: 'https://',
  list: 'red, blue, green',
};

const asText = (value: ParamValue): string => {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
};

/** The choices of a switch, the first of which says what happens without one. */
function optionsOf(kind: string, byDefault: string, isInAddress: boolean) {
  const unset = { value: '', label: `Not set (${byDefault})` };
  if (kind === 'toggle') return [unset, { value: 'on', label: 'On' }, { value: 'off', label: 'Off' }];
  // A URL that has the flag needs a third state: to remove it.
  return [unset, { value: 'on', label: 'Set' }, ...(isInAddress ? [{ value: 'off', label: 'Taken away' }] : [])];
}

/** One parameter: its name, the widget of its kind, its sentence, and what is wrong with the value it has. */
export const ParamControl = memo(function ParamControl(props: ParamControlProps) {
  const { entry, value, inAddress, issues } = props;
  const { name, kind, values, summary, byDefault } = entry;
  const onChange = (next: ParamValue) => props.onChange(name, next);
  const id = useId();
  const help = `${id}-help`;
  const wrong = issues.some(({ severity }) => severity === 'error');
  const isSet = value !== undefined;
  const describedBy = issues.length ? `${help} ${id}-issues` : help;
  const field = { id, className: 'field', 'aria-describedby': describedBy, 'aria-invalid': wrong };
  const unset = `Not set (${byDefault})`;
  const isSwitch = kind === 'toggle' || kind === 'flag';
  const isText = !isSwitch && kind !== 'choice' && kind !== 'list';

  return (
    <div className="param" data-param={name} data-set={isSet ? 'true' : undefined}>
      <div className="param-head">
        {isSwitch ? (
          <span className="param-name">
            <code>{name}</code>
          </span>
        ) : (
          <label className="param-name" htmlFor={id}>
            <code>{name}</code>
          </label>
        )}
        <Badges entry={entry} />
        <span className="param-tools">
          <Picture name={name} />
          {isSet && (
            <button
              type="button"
              className="param-tool"
              aria-label={`Unset ${name}`}
              title="Unset"
              onClick={() => onChange(undefined)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="m6 6 12 12M18 6 6 18" />
              </svg>
            </button>
          )}
        </span>
      </div>
      {isSwitch && (
        <Segments
          label={name}
          describedBy={describedBy}
          value={asText(value)}
          isSet={isSet}
          options={optionsOf(kind, byDefault, inAddress === true)}
          onChange={(next) => onChange(next === '' ? undefined : next === 'on')}
        />
      )}
      {kind === 'choice' && (
        <select
          {...field}
          value={asText(value)}
          // The choices come from the registry itself, so that each is one of the parameter's.
          onChange={(event) => onChange((event.target.value || undefined) as ParamValue)}
        >
          <option value="">{unset}</option>
          {values.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
      {isText && (
        <input
          {...field}
          value={asText(value)}
          placeholder={placeholders[kind] ?? unset}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
      {kind === 'list' && (
        <ListField
          {...field}
          value={Array.isArray(value) ? value : undefined}
          placeholder={placeholders['list']}
          onChange={onChange}
        />
      )}
      <p className="param-help" id={help}>
        <Sentence text={summary} />
        {inAddress !== undefined && ` Your address says ${asText(inAddress) || 'nothing'}.`}
      </p>
      {issues.length > 0 && (
        <ul className="param-issues" id={`${id}-issues`}>
          {issues.map(({ code, severity, message }) => (
            <li key={code + message} className={clsx('note', `note-${severity}`)}>
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});

function Badges({ entry: { isForHosts, isHiddenByMinimal, requires, undocumented } }: { readonly entry: ParamEntry }) {
  return (
    <>
      {isForHosts && (
        <span className="badge" title="Only hosts notice it: their address carries a key">
          host
        </span>
      )}
      {requires.map((other) => (
        <span key={other} className="badge" title={`Has no effect without ${other}`}>
          needs {other}
        </span>
      ))}
      {isHiddenByMinimal && (
        <span className="badge" title="Hidden by minimal unless it is on">
          minimal hides it
        </span>
      )}
      {undocumented && (
        <span className="badge" title="The service’s own reference does not name it">
          undocumented
        </span>
      )}
    </>
  );
}

/** The picture of the reference, as long as it is pointed at. */
function Picture({ name }: { readonly name: ParamName }) {
  const [isShown, setShown] = useState(false);
  return (
    <span className="param-picture" onPointerEnter={() => setShown(true)} onPointerLeave={() => setShown(false)}>
      <a
        className="param-tool"
        href={`./?path=/docs/reference-props--docs#${name.toLowerCase()}`}
        target="_top"
        aria-label={`${name} in the reference, with a picture`}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M9 9h.01" />
        </svg>
      </a>
      {isShown && <img src={`./images/params/${name}.png`} alt="" />}
    </span>
  );
}
