import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';

type Tone = 'primary' | 'secondary' | 'quiet';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md py-2 text-center font-semibold no-underline disabled:opacity-60';
const tones: Record<Tone, string> = {
  primary: 'px-4 bg-accent text-on-accent hover:brightness-110',
  secondary: 'px-4 border border-control bg-surface text-ink hover:bg-sunken',
  quiet: 'text-soft underline hover:text-ink px-1',
};

export function Button({
  tone = 'secondary',
  className,
  type = 'submit',
  ...props
}: ComponentProps<'button'> & { tone?: Tone }) {
  return <button type={type} className={clsx(shape, tones[tone], className)} {...props} />;
}

export function ButtonLink({
  tone = 'secondary',
  className,
  ...props
}: ComponentProps<typeof Link> & { tone?: Tone }) {
  return <Link className={clsx(shape, tones[tone], className)} {...props} />;
}
