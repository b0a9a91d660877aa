import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { DoorPage } from '~/features/people/door-page';
import { resetPasswordForm } from '~/features/people/sign-in-forms';
import type { ResetPasswordForm } from '~/features/people/sign-in-forms';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { FormErrors, TextField } from '~/ui/field';
import type { Route } from './+types/reset-password';

export async function action({ request, params, context }: Route.ActionArgs) {
  const { signIn } = platformOf(context);
  const submission = parseForm(await readForm(request), { schema: resetPasswordForm });
  if (submission.status !== 'success') return answerForm(submission);
  const body = { newPassword: submission.value.password, token: params.token };
  const response = await signIn.api.resetPassword({ body, asResponse: true });
  if (!response.ok) {
    const message = 'This link has been used, or is more than an hour old. Ask for a new one.';
    return answerProblem(submission, { kind: 'invalid', message });
  }
  throw redirect('/sign-in?changed');
}

export default function ResetPassword({ actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<ResetPasswordForm>({
    id: 'reset-password',
    lastResult: actionData?.result ?? null,
  });
  return (
    <DoorPage title="Choose a new password" lead="All your open sessions end when it changes.">
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormErrors errors={form.errors} />
        <TextField
          field={fields.password}
          label="New password"
          hint="At least 10 characters. A short sentence works well."
          type="password"
          autoComplete="new-password"
          required
        />
        <Button tone="primary" className="w-full">
          Change the password
        </Button>
        <p className="text-sm">
          <Link to="/forgotten-password">Ask for a new link</Link>
        </p>
      </Form>
    </DoorPage>
  );
}
