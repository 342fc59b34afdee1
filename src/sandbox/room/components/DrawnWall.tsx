import type { ReactElement } from 'react';
import { pick } from './pick.js';

/** What is behind a drawn person: an effect of the camera, a picture of their own, or a room. `at` chooses the room. */
export function DrawnWall({ effect, at }: { readonly effect: string | null; readonly at: number }) {
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

/** A shelf, a window, a plant or a picture. */
function DrawnRoom({ at }: { readonly at: number }) {
  const things: readonly [ReactElement, ...ReactElement[]] = [
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
