import { Form, Link } from 'react-router';
import { counted } from '~/lib/number-format';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import type { InvitableGroup } from './people-rules';

/** Which boxes are ticked: as it is now, or all, or none. */
export type TickAll = 'all' | 'none' | null;

type Props = {
  meetingId: string;
  groups: InvitableGroup[];
  tickAll: TickAll;
  message: string | null;
};

function words({ people }: InvitableGroup): string {
  const invited = people.filter(({ standing }) => standing === 'invited').length;
  if (invited === 0) return counted(people.length, 'person', 'people');
  return invited === people.length
    ? `${counted(invited, 'person', 'people')}, invited`
    : `${invited} of ${people.length} invited`;
}

/** Teams, coaches and facilitators, each invited together. Nobody invited yet: all are ticked. */
export function GroupsForm({ meetingId, groups, tickAll, message }: Props) {
  const shown = groups.filter(({ isInvited }) => isInvited).map(({ key }) => key);
  const isFirst = shown.length === 0;
  const isTicked = ({ isInvited }: InvitableGroup) =>
    tickAll === null ? isInvited || isFirst : tickAll === 'all';
  return (
    <Card labelledBy="groups">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="groups">Who is invited</h2>
        <p className="flex gap-4">
          {(['all', 'none'] as const).map((all) => (
            <Link
              key={all}
              to={`/meetings/${meetingId}/people?tick=${all}`}
              preventScrollReset
              className="inline-flex min-h-6 items-center font-semibold"
            >
              Tick {all}
            </Link>
          ))}
        </p>
      </div>
      <p className="mt-1 text-soft">
        {isFirst
          ? 'Everybody is ticked to begin with. Nobody is invited before you announce the meeting; only a team asked to present hears of it at once.'
          : 'Ticking a team invites all who are in it today; unticking takes their invitations back.'}
      </p>
      {message === null ? null : (
        <div className="mt-3">
          <Notice role="alert">{message}</Notice>
        </div>
      )}
      <Form key={tickAll} method="post" action={`/meetings/${meetingId}/people`} className="mt-3">
        <input type="hidden" name="intent" value="groups" />
        <input type="hidden" name="shown" value={shown.join(',')} />
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {groups.map((group) => (
            <li key={group.key}>
              <label className="flex min-h-11 cursor-pointer items-start gap-2.5 py-2">
                <input
                  type="checkbox"
                  name={`group.${group.key}`}
                  value="on"
                  defaultChecked={isTicked(group)}
                  className="control-radio mt-0.5 size-5 shrink-0"
                />
                <span className="min-w-0 wrap-anywhere">
                  {group.name} <span className="block text-sm text-soft">{words(group)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Button tone={isFirst ? 'primary' : 'secondary'} className="mt-4">
          {isFirst ? 'Invite those ticked' : 'Save who is invited'}
        </Button>
      </Form>
    </Card>
  );
}

/** Who joined an invited team since. */
export function JoinedNotice({ meetingId, joined }: { meetingId: string; joined: number }) {
  if (joined === 0) return null;
  return (
    <Notice role="status">
      <Form
        method="post"
        action={`/meetings/${meetingId}/people`}
        className="flex flex-wrap items-center justify-between gap-3"
      >
        <input type="hidden" name="intent" value="joined" />
        <span>
          {counted(joined, 'person', 'people')} joined since {joined === 1 ? 'and was' : 'and were'} not
          invited.
        </span>
        <Button>{joined === 1 ? 'Invite this person' : 'Invite them'}</Button>
      </Form>
    </Notice>
  );
}
