import { useMemo } from 'react';
import { useTexts } from '../texts/useTexts.js';

/** How times and sizes are written for whoever is here. In their own time zone, or in the given one. */
export function useFormats(timeZone?: string) {
  const { language } = useTexts();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(language, { ...options, ...(timeZone && { timeZone }) });
      return (iso: string | number) => formatter.format(new Date(iso));
    };
    const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    return {
      day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
      time: format({ hour: '2-digit', minute: '2-digit' }),
      second: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
      dayAndTime: format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
      number: (value: number) => numbers.format(value),
      megabytes: (bytes: number) => `${numbers.format(bytes / 1_000_000)} MB`,
    };
  }, [language, timeZone]);
}
