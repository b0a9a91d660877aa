import { Form } from 'react-router';
import { counted } from '~/lib/number-format';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';
import type { ParticipationPage } from './participation';
import { atWorkWords, cyclesWords, lastActiveWords, sponsorPath } from './participation-words';

type Props = {
  participation: ParticipationPage;
  /** `2025-26` */
  schoolYear: string;
  /** The page of posts beside it, kept in its addresses. */
  postPage: number;
};

const head = 'py-2 pr-3 max-sm:sr-only';
const cell = 'py-2 pr-3 text-sm max-sm:block max-sm:py-0 max-sm:pb-0.5';

function Row({ row }: { row: ParticipationPage['rows'][number] }) {
  const words = (label: string) => <span className="text-soft sm:hidden">{label} </span>;
  return (
    <tr className="border-b border-line align-top last:border-0 max-sm:block max-sm:py-2.5">
      <th scope="row" className="py-2 pr-3 text-left font-normal max-sm:block max-sm:py-0">
        <bdi className="font-semibold wrap-anywhere">{row.teamName}</bdi>
        <span className="block text-sm wrap-anywhere text-soft" dir="auto">
          {row.schoolName}
        </span>
      </th>
      <td className={cell}>
        {words('At work on')}
        {atWorkWords(row.openCycles)}
      </td>
      <td className={cell}>
        {words('Cycles this school year')}
        <span className="tabular-nums">{cyclesWords(row)}</span>
      </td>
      <td className={cell}>
        {words('Network meetings')}
        <span className="tabular-nums">{row.meetings}</span>
      </td>
      <td className={cell}>
        {words('Last active')}
        {lastActiveWords(row.weeksSince)}
      </td>
    </tr>
  );
}

/** Which teams are at work, by school and name, and nothing of what is in their cycles. */
export function ParticipationTable({ participation, schoolYear, postPage }: Props) {
  const { rows, total, pages, page, search } = participation;
  return (
    <Card labelledBy="participation">
      <h2 id="participation" className="scroll-mt-4">
        The work in your schools
      </h2>
      <p className="mt-1 text-sm text-soft">
        Teams decide what they share. Their cycles and numbers stay with them.
      </p>
      {pages > 1 || search !== '' ? (
        <Form method="get" action="/" role="search" className="mt-3 flex flex-wrap items-end gap-3">
          <label className="min-w-0 flex-1 basis-56 font-semibold">
            School or team
            <input name="search" type="search" defaultValue={search} className="control mt-1 font-normal" />
          </label>
          <Button>Search</Button>
          {search === '' ? null : (
            <ButtonLink to="/" tone="quiet">
              All teams
            </ButtonLink>
          )}
        </Form>
      ) : null}
      {rows.length === 0 ? (
        <p className="mt-3">
          {search === ''
            ? 'No team of your schools is here yet.'
            : `No school or team has “${search}” in its name.`}
        </p>
      ) : (
        <table className="mt-3 w-full text-left max-sm:block">
          <caption className="sr-only">
            Teams of your schools, by school and name. {counted(total, 'team')}.
          </caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b border-strong text-sm">
              <th scope="col" className={head}>
                Team
              </th>
              <th scope="col" className={head}>
                At work on
              </th>
              <th scope="col" className={head}>
                Cycles, {schoolYear}
              </th>
              <th scope="col" className={head}>
                Network meetings
              </th>
              <th scope="col" className={head}>
                Last active
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rows.map((row) => (
              <Row key={`${row.schoolName} ${row.teamName}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <PageLinks
        {...{ page, pages }}
        pathOf={(to) => sponsorPath({ search, page: to, postPage }, 'participation')}
      />
    </Card>
  );
}
