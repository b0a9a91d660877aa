import { Form } from 'react-router';
import { Button } from '~/ui/button';
import type { MinutesToEdit } from './minutes-editor';

/** Sends the minutes in the words the page shows; `version` refuses it where somebody changed them meanwhile. */
export function SendAsItReads({ edited }: { edited: MinutesToEdit }) {
  const { meetingId, version, body, wasSent } = edited;
  return (
    <Form method="post" action={`/meetings/${meetingId}/minutes`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="body" value={body} />
      <Button name="step" value="send" tone="primary">
        {wasSent ? 'Send the corrected minutes' : 'Send to everybody invited'}
      </Button>
    </Form>
  );
}
