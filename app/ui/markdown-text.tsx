import type { MarkdownBlock } from '~/lib/plain-markdown';

export function MarkdownText({ blocks }: { blocks: MarkdownBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <p key={index} dir="auto">
          {block.text}
        </p>
      ))}
    </>
  );
}
