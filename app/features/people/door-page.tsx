import type { ReactNode } from 'react';
import { Logo } from '~/ui/logo';

/** The page in front of the door: signing in, setting up, joining. */
export function DoorPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto max-w-md px-5 py-10 sm:py-16">
      <title>{`${title} · Boldline`}</title>
      <Logo />
      <h1 className="mt-8">{title}</h1>
      {lead ? <div className="mt-1 text-soft">{lead}</div> : null}
      <div className="mt-4">{children}</div>
    </main>
  );
}
