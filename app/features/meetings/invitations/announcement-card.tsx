import { Form, Link } from 'react-router';
import { counted } from '~/lib/number-format';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';

type Props = { meetingId: string; guests: number; items: number; missing: string | null };

/** Makes a draft known to those invited; what is missing is said first, and may stay missing. */
export function AnnouncementCard({ meetingId, guests, items, missing }: Props) {
  return (
    <Card labelledBy="announce">
      <h2 id="announce">Announce it</h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        {guests === 0
          ? 'Whoever is invited then gets a mail with a date for their calendar, and answers in one tap.'
          : `${counted(guests, 'person', 'people')} then get a mail with a date for their calendar, and answer in one tap. ${items === 0 ? '' : `The agenda has ${counted(items, 'item')}.`}`}
      </p>
      <Form method="post" action={`/meetings/${meetingId}/announcement`} className="mt-4 space-y-3">
        {missing === null ? null : <Notice>{missing} You may announce it all the same.</Notice>}
        {missing === null ? null : <input type="hidden" name="sure" value="on" />}
        <Button tone={missing === null ? 'primary' : 'secondary'}>
          {missing === null ? 'Announce the meeting' : 'Announce it all the same'}
        </Button>
      </Form>
      {guests === 0 ? (
        <p className="mt-3">
          <Link
            to={`/meetings/${meetingId}/people`}
            className="inline-flex min-h-6 items-center font-semibold"
          >
            Choose who is invited
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
