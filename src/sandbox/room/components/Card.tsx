import type { ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly text?: string;
  readonly picture?: string | undefined;
  readonly children?: ReactNode;
}

/** A screen before or after the meeting. */
export function Card({ title, text, picture, children }: CardProps) {
  return (
    <main className="lobby">
      <section className="card">
        {picture && <img className="card-picture" src={picture} alt="" />}
        <div role="status">
          <h1>{title}</h1>
        </div>
        {text && <p>{text}</p>}
        {children}
      </section>
    </main>
  );
}
