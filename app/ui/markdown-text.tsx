import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { MarkdownBlock, MarkdownInline } from '~/lib/plain-markdown';

/** A text that parseMarkdown has read on the server. The parser itself never travels: only its types are imported here. */
export function MarkdownText({
  blocks,
  className,
  headings: Heading,
}: {
  blocks: MarkdownBlock[];
  className?: string;
  /** What headings are in the page that shows the text; without it they are strong paragraphs. */
  headings?: 'h2' | 'h3';
}) {
  return (
    <div className={clsx('max-w-[70ch] space-y-3 [overflow-wrap:anywhere]', className)}>
      {blocks.map((block, index) =>
        Heading && block.kind === 'paragraph' && block.isHeading ? (
          <Heading key={index} dir="auto" className="pt-4 text-lg print:break-after-avoid">
            <Inlines inlines={block.children} />
          </Heading>
        ) : (
          <Block key={index} block={block} />
        ),
      )}
    </div>
  );
}

function Blocks({ blocks }: { blocks: MarkdownBlock[] }) {
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { block: MarkdownBlock }) {
  if (block.kind === 'paragraph') {
    return (
      <p dir="auto">
        <Inlines inlines={block.children} />
      </p>
    );
  }
  if (block.kind === 'quote') {
    return (
      <blockquote dir="auto" className="space-y-3 border-s-4 border-strong ps-4 text-soft">
        <Blocks blocks={block.blocks} />
      </blockquote>
    );
  }
  const items = block.items.map((item, index) => (
    <li key={index} dir="auto">
      <Inlines inlines={item} />
    </li>
  ));
  if (block.start === null) {
    return (
      <ul dir="auto" className="list-disc space-y-1 ps-6">
        {items}
      </ul>
    );
  }
  return (
    <ol dir="auto" start={block.start} className="list-decimal space-y-1 ps-6">
      {items}
    </ol>
  );
}

function Inlines({ inlines }: { inlines: MarkdownInline[] }) {
  return inlines.map((inline, index) => <Inline key={index} inline={inline} />);
}

function Inline({ inline }: { inline: MarkdownInline }) {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'break') return <br />;
  const children = <Inlines inlines={inline.children} />;
  if (inline.kind === 'link') return <PlainLink link={inline}>{children}</PlainLink>;
  return inline.kind === 'strong' ? <strong>{children}</strong> : <em>{children}</em>;
}

function PlainLink({
  link,
  children,
}: {
  link: { href: string; place: string | null };
  children: ReactNode;
}) {
  return (
    <>
      <a href={link.href} rel="nofollow noopener noreferrer" className="underline">
        {children}
      </a>
      {link.place === null ? null : (
        <span className="text-soft">
          {' ('}
          <bdi>{link.place}</bdi>)
        </span>
      )}
    </>
  );
}
