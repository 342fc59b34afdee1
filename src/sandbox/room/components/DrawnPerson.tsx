import { DrawnWall } from './DrawnWall.js';
import { pick } from './pick.js';

const skins = ['#f2c9a5', '#d99f72', '#a86b43', '#7a4a2d', '#f6d7bd', '#c58a5d'] as const;
const hairs = ['#2b2118', '#5b3a21', '#8a5a2b', '#c9a46a', '#3d3a44', '#a24b2a'] as const;
const clothes = ['#1d6f6a', '#c2603f', '#3f5fa8', '#7d4f86', '#b98a1e', '#4d7a3f'] as const;
const walls = ['#dfe9e6', '#f3e2d0', '#dbe2f1', '#eadff0', '#f1e8c9', '#e0ead9'] as const;
const cuts = [
  'M32 45c-3-24 10-31 18-31s21 7 18 31c-3-9-6-15-9-17-8 4-18 3-24-1-1 6-2 12-3 18z',
  'M29 62c-4-32 6-48 21-48s25 16 21 48c-5-2-5-22-9-32-9 4-19 3-25-1-3 11-3 30-8 33z',
  'M34 40c-1-15 6-24 16-24s17 9 16 24c-3-6-4-10-7-12-6 3-13 3-18 0-3 2-5 6-7 12z',
  'M31 44c-8-4-2-16 3-17 0-7 9-12 14-9 6-6 17-2 17 6 6 2 8 14 4 19-3-7-6-13-9-15-8 3-17 3-22 0-3 4-5 10-7 16z',
] as const;

/** A number for a name, so that the same person always gets the same face. */
const hash = (text: string): number => {
  let value = 7;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
};

/** In place of a camera's picture: someone drawn, in front of a wall or of the effect they chose. */
export function DrawnPerson({ name, effect }: { readonly name: string; readonly effect: string | null }) {
  const number = hash(name);
  const skin = pick(skins, number);
  const hair = pick(hairs, Math.floor(number / 7));
  const cloth = pick(clothes, Math.floor(number / 11));
  return (
    <div className="drawn" aria-hidden="true">
      <svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice">
        <rect width="160" height="100" fill={pick(walls, Math.floor(number / 13))} />
        <DrawnWall effect={effect} at={number} />
      </svg>
      <svg viewBox="0 2 100 98" preserveAspectRatio="xMidYMax meet">
        <path d="M16 100c0-18 14-26 34-26s34 8 34 26z" fill={cloth} />
        <path d="M43 62h14v12c0 5-14 5-14 0z" fill={skin} />
        <path d="M43 66q7 5 14 0v3q-7 6-14 0z" fill="#000" opacity=".14" />
        <ellipse cx="50" cy="38" rx="17.500" ry="20" fill={hair} />
        <ellipse cx="50" cy="46" rx="16" ry="20" fill={skin} />
        <path d={pick(cuts, Math.floor(number / 17))} fill={hair} />
        <g className="eyes" fill="#2a211c">
          <circle cx="44" cy="46" r="1.700" />
          <circle cx="56" cy="46" r="1.700" />
        </g>
        <path d="M45 56q5 4 10 0" fill="none" stroke="#8a3f2e" strokeWidth="1.800" strokeLinecap="round" />
      </svg>
    </div>
  );
}
