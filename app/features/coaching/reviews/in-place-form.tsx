import { useEffect, useRef } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { useFetcher } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';

/** What is said to a form that did not go through. */
export type Refusal = {
  message: string;
  /** The id to send it under again. */
  id?: string;
  /** The review has moved on: sending it again is of no use. */
  isOver?: boolean;
  cycleId?: string;
};

type Props = Pick<ComponentProps<'form'>, 'className' | 'onSubmit'> & {
  action: string;
  /** What its words are about, where they can be left unkept: `Prediction`. */
  about?: string;
  /** The name its words are kept under on this device; only forms with words have one. */
  keptAs?: string;
  /** How it was refused before this page was built. */
  refused?: Refusal | undefined;
  children: (refusal: Refusal | null) => ReactNode;
};

/** A form of a review. With script what is wrong with it is said where it stands, with all that was typed in this and every other form. */
export function InPlaceForm({ action, about, keptAs, refused, children, ...props }: Props) {
  const fetcher = useFetcher<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  const refusal = fetcher.data ?? refused ?? null;
  useEffect(() => {
    if (fetcher.data === undefined) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fetcher.data]);
  return (
    <fetcher.Form ref={form} method="post" action={action} preventScrollReset data-about={about} {...props}>
      {children(refusal)}
      {keptAs === undefined ? null : (
        <TypedOnDevice
          name={keptAs}
          isArriving={fetcher.state === 'loading' && fetcher.data === undefined}
          isBack={refused !== undefined}
        />
      )}
      {fetcher.data?.isOver === true ? (
        <p className="text-sm">
          <a href={`/cycles/${fetcher.data.cycleId ?? ''}/review`}>See how the review stands now</a>
        </p>
      ) : null}
    </fetcher.Form>
  );
}
