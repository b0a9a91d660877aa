import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { findQuestions } from './find-questions';
import { TextQuestionList } from './text-question-list';

const context = {
  staffNames: [],
  placeNames: [],
  numbersAreHidden: true,
  hidden: 'nothing',
  givenAway: [],
} as const;
const shown = (text: string) =>
  renderToStaticMarkup(
    <TextQuestionList
      questions={findQuestions(text, { ...context, staffNames: [], placeNames: [], givenAway: [] })}
    />,
  );

it('marks the excerpt inside its sentence', () => {
  const html = shown('We gave Jaylen & 5 of 6 time.');
  expect(html.match(/<li/g)).toHaveLength(2);
  expect(html).toMatch(/“<mark[^>]*><bdi>Jaylen<\/bdi><\/mark>” looks like a student/);
  expect(html).toMatch(/and “<mark[^>]*><bdi>5 of 6<\/bdi><\/mark>” may tell them/);
});

it('marks a name as it is seen', () => {
  expect(shown('We gave J\u00adayden time.')).toMatch(/“<mark[^>]*><bdi>Jayden<\/bdi><\/mark>” looks like/);
});

it('is nothing where nothing is asked', () => {
  expect(shown('We gave time.')).toBe('');
});
