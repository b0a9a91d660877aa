import type { ReactNode } from 'react';

export function PageHeader({
  title,
  lead,
  action,
  above,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
  above?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-80">
        {above ? <div className="mb-1 text-sm text-soft">{above}</div> : null}
        <h1>{title}</h1>
        {lead ? <div className="mt-1 max-w-[70ch] text-soft">{lead}</div> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-2 print:hidden">{action}</div> : null}
    </header>
  );
}
