import { Link, NavLink } from 'react-router';
import { usePerson } from '../client/usePerson.js';
import { useTexts } from '../texts/useTexts.js';
import { Icon } from './Icon.js';
import { ThemeChoice } from './ThemeChoice.js';

interface HeaderProps {
  readonly links: readonly (readonly [to: string, text: string])[];
}

/** The same above every page: where else to go, and who is here. */
export function Header({ links }: HeaderProps) {
  const t = useTexts();
  const { name } = usePerson();
  return (
    <header className="header">
      <Link to="/" className="brand">
        <Icon name="note" /> {t.school}
      </Link>
      <nav className="header-links" aria-label={t.pages}>
        {links.map(([to, text]) => (
          <NavLink key={to} to={to}>
            {text}
          </NavLink>
        ))}
      </nav>
      <span className="header-person" title={name}>
        {name}
      </span>
      <ThemeChoice />
    </header>
  );
}
