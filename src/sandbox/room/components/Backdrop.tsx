/** The background of the room: the theme's picture, or dunes under a low sun, at night under a moon. */
export function Backdrop({ picture }: { readonly picture?: string | undefined }) {
  if (picture) return <img className="backdrop" src={picture} alt="" />;
  return (
    <svg className="backdrop" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle className="backdrop-sun" cx="1180" cy="330" r="120" />
      <path className="dune dune-1" d="M0 560C220 470 420 480 640 560S1160 640 1600 500V900H0Z" />
      <path className="dune dune-2" d="M0 650C300 560 520 690 820 680S1330 560 1600 640V900H0Z" />
      <path className="dune dune-3" d="M0 760C260 700 480 720 760 790S1340 800 1600 720V900H0Z" />
    </svg>
  );
}
