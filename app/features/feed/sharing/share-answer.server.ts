import type { Submission } from '@conform-to/react';
import { data } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { FormAnswer } from '~/platform/form-answer.server';
import { storyLabels } from '../posts/story-sections';
import { previewCard } from './preview-card.server';
import type { AskedText, PreparedPost } from './prepare-post.server';
import type { ShareForm } from './share-form';
import type { SharePreview } from './share-preview';

const fieldLabels: Record<AskedText['field'], string> = {
  ...storyLabels,
  title: 'Title',
  ideaName: 'Change idea',
  predictions: 'Predictions that others see',
  chart: 'The name of the chart: it is the measure’s own',
};

export type ShareAnswer = FormAnswer & { preview?: SharePreview };

/** The form as it was typed, beneath what others would see of it. A `notice` says why it is not shared yet. */
export async function answerPreview(
  db: Connection,
  submission: Submission<ShareForm, string[]>,
  {
    prepared,
    postId,
    today,
    notice,
  }: { prepared: PreparedPost; postId: string; today: SchoolDay; notice: string | null },
) {
  const { asked, told, print, questionsPrint } = prepared;
  const answer: ShareAnswer = {
    result: submission.reply(),
    conflict: false,
    preview: {
      card: await previewCard(db, prepared, { id: postId, today }),
      asked: asked.map(({ field, questions }) => ({ label: fieldLabels[field], questions })),
      ...{ told, print, questionsPrint, notice },
    },
  };
  return data(answer, { status: notice === null ? 200 : 400 });
}
