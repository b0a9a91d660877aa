import type { PostKind } from '#db/vocabulary';

/** The texts of a post, as their author typed them. */
export type Story = {
  tried: string;
  expected: string;
  happened: string;
  explanation: string;
  advice: string;
  wanted: string;
  steps: string;
};
export type StoryField = keyof Story;

export const storyLabels: Record<StoryField, string> = {
  tried: 'What we tried',
  expected: 'We expected',
  happened: 'What happened',
  explanation: 'Our best explanation',
  advice: 'What we would tell others',
  wanted: 'What we would like to know',
  steps: 'What you need to try it',
};

/** A synthesis tells what it is about where a test tells what was tried. */
export function storyLabel(kind: PostKind, field: StoryField): string {
  return kind === 'synthesis' ? 'What it is about' : storyLabels[field];
}

/** Which texts each kind of post has, in the order they are read. */
export const storyFields: Record<PostKind, readonly StoryField[]> = {
  win: ['tried', 'expected', 'happened', 'advice', 'steps'],
  loss: ['expected', 'happened', 'explanation', 'advice', 'steps'],
  puzzle: ['tried', 'happened', 'wanted', 'steps'],
  synthesis: ['tried'],
};
