const people = [
  { name: 'Ada', x: 12, from: 0, to: 100 },
  { name: 'Grace', x: 112, from: 18, to: 100 },
  { name: 'Kim', x: 212, from: 40, to: 72 },
];

/** A picture of the page to come: the room, what it can be told, what it says, and who was there. */
export function Preview() {
  return (
    <figure className="preview">
      <svg
        viewBox="0 0 460 300"
        role="img"
        aria-label="A meeting of three, with commands, events and a timeline beside it"
      >
        <rect className="paper" x="0.5" y="0.5" width="459" height="299" rx="12" />
        {people.map(({ name, x }) => (
          <g key={name} transform={`translate(${x} 14)`}>
            <rect className="tile" width="92" height="150" rx="8" />
            <circle className="figure" cx="46" cy="68" r="20" />
            <path className="figure" d="M10 150c0-60 72-60 72 0z" />
            <text x="10" y="18">
              {name}
            </text>
          </g>
        ))}
        <g className="commands">
          {[0, 1, 2, 3].map((index) => (
            <rect
              key={index}
              className={index === 1 ? 'on' : 'line'}
              x={102 + index * 30}
              y="174"
              width="22"
              height="14"
              rx="7"
            />
          ))}
        </g>
        {['Commands', 'Events'].map((title, index) => (
          <g key={title} transform={`translate(322 ${18 + index * 90})`}>
            <text y="10">{title}</text>
            {[0, 1, 2].map((row) => (
              <rect
                key={row}
                className={index === 0 && row === 0 ? 'on' : 'line'}
                y={20 + row * 20}
                width={124 - row * 26}
                height="12"
                rx="6"
              />
            ))}
          </g>
        ))}
        <line className="rule" x1="12" x2="448" y1="202" y2="202" />
        {people.map(({ name, from, to }, row) => (
          <g key={name} transform={`translate(12 ${216 + row * 26})`}>
            <text y="12">{name}</text>
            <rect className="line" x="60" width="376" height="14" rx="7" />
            <rect className="on" x={60 + from * 3.76} width={(to - from) * 3.76} height="14" rx="7" />
          </g>
        ))}
      </svg>
      <figcaption>What comes: the room, what you can tell it, what it says, and who was there when.</figcaption>
    </figure>
  );
}
