import type { Stay } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** Every stay, to the second. */
export function StayTable({ stays }: { readonly stays: readonly Stay[] }) {
  const { office, roles } = useTexts();
  const { second, number } = useFormats();
  return (
    <div className="table" role="region" aria-label={office.timeline.stays} tabIndex={0}>
      <table>
        <caption>{office.timeline.stays}</caption>
        <thead>
          <tr>
            <th scope="col">{office.timeline.person}</th>
            <th scope="col">{office.timeline.role}</th>
            <th scope="col">{office.timeline.from}</th>
            <th scope="col">{office.timeline.to}</th>
            <th scope="col" className="number">
              {office.timeline.minutes}
            </th>
          </tr>
        </thead>
        <tbody>
          {stays.map((stay, index) => (
            <tr key={index}>
              <th scope="row">{stay.name}</th>
              <td>{roles[stay.role]}</td>
              <td>{stay.from ? <time dateTime={stay.from}>{second(stay.from)}</time> : office.timeline.notKnown}</td>
              <td>{stay.to ? <time dateTime={stay.to}>{second(stay.to)}</time> : office.timeline.stillThere}</td>
              <td className="number">{number(stay.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
