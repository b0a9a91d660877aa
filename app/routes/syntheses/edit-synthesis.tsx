import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { changeSynthesis } from '~/features/feed/syntheses/change-synthesis.server';
import { EvidencePlacement } from '~/features/feed/syntheses/evidence-placement';
import { listEvidence } from '~/features/feed/syntheses/evidence-queries.server';
import { pieceToPlace, typedPlaces } from '~/features/feed/syntheses/piece-to-place';
import { synthesisDifferences } from '~/features/feed/syntheses/synthesis-differences';
import { ClaimFields, SynthesisHeadFields } from '~/features/feed/syntheses/synthesis-fields';
import { mostClaims } from '~/features/feed/syntheses/synthesis-bounds';
import { synthesisForm } from '~/features/feed/syntheses/synthesis-form';
import type { SynthesisForm } from '~/features/feed/syntheses/synthesis-form';
import { findSynthesis } from '~/features/feed/syntheses/synthesis-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-synthesis';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const synthesis = found(await findSynthesis(db, actor, params.synthesis));
  if (!facilitates(actor, synthesis.cohortId))
    refuse({ kind: 'not_allowed', why: 'Only the facilitators of the cohort write its syntheses.' });
  const { timeZone } = network;
  const evidence = await listEvidence(db, actor, synthesis, { timeZone, today });
  const who = { personId: actor.personId, timeZone };
  return {
    synthesis,
    evidence: evidence.map(pieceToPlace),
    draft: await findDraft(db, who, draftForm('synthesis', synthesis.id)),
    newClaimIds: Array.from({ length: mostClaims + 1 }, () => uuidv7()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: synthesisForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.synthesis) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeSynthesis(database, actor, form, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('synthesis', params.synthesis), fields: formData },
      now,
    );
  throw redirect(`/syntheses/${params.synthesis}`);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function EditSynthesis(props: Route.ComponentProps) {
  const { synthesis, draft } = props.loaderData;
  return <SynthesisEditor key={formKey(synthesis.version, draft)} {...props} />;
}

function SynthesisEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { synthesis, evidence, draft, newClaimIds } = loaderData;
  const { id, version, title, introduction, audience, cohortName } = synthesis;
  const kept = useKeptResult(draft);
  const typed = (actionData?.result ?? kept)?.initialValue;
  const firstClaim = { id: newClaimIds[0] ?? '' };
  const [form, fields] = useForm<SynthesisForm>({
    id: 'synthesis',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ id, version, title, introduction, audience },
      claims: synthesis.claims.length > 0 ? synthesis.claims : [firstClaim],
    },
  });
  const claims = fields.claims.getFieldList();
  const here = `/syntheses/${id}/edit`;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`Edit ${title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/syntheses/${id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{title}</bdi>
          </Link>
        }
        title="Edit the synthesis"
        lead={`${cohortName}. ${synthesis.standing === 'draft' ? 'A draft, for its facilitators only.' : 'It is published: what you save, others read at once.'}`}
      />
      <FormProvider context={form.context}>
        <Form method="post" {...getFormProps(form)}>
          <button className="hidden" aria-hidden="true" tabIndex={-1} />
          <Card className="space-y-8">
            {actionData && isConflict(actionData, version) ? (
              <DraftConflict
                by={synthesis.changedByName}
                differences={synthesisDifferences(synthesis, evidence, actionData.result.initialValue ?? {})}
                version={version}
                {...{ draft, here }}
              />
            ) : null}
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
            <div className="space-y-6">
              <SynthesisHeadFields fields={fields} cohortName={cohortName} />
            </div>
            <ClaimFields {...{ form, newClaimIds }} field={fields.claims} />
            <EvidencePlacement
              evidence={evidence}
              claims={claims.map((claim) => {
                const parts = claim.getFieldset();
                return {
                  id: String(parts.id.initialValue ?? ''),
                  claim: parts.claim.value ?? parts.claim.initialValue ?? '',
                };
              })}
              typed={typedPlaces(typed?.evidence)}
              errors={(name) => form.allErrors[name]}
            />
            <EditFoot {...{ draft, here }} back={`/syntheses/${id}`}>
              Save the synthesis
            </EditFoot>
          </Card>
        </Form>
      </FormProvider>
    </div>
  );
}
