import { clsx } from 'clsx';
import { memo, useId } from 'react';
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

const unset = { value: '', label: 'Not set' };
const toggleOptions = [unset, { value: 'on', label: 'On' }, { value: 'off', label: 'Off' }];
const flagOptions = [unset, { value: 'on', label: 'Set' }];
/** A URL that has the flag needs a third state: to remove it. */
const flagInAddressOptions = [...flagOptions, { value: 'off', label: 'Taken away' }];

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

/** One parameter: its name, the widget of its kind, its sentence, and what is wrong with the value it has. */
export const ParamControl = memo(function ParamControl(props: ParamControlProps) {
  const { entry, value, inAddress, issues } = props;
  const { name, kind, values, summary } = entry;
  const onChange = (next: ParamValue) => props.onChange(name, next);
  const id = useId();
  const help = `${id}-help`;
  const wrong = issues.some(({ severity }) => severity === 'error');
  const isSet = value !== undefined;
  const describedBy = issues.length ? `${help} ${id}-issues` : help;
  const field = { id, className: 'field', 'aria-describedby': describedBy, 'aria-invalid': wrong };
  const options = kind === 'toggle' ? toggleOptions : inAddress === true ? flagInAddressOptions : flagOptions;
  const isSwitch = kind === 'toggle' || kind === 'flag';
  const isText = !isSwitch && kind !== 'choice' && kind !== 'list';

  return (
    <div className="param" data-param={name} data-set={isSet ? 'true' : undefined}>
      <div className={isSwitch ? 'param-line' : 'param-stack'}>
        {isSwitch ? (
          <span className="param-name">
            <code>{name}</code>
          </span>
        ) : (
          <label className="param-name" htmlFor={id}>
            <code>{name}</code>
          </label>
        )}
        {isSwitch && (
          <Segments
            label={name}
            describedBy={describedBy}
            value={asText(value)}
            isSet={isSet}
            options={options}
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
            <option value="">Not set</option>
            {values.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        )}
        {isText && (
          <input
            {...field}
            value={asText(value)}
            placeholder={placeholders[kind] ?? 'Not set'}
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
      </div>
      <p className="param-help" id={help}>
        <Sentence text={summary} />
        {entry.undocumented && ' Not documented by the service.'}
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
