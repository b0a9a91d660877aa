import { createElement, use } from 'react';
import type { ComponentType } from 'react';

const tryAgainMs = 3000;

const loadUntilHere = <T,>(load: () => Promise<T>): Promise<T> =>
  load().catch(() =>
    new Promise((resolve) => setTimeout(resolve, tryAgainMs)).then(() => loadUntilHere(load)),
  );

/**
 * A view whose script a browser asks for only where it is shown. Put `View` in a Suspense of a memoised component, since React
 * drops the server's picture of a boundary that gets other props before its script is here. On the server await `arrive` before
 * the page is drawn, so that the page holds the view without script as well.
 */
export function lateView<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let here: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  const arrive = () =>
    (coming ??= loadUntilHere(load).then((view) => {
      here = view;
      return view;
    }));
  function View(props: Props) {
    return createElement(here ?? use(arrive()), props);
  }
  return { View, arrive };
}
