import type { IdeaStatus } from '#db/vocabulary';
import { ideaNames } from './post-story';

/** What the facilitator wrote on an idea that teams had added by sharing. */
export type IdeaStory = {
  name: string;
  description: string;
  why: string;
  warrant: string;
  driver: string;
  status: IdeaStatus;
};

export const ideaStories: IdeaStory[] = [
  {
    name: ideaNames.frames,
    description:
      'A sketch, card or strip that holds the shape of a sentence or paragraph while the student fills in the thinking. The best ones can be made by the student and fade on their own.',
    why: 'Holding the shape and the content in mind at once is too much for many of our students. The frame holds the shape.',
    warrant:
      'Self-regulated strategy development (Harris and Graham) and the What Works Clearinghouse guide on elementary writing.',
    driver: 'Planning before writing',
    status: 'spreading',
  },
  {
    name: ideaNames.rehearsal,
    description:
      'Students say what they will write to a partner first: a retelling, an argument, a whole paragraph. Two minutes, then pencils.',
    why: 'Talk is where many of our students are strong. It gets them started. Whether it reaches the page is what teams are finding out.',
    warrant: 'Oral rehearsal is part of most writing programs and of language support for English learners.',
    driver: 'Planning before writing',
    status: 'testing',
  },
  {
    name: ideaNames.checkIn,
    description:
      'Before the first lesson, each student on a list sees an adult they picked, in a fixed place, for two minutes.',
    why: 'A person who expects you is a reason to arrive. It breaks when the adult is somewhere else that morning.',
    warrant: 'Loosely after Check-in/Check-out and Check and Connect.',
    driver: 'Belonging at arrival',
    status: 'testing',
  },
  {
    name: ideaNames.strips,
    description:
      'Photos of the real place and the real steps, carried or on the wall, that a student follows without being told.',
    why: 'A picture is still there after our words are gone, and it keeps the adult from becoming the routine.',
    warrant:
      'Visual schedules are an established practice for students with autism. Our teams use them with everyone.',
    driver: 'Independence in routines',
    status: 'implementing',
  },
  {
    name: ideaNames.jobs,
    description:
      'A student who is often late gets a job that happens at the bell and that somebody would miss.',
    why: 'Being needed works better than being reminded. The number of jobs that are really needed is small.',
    warrant: 'Meaningful work programs in elementary schools. We know of no study with ninth graders.',
    driver: 'Belonging at arrival',
    status: 'testing',
  },
  {
    name: ideaNames.covered,
    description:
      'The numbers in a word problem are covered for the first read. Students tell the story, then the numbers appear.',
    why: 'Students grab numbers and guess an operation. Without numbers there is only the story.',
    warrant: 'The three-reads routine, from several curriculum groups.',
    driver: 'Making sense of problems',
    status: 'testing',
  },
  {
    name: ideaNames.coTeaching,
    description:
      'Ways for two teachers in one room to both teach: stations, two halves, a lead that changes at midpoint.',
    why: 'More turns for each student, if both adults know the lesson. That needs planning time before it needs furniture.',
    warrant: 'Friend and Cook’s co-teaching models.',
    driver: 'Time with a teacher',
    status: 'testing',
  },
  {
    name: ideaNames.examples,
    description:
      'A solved problem stands beside the new one: complete, with a mistake to fix, or as a card for what was missed.',
    why: 'Studying a solution leaves more attention for the steps than solving from nothing does.',
    warrant: 'Research on worked and on incorrect examples in middle school algebra.',
    driver: 'Making sense of problems',
    status: 'implementing',
  },
];

export type SynthesisStory = {
  key: string;
  title: string;
  introduction: string;
  begins: { ago: number; hour: number };
  /** When its claims were written, from all that was collected. */
  written: { ago: number; hour: number };
  /** The first post of the first claim begins it. */
  claims: { claim: string; body: string; posts: string[] }[];
  /** Collected, and not placed yet. */
  waiting: string[];
  /** Null for a draft. */
  published: { ago: number; hour: number } | null;
};

export const synthesisStories: SynthesisStory[] = [
  {
    key: 'out-of-the-middle',
    title: 'What holds when the adult steps out of the middle',
    introduction:
      'Several teams found the same thing from different ends this fall: a routine lasts when students can run it without us. Here is what they tried, what held, and what it took.',
    begins: { ago: 7, hour: 10.2 },
    written: { ago: 2, hour: 10.9 },
    claims: [
      {
        claim: 'Ten seconds spent on the plan beat minutes spent on the draft.',
        body: 'Students who put a word in every box before writing got to an ending, first with a partner checking and later in another school with a microphone in place of the pencil.',
        posts: ['boxes', 'boxes-dictated'],
      },
      {
        claim: 'Pictures work when the adult has something else to do.',
        body: 'Strips helped where they belonged to the students, and where adults were kept busy or silent. They turned into toys, or into one more thing to nag about, where neither was true.',
        posts: ['strips', 'job-strips', 'phonics-strips'],
      },
      {
        claim: 'A check-in needs a fixed place and protected time before it needs a form.',
        body: 'Both teams let students choose the adult. The one that chose among adults who stand in one place kept its promises. The other stopped, and told us why.',
        posts: ['check-in', 'promise'],
      },
    ],
    waiting: [],
    published: { ago: 2, hour: 11.4 },
  },
  {
    key: 'arriving',
    title: 'Getting through the door: what we know about arrival so far',
    introduction:
      'For the spring meeting. Still missing: anything from the middle schools, and what families say.',
    begins: { ago: 4, hour: 9.5 },
    written: { ago: 1, hour: 9.8 },
    claims: [
      {
        claim: 'A real job brings a student in. There are fewer real jobs than late students.',
        body: '',
        posts: ['out-of-jobs', 'fish'],
      },
    ],
    waiting: ['rotation-days'],
    published: null,
  },
];
