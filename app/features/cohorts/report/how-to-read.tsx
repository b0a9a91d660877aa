const terms: [string, string][] = [
  [
    'A cycle',
    'one small test of a change: plan with a prediction, do, study what happened beside it, act. It ends with a decision to adopt the change, to adapt it and test again, or to let it go.',
  ],
  [
    'A prediction',
    'what a team expects to see, written down before the numbers come in. One that misses is worth as much as one that holds.',
  ],
  [
    'A run chart',
    'numbers in the order of time, around their middle line. Only a long run on one side of the line counts as a change; single ups and downs do not.',
  ],
];

/** For readers outside the network: the few terms, and what stands behind the numbers. */
export function HowToRead({ minimum, on }: { minimum: number; on: string }) {
  return (
    <section
      aria-labelledby="how-to-read"
      className="break-before-avoid break-inside-avoid border-t border-strong pt-5 text-sm text-soft print:pt-4"
    >
      <h2 id="how-to-read" className="break-after-avoid text-[17px] text-ink">
        How to read this
      </h2>
      <dl className="mt-2 max-w-[75ch] space-y-1.5">
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt className="inline font-semibold">{term}: </dt>
            <dd className="inline">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-[75ch]">
        Numbers about students are shown for no fewer than {minimum} students, and together only where at
        least three teams of three schools have them. Very low and very high shares stand as a bound, such as
        “&lt;5%”. Teams decide what they tell; their stories stand as they signed them. No team or school is
        compared with another. Figures of {on}.
      </p>
    </section>
  );
}
