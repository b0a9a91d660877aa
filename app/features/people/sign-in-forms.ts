import { z } from 'zod';
import { networkRoles, teamMemberRoles } from '#db/vocabulary';

const email = z
  .string({ error: 'Type your e-mail address.' })
  .trim()
  .toLowerCase()
  .pipe(z.email('This is not an e-mail address.'));
const name = z
  .string({ error: 'Type a name.' })
  .trim()
  .min(1, 'Type a name.')
  .max(120, 'Please keep this under 120 characters.');

export const newPassword = z
  .string({ error: 'Choose a password.' })
  .min(10, 'Use at least 10 characters. A short sentence works well.')
  .max(128, 'Please keep this under 128 characters.');

export const signInForm = z.object({
  email,
  password: z.string({ error: 'Type your password.' }),
  to: z.string().optional(),
});
export const forgottenPasswordForm = z.object({ email });
export const resetPasswordForm = z.object({ password: newPassword });
export const changePasswordForm = z.object({
  currentPassword: z.string({ error: 'Type the password you have now.' }),
  newPassword,
});

export const setUpForm = z.object({
  code: z.string({ error: 'Type the code from the server’s log.' }).trim().toUpperCase(),
  network: z.string({ error: 'What is the network called?' }).trim().min(1).max(120),
  timeZone: z
    .string({ error: 'Choose a time zone.' })
    .refine(isTimeZone, 'Choose a time zone from the list.'),
  name,
  email,
  password: newPassword,
});

export const joinForm = z.object({ name, password: newPassword });

const newName = z.string().trim().max(120).optional();

export const invitationForm = z
  .object({
    id: z.uuid(),
    email: z
      .string({ error: 'Type their e-mail address.' })
      .trim()
      .toLowerCase()
      .pipe(z.email('This is not an e-mail address.')),
    name,
    role: z.enum(networkRoles, { error: 'Choose what this person will do.' }),
    teamRole: z.enum(teamMemberRoles).default('general_educator'),
    teamId: z.string().optional(),
    cohortId: z.string().optional(),
    schoolId: z.string().optional(),
    newLea: newName,
    newSchool: newName,
    newTeam: newName,
    newCohort: newName,
  })
  .superRefine((form, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const names = [form.newLea, form.newSchool, form.newTeam].filter(Boolean).length;
    if ((form.role === 'teacher' || form.role === 'coach') && !form.teamId && names < 3)
      missing('teamId', 'Choose a team, or name a new one with its LEA and school.');
    if (form.role === 'facilitator' && !form.cohortId && !form.newCohort)
      missing('cohortId', 'Choose a cohort, or name a new one.');
    if (form.role === 'sponsor' && !form.schoolId) missing('schoolId', 'Choose the school.');
  });

export type InvitationForm = z.infer<typeof invitationForm>;
export type SetUpForm = z.infer<typeof setUpForm>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
export type SignInForm = z.infer<typeof signInForm>;
export type ForgottenPasswordForm = z.infer<typeof forgottenPasswordForm>;
export type ResetPasswordForm = z.infer<typeof resetPasswordForm>;
export type ChangePasswordForm = z.infer<typeof changePasswordForm>;
export type JoinForm = z.infer<typeof joinForm>;
