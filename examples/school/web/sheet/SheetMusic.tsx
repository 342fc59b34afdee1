import type { Line, Note } from './odeToJoy.js';

const staff = { left: 56, width: 840, step: 6, top: 36 } as const;
const lowest = staff.top + 8 * staff.step;
const height = lowest + 40;
const barWidth = (staff.width - staff.left) / 4;

interface SheetMusicProps {
  readonly name: string;
  readonly composer: string;
  readonly lines: readonly Line[];
}

/** A piece of music, drawn. */
export const SheetMusic = ({ name, composer, lines }: SheetMusicProps) => (
  <figure className="sheet" tabIndex={0}>
    <figcaption>
      <strong>{name}</strong>
      <span>{composer}</span>
    </figcaption>
    {lines.map((line, index) => (
      <svg key={index} viewBox={`0 0 ${staff.width} ${height}`} role="img" aria-label={`${name}, ${index + 1}`}>
        <Staff isFirst={index === 0} />
        {line.map((bar, barIndex) => (
          <Bar key={barIndex} notes={bar} x={staff.left + barIndex * barWidth} />
        ))}
      </svg>
    ))}
  </figure>
);

const Staff = ({ isFirst }: { readonly isFirst: boolean }) => (
  <g className="sheet-staff">
    {[0, 2, 4, 6, 8].map((step) => (
      <line key={step} x1="0" x2={staff.width} y1={lowest - step * staff.step} y2={lowest - step * staff.step} />
    ))}
    {/* A G clef, and F sharp. */}
    <path
      className="sheet-clef"
      d={`M22 ${lowest - 8} c-9 0 -10 -14 0 -14 c10 0 10 20 -3 20 c-16 0 -16 -26 -2 -36 c10 -8 12 -22 6 -26 c-6 4 -7 18 -5 30 l6 40 c2 12 -12 12 -12 3`}
    />
    {isFirst && (
      <text x="36" y={lowest - 6 * staff.step - 2} className="sheet-time">
        <tspan x="38" dy={14}>
          4
        </tspan>
        <tspan x="38" dy={24}>
          4
        </tspan>
      </text>
    )}
  </g>
);

function Bar({ notes, x }: { readonly notes: readonly Note[]; readonly x: number }) {
  const starts = notes.map((_note, index) => notes.slice(0, index).reduce((sum, [, quarters]) => sum + quarters, 0));
  return (
    <g>
      {notes.map((note, index) => (
        <NoteHead key={index} note={note} x={x + 22 + (starts[index]! * (barWidth - 28)) / 4} />
      ))}
      <line className="sheet-bar" x1={x + barWidth} x2={x + barWidth} y1={lowest - 8 * staff.step} y2={lowest} />
    </g>
  );
}

/** A head with its stem: up below the middle line, down above it. */
function NoteHead({ note: [place, quarters], x }: { readonly note: Note; readonly x: number }) {
  const y = lowest - place * staff.step;
  const isUp = place < 4;
  const stemX = isUp ? x + 6 : x - 6;
  const stemEnd = isUp ? y - 34 : y + 34;
  return (
    <g className="sheet-note">
      {place < -1 && <line x1={x - 11} x2={x + 11} y1={lowest + 2 * staff.step} y2={lowest + 2 * staff.step} />}
      <ellipse
        cx={x}
        cy={y}
        rx="6.5"
        ry="4.8"
        transform={`rotate(-20 ${x} ${y})`}
        data-open={quarters === 2 || undefined}
      />
      <line x1={stemX} x2={stemX} y1={y} y2={stemEnd} />
      {quarters === 0.5 && <path d={`M${stemX} ${stemEnd} q8 ${isUp ? 8 : -8} 5 ${isUp ? 18 : -18}`} />}
      {quarters === 1.5 && <circle cx={x + 12} cy={y - 2} r="2" />}
    </g>
  );
}
