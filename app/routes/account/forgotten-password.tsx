import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link } from 'react-router';
import { DoorPage } from '~/features/people/door-page';
import { forgottenPasswordForm } from '~/features/people/sign-in-forms';
import type { ForgottenPasswordForm } from '~/features/people/sign-in-forms';
import { answerForm } from '~/platform/form-answer.server';
import { findPersonByEmail } from '~/features/people/account.server';
import { forgetResetLinks } from '~/platform/sign-in.server';
import type { Platform } from '~/platform/request-context.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import type { Route } from './+types/forgotten-password';

/** The same answer, after about the same time, for addresses that are known and those that are not. */
const answerAfterMs = 600;

/** One link at a time: an older one ends with a newer. */
async function sendLink({ signIn, database }: Platform, email: string): Promise<void> {
  const person = await findPersonByEmail(database.reader, email);
  if (person) await forgetResetLinks(database, person.id);
  await signIn.api.requestPasswordReset({ body: { email } });
}

export async function action({ request, context }: Route.ActionArgs) {
  const { logger } = platformOf(context);
  const submission = parseForm(await readForm(request), { schema: forgottenPasswordForm });
  if (submission.status !== 'success') return answerForm(submission);
  const answered = new Promise((resolve) => setTimeout(resolve, answerAfterMs));
  const { email } = submission.value;
  sendLink(platformOf(context), email).catch((error: unknown) =>
    logger.error({ err: error }, 'a password mail was not sent'),
  );
  await answered;
  return { sent: true as const };
}

export default function ForgottenPassword({ actionData }: Route.ComponentProps) {
  const result = actionData && 'result' in actionData ? actionData.result : null;
  const [form, fields] = useForm<ForgottenPasswordForm>({ id: 'forgotten-password', lastResult: result });
  if (actionData && 'sent' in actionData)
    return (
      <DoorPage title="Look into your mail">
        <p role="status">
          If the address belongs to somebody here, a link to choose a new password is on its way. It works
          once, within the next hour.
        </p>
        <p className="mt-4">
          <Link to="/sign-in">Back to sign-in</Link>
        </p>
      </DoorPage>
    );
  return (
    <DoorPage title="Choose a new password" lead="We send you a link.">
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <TextField
          field={fields.email}
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
        />
        <Button tone="primary" className="w-full">
          Send the link
        </Button>
        <p className="text-sm">
          <Link to="/sign-in">Back to sign-in</Link>
        </p>
      </Form>
    </DoorPage>
  );
}
