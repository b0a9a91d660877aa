import type { Marked } from './text-question';

const words =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
const many = `(?:\\p{Nd}{1,4}(?:\\.\\d{1,2})?|${words})`;
const more = `(?:\\p{Nd}{1,4}|${words.replace('zero|one|', '')})`;
const people =
  '(?:students?|kids|children|learners|pupils|boys|girls|readers|writers|scholars|youngsters|graders|of (?:them|us|mine))';
const which =
  '(?:(?:of|our|my|the|these|those|other|more|new|special|general|education|ed|target|focus|iep|swd|el|ell|ml|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|grade) ){0,4}';
const start = '(?<![\\p{L}\\p{N}.,/:-])';
const end = '(?![\\p{L}\\p{N}])';

const patterns = [
  `(?<![\\p{L}\\p{N}])\\p{Nd}{1,4}(?:[.,]\\p{Nd}{1,3})? ?(?:[%٪％]|percent${end}|per cent${end})`,
  `${start}(?:${words})(?:[- ](?:${words}))? ?percent${end}`,
  `${start}${many} (?:out of|of|in)(?: every)?(?: the| our| my| these| those)? ${many}${end}(?! (?:school )?(?:weeks?|days?|months?|fortnights?|lessons?|Fridays?|Mondays?))`,
  `${start}\\p{Nd}{1,3} ?[/⁄] ?\\p{Nd}{1,3}(?![\\p{L}\\p{N}/])`,
  `${start}(?:all |only |just )?${more}[- ]${which}${people}${end}`,
  `${start}${more}-student${end}`,
  `${start}all (?:of )?(?:the |our |my |these |those )?${more}${end}(?! (?:weeks?|days?|minutes?|steps?|rooms?|classrooms?|lessons?|classes))`,
  `${start}(?:group|class|table|set) of ${more}${end}`,
  `${start}(?:half|(?:a|one|two|three)[- ](?:third|quarter|fifth|half)s?) of (?:the |our |my )?(?:group|class|students|kids|children|learners|them)${end}`,
  `${start}both (?:of )?(?:the |our |my )?(?:students|kids|children|learners|boys|girls)${end}`,
  `${start}n ?= ?\\p{Nd}{1,4}${end}`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Numbers in figures or words that may tell the size or the result of a group whose numbers are hidden. */
export function findSmallGroupNumbers(text: string): Marked[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isDate(match[0]))
      .map((match): Marked => ({
        kind: 'number_of_small_group',
        from: match.index,
        to: match.index + match[0].length,
      })),
  );
}

/** More than the whole is no share: 10/6 is a day. */
function isDate(found: string): boolean {
  const share = /^(\d+) ?[/⁄] ?(\d+)$/.exec(found);
  return share !== null && Number(share[1]) > Number(share[2]);
}
