const skins = ['#f2c9a5', '#d99f72', '#a86b43', '#7a4a2d', '#f6d7bd', '#c58a5d'];
const hairs = ['#2b2118', '#5b3a21', '#8a5a2b', '#c9a46a', '#3d3a44', '#a24b2a'];
const clothes = ['#1d6f6a', '#c2603f', '#3f5fa8', '#7d4f86', '#b98a1e', '#4d7a3f'];
const walls = ['#dfe9e6', '#f3e2d0', '#dbe2f1', '#eadff0', '#f1e8c9', '#e0ead9'];
const cuts = [
  'M32 45c-3-24 10-31 18-31s21 7 18 31c-3-9-6-15-9-17-8 4-18 3-24-1-1 6-2 12-3 18z',
  'M29 62c-4-32 6-48 21-48s25 16 21 48c-5-2-5-22-9-32-9 4-19 3-25-1-3 11-3 30-8 33z',
  'M34 40c-1-15 6-24 16-24s17 9 16 24c-3-6-4-10-7-12-6 3-13 3-18 0-3 2-5 6-7 12z',
  'M31 44c-8-4-2-16 3-17 0-7 9-12 14-9 6-6 17-2 17 6 6 2 8 14 4 19-3-7-6-13-9-15-8 3-17 3-22 0-3 4-5 10-7 16z',
];

/** The same person always gets the same face. */
const hash = (text: string): number => {
  let value = 7;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
};
const pick = <Item,>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

/** Where a camera would be: someone drawn, before a wall or before the effect they chose. */
export function DrawnPerson({ name, effect }: { readonly name: string; readonly effect: string | null }) {
  const n = hash(name);
  const skin = pick(skins, n);
  const hair = pick(hairs, Math.floor(n / 7));
  const cloth = pick(clothes, Math.floor(n / 11));
  return (
    <div className="drawn" aria-hidden="true">
      <svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice">
        <rect width="160" height="100" fill={pick(walls, Math.floor(n / 13))} />
        <DrawnWall effect={effect} at={n} />
      </svg>
      <svg viewBox="0 2 100 98" preserveAspectRatio="xMidYMax meet">
        <path d="M16 100c0-18 14-26 34-26s34 8 34 26z" fill={cloth} />
        <path d="M43 62h14v12c0 5-14 5-14 0z" fill={skin} />
        <path d="M43 66q7 5 14 0v3q-7 6-14 0z" fill="#000" opacity=".14" />
        <ellipse cx="50" cy="38" rx="17.500" ry="20" fill={hair} />
        <ellipse cx="50" cy="46" rx="16" ry="20" fill={skin} />
        <path d={pick(cuts, Math.floor(n / 17))} fill={hair} />
        <g className="eyes" fill="#2a211c">
          <circle cx="44" cy="46" r="1.700" />
          <circle cx="56" cy="46" r="1.700" />
        </g>
        <path d="M45 56q5 4 10 0" fill="none" stroke="#8a3f2e" strokeWidth="1.800" strokeLinecap="round" />
      </svg>
    </div>
  );
}

function DrawnWall({ effect, at }: { readonly effect: string | null; readonly at: number }) {
  switch (effect) {
    case 'image-cabin':
      return (
        <path
          d="M0 0h160v100H0z M0 20h160M0 40h160M0 60h160M0 80h160"
          fill="#8a5a35"
          stroke="#5d3a20"
          strokeWidth="1.500"
        />
      );
    case 'image-concrete':
      return <path d="M0 0h160v100H0z M0 50h160M53 0v100M106 0v100" fill="#b4b5b6" stroke="#98999b" />;
    case 'image-brick':
      return (
        <path
          d="M0 0h160v100H0z M0 20h160M0 40h160M0 60h160M0 80h160M20 0v20M60 0v20M100 0v20M140 0v20M40 20v20M80 20v20M120 20v20M20 40v20M60 40v20M100 40v20M140 40v20M40 60v20M80 60v20M120 60v20M20 80v20M60 80v20M100 80v20M140 80v20"
          fill="#a8543c"
          stroke="#d9b5a5"
          strokeWidth="1.500"
        />
      );
    case 'image-sunrise':
      return (
        <>
          <rect width="160" height="100" fill="#f7b587" />
          <circle cx="122" cy="52" r="20" fill="#ffe6b0" />
          <path d="M0 66q40-16 80-4t80-6v44H0z" fill="#c26d5a" />
        </>
      );
    case 'image-day':
      return (
        <>
          <rect width="160" height="100" fill="#a8d8ef" />
          <path d="M0 62q40-20 80-4t80-8v50H0z" fill="#7fb069" />
          <circle cx="24" cy="20" r="9" fill="#fff3b8" />
        </>
      );
    case 'image-night':
      return (
        <>
          <rect width="160" height="100" fill="#1d2748" />
          <circle cx="130" cy="22" r="9" fill="#f2eccf" />
          <path
            d="M12 14h1M40 30h1M66 10h1M98 24h1M148 50h1M20 52h1"
            stroke="#fff"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </>
      );
    case null:
      return <DrawnRoom at={at} />;
    case 'blur':
    case 'slight-blur':
      return (
        <g className={effect}>
          <DrawnRoom at={at} />
        </g>
      );
    default:
      return <image href={effect} width="160" height="100" preserveAspectRatio="xMidYMid slice" />;
  }
}

/** A shelf, a window or a plant. */
function DrawnRoom({ at }: { readonly at: number }) {
  const things = [
    <path key="shelf" d="M104 30h44v3h-44zM108 14h6v16h-6zM116 18h5v12h-5zM124 12h7v18h-7z" fill="#9a7b5b" />,
    <path key="window" d="M8 10h34v44H8zM25 10v44M8 32h34" fill="#fdfcf7" stroke="#b9a88c" strokeWidth="2" />,
    <path
      key="plant"
      d="M128 72h18l-3 22h-12zM137 72c-14-6-12-22-9-28 8 6 9 16 9 28zM137 72c2-20 8-24 15-26 1 12-4 22-15 26z"
      fill="#6d8f5e"
    />,
    <path key="picture" d="M14 14h26v20H14z" fill="#fff" stroke="#c9b79a" strokeWidth="3" />,
  ];
  return pick(things, Math.floor(at / 19));
}
