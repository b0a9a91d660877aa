import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { ToTry } from './to-try';

export const pathOfSource = ({ kind, id }: Pick<ToTry, 'kind' | 'id'>) =>
  kind === 'post' ? `/posts/${id}` : `/ideas/${id}`;

export const newCyclePath = (teamId: string, { kind, id }: Pick<ToTry, 'kind' | 'id'>) =>
  `/cycles/new?${new URLSearchParams({ team: teamId, [kind]: id }).toString()}`;

type Team = { id: string; name: string; schoolName: string };

function TeamList({ teams, pathOf }: { teams: Team[]; pathOf: (teamId: string) => string }) {
  return (
    <Card className="py-2!">
      <ul className="divide-y divide-line">
        {teams.map((team) => (
          <li key={team.id}>
            <Link to={pathOf(team.id)} className="block min-h-14 py-3 no-underline hover:underline">
              <span className="block font-semibold">{team.name}</span>
              <span className="block text-sm text-soft">{team.schoolName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** With which of their teams somebody plans a cycle of its own. */
export function NewCycleTeamChoice({ teams }: { teams: Team[] }) {
  return (
    <div className="mx-auto max-w-[640px]">
      <title>A new cycle · Boldline</title>
      <PageHeader title="With which students?" />
      <TeamList teams={teams} pathOf={(teamId) => `/cycles/new?team=${teamId}`} />
    </div>
  );
}

type Props = { source: Pick<ToTry, 'kind' | 'id' | 'title'>; teams: Team[] };

/** With which of their teams somebody tries it; who works in none reads who can. */
export function TeamChoice({ source, teams }: Props) {
  const back = pathOfSource(source);
  return (
    <div className="mx-auto max-w-[640px]">
      <title>{`Try ${source.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={back} className="inline-block min-h-6 wrap-anywhere">
            {source.title}
          </Link>
        }
        title={teams.length > 0 ? 'With which students?' : 'Teams try this'}
      />
      {teams.length > 0 ? (
        <TeamList teams={teams} pathOf={(teamId) => newCyclePath(teamId, source)} />
      ) : (
        <EmptyState
          title="You do not work in a team yourself."
          action={<ButtonLink to={back}>Back to what you read</ButtonLink>}
        >
          A cycle is begun by the team that teaches the students. Tell a team about it: everything they need
          is on the page you came from.
        </EmptyState>
      )}
    </div>
  );
}
