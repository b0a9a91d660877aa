import { Form, Link, redirect } from 'react-router';
import { shippedProtocol } from '~/features/meetings/protocols/protocol-library';
import { retirementForm } from '~/features/meetings/protocols/protocol-form';
import { keepsProtocols, readsProtocols } from '~/features/meetings/protocols/protocol-policy';
import { findOwnProtocol } from '~/features/meetings/protocols/protocol-queries.server';
import { retireProtocol } from '~/features/meetings/protocols/save-protocol.server';
import { StepList } from '~/features/meetings/protocols/step-list';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/protocol';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  if (!readsProtocols(actor)) throwNotFound();
  const shipped = shippedProtocol(params.protocol);
  const own = shipped ? null : found(await findOwnProtocol(database.reader, actor, params.protocol));
  const asked = new URL(request.url).searchParams;
  return {
    protocol: found(shipped ?? own),
    own: own === null ? null : { version: own.version, isRetired: own.isRetired },
    mayWrite: keepsProtocols(actor),
    said: asked.has('meanwhile') ? 'meanwhile' : asked.has('saved') ? 'saved' : null,
  };
}

/** Offers an own protocol no longer, or again. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: retirementForm });
  if (submission.status !== 'success') throwNotFound();
  const input = { ...submission.value, protocolId: params.protocol };
  const outcome = await retireProtocol(database, actor, input, now);
  if (!outcome.ok && outcome.problem.kind !== 'conflict') refuse(outcome.problem);
  throw redirect(`/protocols/${params.protocol}${outcome.ok ? '' : '?meanwhile'}`);
}

export default function ProtocolPage({ loaderData }: Route.ComponentProps) {
  const { protocol, own, mayWrite, said } = loaderData;
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>{`${protocol.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to="/protocols" className="inline-block min-h-6">
            Protocols
          </Link>
        }
        title={<bdi>{protocol.name}</bdi>}
        lead={<span dir="auto">{protocol.about}</span>}
        action={
          mayWrite ? (
            own ? (
              <ButtonLink to={`/protocols/${protocol.key}/edit`}>Change it</ButtonLink>
            ) : (
              <ButtonLink to={`/protocols/new?from=${protocol.key}`}>Make our own copy</ButtonLink>
            )
          ) : null
        }
      />
      {said === 'meanwhile' ? (
        <Notice tone="attention" role="alert">
          Somebody changed this protocol meanwhile, so it stays as it was. Look at it once more.
        </Notice>
      ) : null}
      {said === 'saved' ? <Notice role="status">Saved. Agendas made before keep their steps.</Notice> : null}
      {own?.isRetired ? (
        <Notice>This protocol is no longer offered. Agendas made from it keep their steps.</Notice>
      ) : null}
      <Card labelledBy="steps">
        <div className="flex items-baseline justify-between gap-4">
          <h2 id="steps">Steps</h2>
          <span className="text-soft tabular-nums">{protocol.minutes} minutes</span>
        </div>
        <StepList steps={protocol.steps} />
        <p className="mt-3 text-sm text-faint">{protocol.source}</p>
      </Card>
      {own && mayWrite ? (
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink to={`/protocols/new?from=${protocol.key}`}>Make a copy</ButtonLink>
          <Form method="post">
            <input type="hidden" name="version" value={own.version} />
            <Button tone="quiet" name="wanted" value={own.isRetired ? 'offered' : 'retired'}>
              {own.isRetired ? 'Offer it again' : 'Offer it no longer'}
            </Button>
          </Form>
        </div>
      ) : null}
    </div>
  );
}
