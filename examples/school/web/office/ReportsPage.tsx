import { useState } from 'react';
import type { TeacherHours } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Empty } from '../parts/Empty.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** A month: its CSV, and the hours of each teacher. */
export function ReportsPage() {
  const { office, roles } = useTexts();
  const { number } = useFormats();
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  const { data: hours, error } = useApi<readonly TeacherHours[]>(isMonth ? `/api/reports/hours?month=${month}` : null);
  return (
    <Page title={office.reports.title}>
      <div className="form-row report-row">
        <label>
          {office.reports.month}
          {/* Firefox and Safari show a text field, hence the pattern. */}
          <input
            type="month"
            required
            pattern="\d{4}-\d{2}"
            placeholder="2026-11"
            value={month}
            onChange={({ target }) => setMonth(target.value)}
          />
        </label>
        {isMonth && (
          <a className="button button-main" href={`/api/reports/month.csv?month=${month}`} download>
            {office.reports.download}
          </a>
        )}
      </div>
      <Failure failure={error} />
      {isMonth && !hours && !error && <Loading />}
      {hours?.length === 0 && <Empty icon="clock">{office.reports.none}</Empty>}
      {hours && hours.length > 0 && (
        <div className="table" role="region" aria-label={office.reports.hoursTitle} tabIndex={0}>
          <table>
            <caption>{office.reports.hoursTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{roles.teacher}</th>
                <th scope="col" className="number">
                  {office.reports.hours}
                </th>
              </tr>
            </thead>
            <tbody>
              {hours.map((row) => (
                <tr key={row.teacherId}>
                  <th scope="row">{row.name}</th>
                  <td className="number">{number(row.hours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
