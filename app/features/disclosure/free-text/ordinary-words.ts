const listed = (text: string) => new Set(text.trim().split(/\s+/));

/** Capitalised words that name no student: days, subjects, languages, programmes, groups of people. Folded. */
export const ordinaryWords = listed(`
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
january february march april may june july august september october november december
i im ive id ill we he she they it you who what which that this these those there here then when where why how one two three both all each every
some most many several few none nobody everybody somebody anybody everyone someone anyone nothing everything something another others half
a an the my our your his her their its no not yes so but and or if as at by for from in into of on to with after before during since until
students student kids kid children child boys boy girls girl pupils pupil learners learner readers writers partners partner graders grader
teachers teacher parents parent families family mom dad mother father grandma grandmother grandpa aide aides para paras paraprofessional
coach coaches principal counselor staff admin administrators team teams class classes group groups school schools district substitute sub
specialist therapist interpreter librarian custodian colleague colleagues facilitator sponsor lead leads
math mathematics reading writing science english spanish french mandarin chinese arabic vietnamese somali amharic korean tagalog history
algebra geometry biology chemistry physics art music health civics social studies phonics spelling literacy advisory homeroom lunch recess
american americans african asian latino latina hispanic black white native european indian mexican english-speaking
google kahoot quizlet lexia desmos zearn chromebook chromebooks ipad classroom canvas schoology khan newsela iready seesaw nearpod clever
title section unit lesson chapter week day grade tier level period page step plan do study act pdsa data goal aim chart council
support success services handbook information center night day story book word words today tomorrow yesterday
thanksgiving christmas halloween ramadan eid easter hanukkah god internet special education general individualized
`);

export const studentNouns = listed(`
student pupil child kid boy girl learner scholar grader classmate son daughter brother sister students pupils kids children boys girls
learners scholars graders estudiante alumno alumna nino nina aluno aluna eleve
`);
/** Words that make the name after them an adult's, a place's or a saint's. */
export const adultTitles = listed(`
mr mrs ms miss mx dr coach principal professor prof nurse officer superintendent president senator judge pastor rabbi imam rev aunt uncle
senor senora senorita sr sra st saint san santa director author governor mayor counselor para paraprofessional aide
specialist therapist interpreter librarian
`);
/** After a name they make it a place, a programme or a method. */
export const placeNouns = listed(`
school elementary middle high academy street avenue road county hall unified library university college park district center centre city
method model foundation program scale test inventory institute class squad room night club bridge bank museum hospital island river texas
day time art system taxonomy notes framework curriculum press news
`);
export const placePrepositions = listed('in at from near to north south east west new of');

/** What only a person does. */
export const saidVerbs = listed(`
said says asked asks told tells whispered shouted cried laughed smiled giggled answered replied yelled wrote raised thinks thought wants wanted
refused struggled knows knew felt
`);
export const narrowSaidVerbs = listed(
  'said says asked asks whispered shouted cried laughed smiled giggled replied yelled',
);
/** What one does to a person. */
export const personVerbs = listed(
  'helped asked told paired praised reminded tutored conferenced greeted hugged coached invited',
);
/** What a sentence goes on with after a name that begins it. */
export const nameGoesOn = listed(`
is was has had did does got can could went made took came ran sat gave read reads wrote said left kept finished started used tried needed needs
likes liked struggled stopped asked and who whose told
`);
export const personalThings = listed(`
iep 504 mom mother dad father grandma grandmother guardian parent parents family desk accommodations accommodation bip aide para
evaluation diagnosis disability behavior teacher paper notebook folder score scores goal goals backpack work reading writing essay seat group
partner turn brother sister progress paragraph answer answers
`);
/** The part of them that belongs to one child alone. */
export const childsThings = listed(`
iep 504 mom mother dad father grandma grandmother guardian accommodations bip evaluation diagnosis disability desk backpack
`);

export const knownInitials = listed(
  'u.s. u.s.a. d.c. u.k. e.u. p.e. p.m. a.m. i.e. e.g. n.y. l.a. n.j. b.a. m.a. i.e.p. e.l.a. e.l. p.s. i.s. m.s. h.s. j.h.s. r.t.i. p.d. i.d. t.v. o.t. p.t. a.k.a. d.o.b. i.o.u. c.e.r. k.w.l. p.t.a. p.d.s.a. s.t.e.m.',
);
export const knownLetters = listed(
  'el els ed ld id gt tv pe at ot pt ai us ok no am pm ell iep swd sld ohi asd ohs aac dhh mtss rti pbis ap ib ir ss',
);
export const authorsByInitials = listed(
  'rowling white lewis tolkien hinton dubois du salinger wells cummings eliot auden martin',
);
/** Given name and surname of people that classes read about. */
export const famousPeople = listed(`
rosa-parks martin-luther george-washington helen-keller maya-angelou anne-frank thomas-jefferson john-adams susan-anthony james-baldwin
cesar-chavez malcolm-x john-lewis jackie-robinson ruby-bridges amelia-earhart maria-montessori lucy-calkins carol-dweck john-hattie
william-shakespeare edgar-allan emily-dickinson john-steinbeck elie-wiesel sandra-cisneros jason-reynolds charlotte-web katherine-johnson
benjamin-franklin isaac-newton robert-frost mark-twain walt-whitman alexander-hamilton john-kennedy joseph-stalin daniel-willingham
maria-tallchief james-clear tyler-perry
`);
