import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { EmptyState, Notice } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';
import { caseloadGroups } from './caseload';
import type { CaseloadView } from './caseload';
import { asksNothing, caseloadPath } from './caseload-filter';
import type { CaseloadFilter, CaseloadScope } from './caseload-filter';
import { CaseloadPart, RestingList } from './caseload-list';
import { groupNames, orderOfNow, teamsWords } from './caseload-words';

type Props = { view: CaseloadView; filter: CaseloadFilter; usual: CaseloadScope; today: SchoolDay };

/** Who needs somebody now, how the other teams stand, and what rests. */
export function NeedsView({ view, filter, usual, today }: Props) {
  const { groups, matching, breaks, page, pages } = view;
  const here = caseloadPath(filter, usual, { page });
  const filtered = !asksNothing(filter);
  if (caseloadGroups.every((group) => groups[group].length === 0))
    return (
      <EmptyState
        title={filtered ? 'No team found.' : 'No teams to follow yet.'}
        action={
          filtered ? (
            <ButtonLink
              to={caseloadPath(filter, usual, { reason: null, schoolId: null, leaId: null, search: '' })}
            >
              All teams
            </ButtonLink>
          ) : null
        }
      >
        {filtered
          ? 'Try a part of the name, or any reason.'
          : 'Teams show here as soon as somebody brings them to you or to your cohort.'}
      </EmptyState>
    );
  return (
    <div className="space-y-4">
      {breaks.length > 0 ? (
        <Notice>
          {breaks.join('; ')}: no team is called late or quiet on days off. Reviews that are asked for still
          show.
        </Notice>
      ) : null}
      {matching.now === 0 && !filtered ? (
        <EmptyState
          title="Nobody is waiting for a coach."
          action={
            <ButtonLink to={caseloadPath(filter, usual, { shape: 'contact' })}>
              {filter.scope === 'mine' ? 'Who heard from me' : 'Who heard from a coach'}
            </ButtonLink>
          }
        >
          {filter.scope === 'mine'
            ? 'A good day for a kind word: see who has not heard from you for a while.'
            : 'No review is asked for in your cohorts.'}
        </EmptyState>
      ) : null}
      {caseloadGroups.map((group) =>
        groups[group].length === 0 ? null : (
          <CaseloadPart
            key={group}
            id={group}
            title={groupNames[group]}
            beside={group === 'now' ? orderOfNow : teamsWords(matching[group])}
            teams={groups[group]}
            back={here}
          />
        ),
      )}
      <PageLinks page={page} pages={pages} pathOf={(to) => caseloadPath(filter, usual, { page: to })} />
      <RestingList resting={view.resting} back={here} today={today} />
    </div>
  );
}
