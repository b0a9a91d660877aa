import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { listOwnProtocols } from '~/features/meetings/protocols/protocol-queries.server';
import { keepsProtocols, readsProtocols } from '~/features/meetings/protocols/protocol-policy';
import { shippedProtocols } from '~/features/meetings/protocols/protocol-library';
import type { Protocol } from '~/features/meetings/protocols/protocol';
import { StepList } from '~/features/meetings/protocols/step-list';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/protocols';

export async function loader({ context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  if (!readsProtocols(actor)) throwNotFound();
  return {
    own: await listOwnProtocols(database.reader, actor),
    retired: keepsProtocols(actor) ? await listOwnProtocols(database.reader, actor, 'retired') : [],
    shipped: shippedProtocols.filter(({ kind }) => kind === 'protocol'),
    blocks: shippedProtocols.filter(({ kind }) => kind === 'block'),
    mayWrite: keepsProtocols(actor),
  };
}

export default function Protocols({ loaderData }: Route.ComponentProps) {
  const { own, retired, shipped, blocks, mayWrite } = loaderData;
  const add = <ButtonLink to="/protocols/new">Write our own</ButtonLink>;
  return (
    <div className="mx-auto max-w-[820px] space-y-8">
      <title>Protocols · Boldline</title>
      <PageHeader
        above={
          <Link to="/meetings" className="inline-block min-h-6">
            Meetings
          </Link>
        }
        title="Protocols"
        lead="A protocol is a way to talk together: so many minutes for each step, and who speaks when. Groups of 6 to 10 work best. Be kind, helpful and specific: hard on the content, soft on the people."
        action={mayWrite ? add : null}
      />
      <Shelf id="own" title="Our own">
        {own.length === 0 ? (
          <EmptyState title="None of our own yet." action={mayWrite ? add : null}>
            When a shipped protocol almost fits, open it and make a copy, such as a consultancy with ten
            minutes more for questions.
          </EmptyState>
        ) : (
          <ProtocolCards protocols={own} />
        )}
      </Shelf>
      <Shelf id="shipped" title="Shipped with Boldline">
        <ProtocolCards protocols={shipped} />
      </Shelf>
      <Shelf id="blocks" title="Plain parts of a day">
        <ProtocolCards protocols={blocks} />
      </Shelf>
      {retired.length === 0 ? null : (
        <Shelf id="retired" title="No longer offered">
          <ProtocolCards protocols={retired} />
        </Shelf>
      )}
    </div>
  );
}

function Shelf({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {children}
    </section>
  );
}

function ProtocolCards({ protocols }: { protocols: Protocol[] }) {
  return (
    <Card className="py-1!">
      <ul className="divide-y divide-line">
        {protocols.map((protocol) => (
          <li key={protocol.key} className="py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="min-w-0 wrap-anywhere">
                <Link to={`/protocols/${protocol.key}`} className="inline-block min-h-6">
                  <bdi>{protocol.name}</bdi>
                </Link>
              </h3>
              <span className="text-soft tabular-nums">{protocol.minutes} min</span>
            </div>
            {protocol.about === '' ? null : (
              <p dir="auto" className="wrap-anywhere text-soft">
                {protocol.about}
              </p>
            )}
            <details suppressHydrationWarning className="mt-1">
              <summary className="inline-block min-h-6 text-sm font-semibold">
                {protocol.steps.length === 1 ? 'Its step' : `Its ${protocol.steps.length} steps`}
                <span className="sr-only"> of {protocol.name}</span>
              </summary>
              <StepList steps={protocol.steps} />
              <p className="mt-1 text-sm text-faint">{protocol.source}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
