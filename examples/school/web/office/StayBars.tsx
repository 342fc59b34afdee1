import type { Lesson, Stay } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';
import { useNow } from '../time/useNow.js';
import { groupByPerson } from './groupByPerson.js';

interface StayBarsProps {
  readonly lesson: Lesson;
  readonly stays: readonly Stay[];
}

/** A picture of the table below it: one line for each person, and the lesson's time behind them. */
export function StayBars({ lesson, stays }: StayBarsProps) {
  const { office } = useTexts();
  const { time } = useFormats(lesson.timeZone);
  const now = useNow(5000);
  const [booked, bookedEnd] = [Date.parse(lesson.startsAt), Date.parse(lesson.endsAt)];
  const times = stays.flatMap(({ from, to }) => [Date.parse(from ?? lesson.startsAt), to ? Date.parse(to) : now]);
  const start = Math.min(booked, ...times);
  const end = Math.max(bookedEnd, ...times);

  /** A stretch of time, in percent of the line. */
  const place = (from: number, to: number) => ({
    insetInlineStart: `${((from - start) / (end - start)) * 100}%`,
    inlineSize: `${((to - from) / (end - start)) * 100}%`,
  });

  return (
    <figure className="bars">
      <figcaption>{office.timeline.picture}</figcaption>
      {groupByPerson(stays).map(({ key, name, stays }) => (
        <div key={key} className="bar-row">
          <span>{name}</span>
          <div className="bar-track">
            <span className="bar-booked" style={place(booked, bookedEnd)} />
            {stays.map(({ from, to }, index) => (
              <span
                key={index}
                className="bar"
                style={place(Date.parse(from ?? lesson.startsAt), to ? Date.parse(to) : now)}
              />
            ))}
          </div>
        </div>
      ))}
      <div className="bar-row bar-scale" aria-hidden="true">
        <span />
        <div>
          <time>{time(start)}</time>
          <time>{time(end)}</time>
        </div>
      </div>
    </figure>
  );
}
