import type { WorkingStage } from '#db/vocabulary';
import { stageWords } from '~/features/cycles/cycle-words';
import { Card } from '~/ui/card';
import { promptsFor } from './review-prompts';

/** Good questions for the stage a cycle has come to, for a coach who reads. */
export function QuestionPromptsCard({ stage }: { stage: WorkingStage }) {
  return (
    <Card labelledBy="good-questions" className="p-4! sm:p-5!">
      <h2 id="good-questions">Questions to ask</h2>
      <p className="mt-1 text-sm text-soft">In {stageWords[stage].name}, kind and about the work:</p>
      <ul className="mt-2 list-disc space-y-1.5 ps-5 text-sm">
        {promptsFor(stage, 'ask').map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
    </Card>
  );
}
