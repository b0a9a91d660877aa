import { Link, NavLink, useLocation } from 'react-router';
import { Logo } from '~/ui/logo';
import { initialsOf } from './people-policy';

export type HeaderFacts = {
  name: string;
  place: string;
  readsTeams: boolean;
  /** Coaches and facilitators look over the measures of many teams. */
  followsTeams: boolean;
  canInvite: boolean;
  isAdministrator: boolean;
  logs: boolean;
  /** Notices the person has not read; counted to a hundred. */
  unread: number;
};

const linkLook = 'inline-flex min-h-11 items-center font-medium no-underline hover:text-ink';

/** What stands under Teams; who follows teams finds a team's coaching and reviews under Coaching. */
const ofTeams = /^\/(cycles|measures|data-points|imports|coaching)\//;
const ofTeamsFollowed = /^\/(cycles\/(?![^/]+\/review)|(measures|data-points|imports)\/)/;

type NavProps = {
  to: string;
  children: string;
  end?: boolean;
  /** Pages that belong to it although their paths begin otherwise. */ also?: RegExp;
};

function NavItem({ to, children, end = false, also }: NavProps) {
  const { pathname } = useLocation();
  const belongs = also?.test(pathname) ?? false;
  return (
    <li>
      <NavLink
        to={to}
        end={end}
        className={({ isActive }) => `${linkLook} ${isActive || belongs ? 'text-ink' : 'text-soft'}`}
      >
        {children}
      </NavLink>
    </li>
  );
}

const mostShown = 99;

function InboxLink({ unread }: { unread: number }) {
  const shown = unread > mostShown ? `${mostShown}+` : String(unread);
  return (
    <NavLink
      to="/inbox"
      className={({ isActive }) => `${linkLook} gap-1.5 ${isActive ? 'text-ink' : 'text-soft'}`}
    >
      Inbox
      {unread === 0 ? null : (
        <>
          <span
            aria-hidden="true"
            className="inline-grid h-6 min-w-6 place-items-center rounded-full bg-accent px-1.5 text-[13px] font-bold text-on-accent tabular-nums"
          >
            {shown}
          </span>
          <span className="sr-only">, {shown} unread</span>
        </>
      )}
    </NavLink>
  );
}

export function SiteHeader({ facts }: { facts: HeaderFacts }) {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
      >
        Skip to the page
      </a>
      <div className="mx-auto flex max-w-[1280px] flex-wrap items-center gap-x-7 px-5 py-1.5 sm:px-8">
        <Link
          to="/"
          className="inline-flex min-h-11 items-center no-underline"
          aria-label="Boldline, this week"
        >
          <Logo />
        </Link>
        <nav aria-label="Main" className="order-3 -mx-1 w-full sm:order-none sm:w-auto">
          <ul className="flex flex-wrap gap-x-3 px-1 text-[15px] sm:gap-x-6 sm:text-base">
            <NavItem to="/" end>
              This week
            </NavItem>
            {facts.logs ? <NavItem to="/log">Log</NavItem> : null}
            {facts.followsTeams ? (
              <NavItem to="/coaching" also={/^\/(coaching\/|cycles\/[^/]+\/review)/}>
                Coaching
              </NavItem>
            ) : null}
            {facts.readsTeams ? (
              <NavItem to="/teams" also={facts.followsTeams ? ofTeamsFollowed : ofTeams}>
                Teams
              </NavItem>
            ) : null}
            <NavItem to="/ideas">Ideas</NavItem>
            <NavItem to="/feed" also={/^\/(posts|syntheses)\//}>
              Feed
            </NavItem>
            {facts.readsTeams ? (
              <NavItem to="/meetings" also={/^\/(protocols|items)(\/|$)/}>
                Meetings
              </NavItem>
            ) : null}
            {facts.followsTeams ? (
              <NavItem to="/measures" end>
                Measures
              </NavItem>
            ) : null}
            {facts.canInvite ? <NavItem to="/invitations">Invitations</NavItem> : null}
            {facts.isAdministrator ? <NavItem to="/admin/settings">Settings</NavItem> : null}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-4">
          <span className="hidden text-sm text-soft md:inline">{facts.place}</span>
          <InboxLink unread={facts.unread} />
          <Link
            to="/account"
            className="inline-grid size-11 place-items-center text-[13px] font-bold text-accent no-underline"
          >
            <span className="inline-grid size-9 place-items-center rounded-full bg-accent-wash">
              {initialsOf(facts.name)}
            </span>
            <span className="sr-only">, your account, {facts.name}</span>
          </Link>
        </div>
      </div>
    </header>
  );
}
