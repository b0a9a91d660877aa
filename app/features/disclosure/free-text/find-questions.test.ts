import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementaryStories1 } from '#db/seed/stories/elementary-stories-1';
import { elementaryStories2 } from '#db/seed/stories/elementary-stories-2';
import { elementaryStories3 } from '#db/seed/stories/elementary-stories-3';
import { secondaryStories1 } from '#db/seed/stories/secondary-stories-1';
import { secondaryStories2 } from '#db/seed/stories/secondary-stories-2';
import { secondaryStories3 } from '#db/seed/stories/secondary-stories-3';
import { findQuestions } from './find-questions';
import { givenNames } from './given-names';
import type { TextContext } from './text-question';

const plain: TextContext = {
  staffNames: ['Ana Lopez', 'Grace Kim', 'Tevita Moala'],
  placeNames: ['Jordan Middle School', 'Eastern Ridge Elementary School'],
  numbersAreHidden: false,
  hidden: 'nothing',
  givenAway: [],
};
const asked = (text: string, context: Partial<TextContext> = {}) =>
  findQuestions(text, { ...plain, ...context }).map(({ kind, excerpt }) => [kind, excerpt]);
const excerpts = (text: string, context: Partial<TextContext> = {}) =>
  asked(text, context).map((pair) => pair[1]);

describe('a student’s name is asked about', () => {
  it.each<[string, string[]]>([
    ['We gave Jaylen the frame.', ['Jaylen']],
    ['Jaylen was done in four minutes.', ['Jaylen']],
    ["Jaylen's paragraph held together.", ['Jaylen']],
    ['The frame helped Maria Gonzalez most.', ['Maria Gonzalez']],
    ['It worked for Deshawn B. and for nobody else.', ['Deshawn B.']],
    ['It worked for Jaylen, Zyonna and Tzviel.', ['Jaylen', 'Zyonna', 'Tzviel']],
    ['It worked for Zyonna and Kymari.', ['Zyonna', 'Kymari']],
    ['My student Kymari reads at a first-grade level.', ['Kymari']],
    ['my student jaylen and the timer', ['jaylen']],
    ['MY STUDENT JAYLEN FINISHED', ['JAYLEN']],
    ['A boy named Oluwaseun asked for more.', ['Oluwaseun']],
    ['On Tuesday Oluwaseun said he could see it.', ['Oluwaseun']],
    ["We looked at Kymari's IEP first.", ['Kymari']],
    ["Kymari's 504 asks for it.", ['Kymari']],
    ['We reminded Tzviel to use the card.', ['Tzviel']],
    ['Tzviel, a fourth grader, copied the box.', ['Tzviel']],
    ['J.T. copied the box.', ['J.T.']],
    ['our student JT copied it', ['JT']],
    ['Student A7 copied the box.', ['Student A7']],
    ['Mark said it was easier.', ['Mark']],
    ["Grant's IEP goal is close.", ['Grant']],
    ['We gave Will the timer.', ['Will']],
    ['Brooklyn finished her packet.', ['Brooklyn']],
    ['April said no.', ['April']],
    ['Hope and Jaylen worked together.', ['Hope', 'Jaylen']],
    ["D'Andre Wilson and José asked for it.", ["D'Andre Wilson", 'José']],
    ['Jaylen 👩🏽‍🏫 and Sofía', ['Jaylen', 'Sofía']],
    ['Ms. Lopez and Jaylen tried it.', ['Jaylen']],
    ['The notes of محمد: a student محمد علي copied.', ['محمد علي']],
    ['طالب محمد كتب فقرة', ['محمد كتب']],
    ['学生王伟完成了', ['王伟']],
    ['김민수 학생이 끝냈다', ['김민수']],
    ['ученик Иван Петров сказал', ['Иван Петров']],
    ['התלמיד יוסף כהן', ['יוסף כהן']],
  ])('%s', (text, names) => {
    expect(asked(text)).toEqual(names.map((name) => ['student_name', name]));
  });

  it('with one kind sentence that ends in a question', () => {
    expect(findQuestions('We gave Jaylen’s frame back.', plain)).toEqual([
      {
        kind: 'student_name',
        excerpt: 'Jaylen',
        from: 8,
        to: 14,
        reason: "“Jaylen” looks like a student's name. Could you write “a student” instead?",
      },
    ]);
  });
});

describe('what nobody sees hides nothing', () => {
  const signs: [string, string][] = [
    ['a soft hyphen', '\u00ad'],
    ['a word joiner', '\u2060'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a zero-width non-joiner', '\u200c'],
    ['a byte order mark', '\ufeff'],
    ['a filler', '\u3164'],
    ['an annotation', '\ufff9'],
    ['a variation', '\ufe0f'],
    ['a control character', '\u0001'],
    ['a tag', '\u{e0041}'],
    ...[...'\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'].map(
      (sign): [string, string] => [`direction ${sign.codePointAt(0)?.toString(16)}`, sign],
    ),
  ];
  const telling = [
    'We gave Jayden R. the frame.',
    'My student Kymari reads.',
    'A mail to j.smith@k12.dc.us, please',
  ]
    .concat(['call 202-555-0143 now', 'OSIS: 204558113', 'born on March 4, 2014.', 'J.T. copied the box.'])
    .concat(['طالب محمد كتب فقرة', '学生王伟完成了', 'It was 83% this week', 'at Eastern Ridge now']);
  const context: Partial<TextContext> = {
    numbersAreHidden: true,
    hidden: 'school',
    givenAway: ['Eastern Ridge Elementary School'],
  };
  it.each(signs)('%s between the letters', (_name, sign) => {
    for (const text of telling) {
      const parted = [...text].join(sign);
      const plainly = findQuestions(text, { ...plain, ...context });
      const found = findQuestions(parted, { ...plain, ...context });
      expect(plainly).toHaveLength(1);
      expect(found.map(({ kind, reason }) => [kind, reason])).toEqual(
        plainly.map(({ kind, reason }) => [kind, reason]),
      );
      for (const { excerpt, from, to } of found) expect(excerpt).toBe(parted.slice(from, to));
    }
  });

  it('and the excerpt is where it stands', () => {
    expect(findQuestions('\ufeffWe ga\u00adve J\u2060ayden R. time 👩🏽‍🏫.', plain)).toMatchObject([
      { excerpt: 'J\u2060ayden R.', from: 10, to: 20 },
    ]);
  });

  it('colleagues are known by their names all the same', () => {
    expect(asked('Gr\u00adace K\u200bim counted.')).toEqual([]);
    expect(asked('Deshawn Bell counted.', { staffNames: ['Des\u00adhawn Bell'] })).toEqual([]);
  });
});

describe('nothing is asked about', () => {
  it.each([
    'Will it hold? May we try again? Grant money came. Hope is not a plan. Mark the box. Art was moved. Grace period over.',
    'In May and on April 3 and in August we met; the Summer packet waited.',
    'In June, in May and on April 12 our para Julia and Aide Tamika counted.',
    'Ms. Lopez, Mr. Will Grant, Mrs. Ana Maria Diaz, Coach Carter and Dr. Jackson came.',
    'Mr. and Mrs. Jackson came. Principal Jordan and Superintendent James Lee agreed.',
    'Grace Kim counted; Ana scored; Tevita said it was fine.',
    'We met at Jordan Middle School, then in Brooklyn, near Jackson Elementary and Madison Avenue, St. Mary and San Jose.',
    'Students said it helped. Nobody said no. Partners asked. Everyone laughed. The class said so. Readers asked why.',
    "The student's IEP, today's goals, Friday's paper, everyone's desk, each child's 504.",
    'The IEP team, AAC, ELA, PE, the U.S. and D.C., 9 a.m., Algebra I, Spanish, English learners.',
    'Self-regulated strategy development (Harris and Graham) and Graham and Perin (2007), Martin et al. showed it.',
    'We read about Rosa Parks, Martin Luther King and J.K. Rowling, and Charlotte’s Web.',
    'We tried Kahoot and Lexia, with Quizlet and Desmos.',
    'Student work, student Chromebooks, student Council, our Student Success team.',
    'In 2026 we met 12,500 families, read 40000 words, page 12345, on 2026-10-06, Oct 6, 10/6, on 10/06/2026 and 20261006.',
    'Birthday cupcakes ate the morning. We were born ready. Lesson 12, room 204, 45 percent, 3 of 10.',
    'https://ies.ed.gov/ncee/wwc/PracticeGuide/12345 and Bronx, NY 10451 and $12345',
    'Meet @ noon, score 3@10, follow @boldline.',
    'The school year 2025-2026, lines 100-2026, ratio 3:10.',
    'المعلم كتب على السبورة. طالب في الصف. 学生们很高兴。',
    '',
  ])('%s', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('in the whole prose of the demo network, but for a few', () => {
    const stories = [elementaryStories1, elementaryStories2, elementaryStories3]
      .concat([secondaryStories1, secondaryStories2, secondaryStories3])
      .flat();
    const prose = textsIn(stories);
    expect(prose.length).toBeGreaterThan(2000);
    const found = prose.flatMap((text) =>
      asked(text).map(([kind, excerpt]) => `${kind}: ${excerpt} | ${text}`),
    );
    expect(found).toEqual([]);
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('numbers, dates and addresses of a person', () => {
  it.each<[string, string, string]>([
    ['his number 1234567 is', 'student_number', '1234567'],
    ['see ID 12345 for it', 'student_number', 'ID 12345'],
    ['the student ID is 4021', 'student_number', 'student ID is 4021'],
    ['student #1234 left', 'student_number', 'student #1234'],
    ['OSIS: 204558113', 'student_number', 'OSIS: 204558113'],
    ['Student 3 left early', 'student_number', 'Student 3'],
    ['123-45-6789', 'student_number', '123-45-6789'],
    ['رقم ٤٥٦٧٨٩', 'student_number', '٤٥٦٧٨٩'],
    ['born 3/4/2014 in', 'birth_date', 'born 3/4/2014'],
    ['born on March 4, 2014.', 'birth_date', 'born on March 4, 2014'],
    ['his birthday is 4 May', 'birth_date', 'birthday is 4 May'],
    ['DOB: 2014-03-04', 'birth_date', 'DOB: 2014-03-04'],
    ['check the DOB first', 'birth_date', 'DOB'],
    ['reader, 03/04/2014, level K', 'birth_date', '03/04/2014'],
    ['write to j.smith+x@k12.dc.us, please', 'email', 'j.smith+x@k12.dc.us'],
    ['call (202) 555-0143 now', 'phone', '(202) 555-0143'],
    ['202-555-0143', 'phone', '202-555-0143'],
    ['+1 202.555.0143', 'phone', '+1 202.555.0143'],
    ['+44 20 7946 0958', 'phone', '+44 20 7946 0958'],
    ['text 555-0143', 'phone', '555-0143'],
  ])('%s', (text, kind, excerpt) => {
    expect(asked(text)).toEqual([[kind, excerpt]]);
  });
});

describe('numbers of a group too small to show', () => {
  const hidden = { numbersAreHidden: true };
  it.each([
    ['It was 83% this week', '83%'],
    ['about 45.5 percent wrote', '45.5 percent'],
    ['forty five percent', 'five percent'],
    ['5 of 6 wrote', '5 of 6'],
    ['5 of our 6 wrote', '5 of our 6'],
    ['3 out of 6 wrote', '3 out of 6'],
    ['Five of the six wrote', 'Five of the six'],
    ['we saw 4/6 again', '4/6'],
    ['6 students wrote', '6 students'],
    ['six special education students', 'six special education students'],
    ['Two of our students did', 'Two of our students'],
    ['two of them did', 'two of them'],
    ['a group of six', 'group of six'],
    ['All six wrote', 'All six'],
    ['both students wrote', 'both students'],
    ['half of them', 'half of them'],
    ['n = 6', 'n = 6'],
    ['in a 6-student group', '6-student'],
  ])('%s', (text, excerpt) => {
    expect(asked(text, hidden)).toEqual([['number_of_small_group', excerpt]]);
    expect(asked(text)).toEqual([]);
  });
  it.each([
    '10/6 was a Tuesday',
    'for 4 minutes',
    'all three rooms',
    'Lesson 12',
    'on 2026-10-06',
    'one student asked',
    'grade 4',
  ])('not in %s', (text) => {
    expect(asked(text, hidden)).toEqual([]);
  });
});

describe('what gives a hidden signature away', () => {
  const hidden: Partial<TextContext> = {
    hidden: 'school',
    givenAway: [
      'Eastern Ridge Elementary School',
      'PS 118',
      'Lincoln High School',
      'Bell Gardens Public Schools',
      'Grade 4 writing',
    ].concat(['Ana Lopez', 'Peña Blanca Academy', '东岭小学']),
  };
  it.each<[string, string[]]>([
    ['at Eastern Ridge Elementary School', ['Eastern Ridge Elementary School']],
    ['at EASTERN RIDGE', ['EASTERN RIDGE']],
    ['eastern-ridge kids', ['eastern-ridge']],
    ['Eastern Ridge’s hall', ['Eastern Ridge']],
    ['the Eastern Ridge ES hall', ['Eastern Ridge ES']],
    ['we at ERES', ['ERES']],
    ['we at E.R.E.S. know', ['E.R.E.S']],
    ['here at P.S. 118 and PS118', ['P.S. 118', 'PS118']],
    ['at Lincoln and Lincoln HS and lincoln high', ['Lincoln', 'Lincoln HS', 'lincoln high']],
    ['in Bell Gardens or BGPS', ['Bell Gardens', 'BGPS']],
    ['the grade 4 Writing team', ['grade 4 Writing']],
    ['Ms. Lopez and Ana', ['Lopez', 'Ana']],
    ['in pena blanca', ['pena blanca']],
    ['我们东岭小学的学生', ['东岭小学']],
    ['the eastern part, a ridge, lincoln logs, eres, grade 4, writing', []],
  ])('%s', (text, found) => {
    expect(asked(text, hidden)).toEqual(found.map((excerpt) => ['gives_away_signature', excerpt]));
    expect(
      asked(text, { ...hidden, hidden: 'nothing' }).filter(([kind]) => kind === 'gives_away_signature'),
    ).toEqual([]);
  });
});

describe('however long or odd the text', () => {
  const everything: TextContext = {
    ...plain,
    numbersAreHidden: true,
    hidden: 'school',
    givenAway: ['a a a', 'Eastern Ridge Elementary School', '王'],
  };
  it('at most 20, different ones first', () => {
    const found = excerpts(`${'We gave Jaylen time. '.repeat(40)}We gave Maria time.`);
    expect(found).toHaveLength(20);
    expect(found.at(-1)).toBe('Maria');
  });

  const pieces = [
    'a',
    'A',
    ' ',
    '\n',
    '.',
    '1',
    '1 ',
    '1-',
    '1/',
    '1,',
    '@',
    'a@',
    'a.',
    'a@a.',
    '+1 ',
    '(1',
    "a'",
    "A's ",
    'A.',
    'A. ',
    'Jaylen ',
  ].concat(
    [
      'Jaylen and ',
      'Jaylen, ',
      'Will ',
      'Ms. ',
      'of ',
      '1 of ',
      'all ',
      'born ',
      'born',
      'Eastern ',
      'a a ',
      '😀',
      '王',
      '学生',
      'طالب ',
      'student ',
    ],
    [
      'two of our ',
      'é',
      '\u0301',
      '-',
      'X, ',
      'Jaylen (',
      '%',
      '１',
      'D.O.B',
      'id ',
      '#',
      'Zyonna and ',
      'for Zy and ',
      '202-',
      '\ud800',
      '𝟏',
      "D'A'",
    ],
  );
  it.each(pieces)('100,000 characters of %j are read through', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
    expect(findQuestions(text, everything).length).toBeLessThanOrEqual(20);
  });

  const scraps = fc.constantFrom(
    ...[
      'Jaylen',
      ' ',
      ' and ',
      '. ',
      "'s IEP",
      'ID 12345',
      '5 of 6',
      '83%',
      'Eastern Ridge',
      '😀',
      '👩🏽‍🏫',
      'محمد',
      'طالب ',
      '学生',
      '王伟',
      '𝒜',
      '\ud83d',
      '\u00ad',
      '\u200b',
    ],
    ...[
      'born 3/4/2014',
      'a@b.org',
      '202-555-0143',
      'student ',
      'said ',
      'Will',
      '-',
      '/',
      '7',
      'É',
      '\u0301',
      '\n',
      '(',
      'J.T.',
    ],
  );
  const anyText = fc.oneof(
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 120 }),
  );
  it('excerpts lie apart, in order, on whole characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        const questions = findQuestions(text, everything);
        expect(questions.length).toBeLessThanOrEqual(20);
        for (const { from, to, excerpt, reason } of questions) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(excerpt).toBe(text.slice(from, to));
          expect(splitsPair(text, from) || splitsPair(text, to)).toBe(false);
          expect(reason).toMatch(/\?$/);
          end = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a listed name in mid-sentence is always found', () => {
    const everyday = /^(may|june|april|august|summer|autumn|art)$/;
    fc.assert(
      fc.property(fc.constantFrom(...[...givenNames].filter((name) => !everyday.test(name))), (name) => {
        const written = name.charAt(0).toUpperCase() + name.slice(1);
        const inContext = { ...plain, staffNames: [], placeNames: [] };
        expect(
          findQuestions(`Today we gave ${written} the card.`, inContext).map((one) => one.excerpt),
        ).toEqual([written]);
      }),
    );
  });
});

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
