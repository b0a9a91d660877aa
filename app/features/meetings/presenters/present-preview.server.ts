import type { PresentPreview } from './present-preview';
import type { PreparedStoryboard } from './prepare-storyboard.server';
import { storyboardView } from './shown-queries.server';

/** What a team is shown before it agrees. A `notice` says why it is not agreed to yet. */
export function previewOf(
  { shown, told, asked, print, questionsPrint }: PreparedStoryboard,
  notice: string | null,
): PresentPreview {
  return { storyboard: storyboardView(shown), told, asked, print, questionsPrint, notice };
}
