import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Form, Link } from 'react-router';
import { DoorPage } from '~/features/people/door-page';
import { forgottenPasswordForm } from '~/features/people/sign-in-forms';
import type { ForgottenPasswordForm } from '~/features/people/sign-in-forms';
import { answerForm } from '~/platform/form-answer.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import type { Route } from './+types/forgotten-password';

/** The same answer, after about the same time, for addresses that are known and those that are not. */
const answerAfterMs = 600;

export async function action({ request, context }: Route.ActionArgs) {
  const { signIn, logger } = platformOf(context);
  const submission = parseWithZod(await request.formData(), { schema: forgottenPasswordForm });
  if (submission.status !== 'success') return answerForm(submission);
  const answered = new Promise((resolve) => setTimeout(resolve, answerAfterMs));
  const { email } = submission.value;
  signIn.api
    .requestPasswordReset({ body: { email } })
    .catch((error: unknown) => logger.error({ err: error }, 'a password mail was not sent'));
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
