import type { PresenterSide } from './presenter-facts';

/** Shipped protocols that fit what is presented, the likeliest first. */
export const fittingProtocols: Record<PresenterSide, readonly string[]> = {
  win: ['success-analysis-30', 'tuning-30', 'idea-market-25', 'tuning-45'],
  loss: ['loss-analysis-30', 'consultancy-20', 'data-walk-20', 'consultancy-50'],
  puzzle: ['consultancy-20', 'consultancy-50', 'tuning-30', 'fine-tuning-29', 'tuning-45'],
};

export type OpenItem = { id: string; title: string; protocolKey: string; hasPresenter: boolean };

/** Items without a subject in which somebody presents: those that fit first, each kind in the order of the agenda. */
export function fittingItems(items: readonly OpenItem[], side: PresenterSide): OpenItem[] {
  const fits = ({ protocolKey }: OpenItem) => fittingProtocols[side].includes(protocolKey);
  return [...items.filter(fits), ...items.filter((one) => !fits(one) && one.hasPresenter)];
}
