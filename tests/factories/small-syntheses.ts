import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { addPost } from './small-posts';

type Input = {
  cohortId: string;
  /** A facilitator of the cohort. */
  by: string;
  title: string;
  audience?: 'cohort' | 'network';
  isPublished?: boolean;
  /** Placed beneath its one claim, in this order. */
  evidence?: ({ postId: string } | { cycleId: string })[];
};

/** A synthesis with one claim, as its commands would leave it; published, with its post. */
export async function addSynthesis(
  tx: Connection,
  { cohortId, by, title, audience = 'cohort', isPublished = false, evidence = [] }: Input,
): Promise<{ synthesisId: string; claimId: string; postId: string | null }> {
  const [synthesisId, claimId, now] = [uuidv7(), uuidv7(), Date.now()];
  await tx.insert(schema.synthesis).values({
    ...{ id: synthesisId, cohortId, title, introduction: `Why we looked into ${title}.`, audience },
    ...{ createdBy: by, createdAt: now, changedBy: by, changedAt: now },
    publishedAt: isPublished ? now : null,
  });
  await tx
    .insert(schema.synthesisClaim)
    .values({ id: claimId, synthesisId, position: 0, claim: `Claim of ${title}`, body: 'Seen twice.' });
  for (const [position, piece] of evidence.entries())
    await tx.insert(schema.synthesisEvidence).values({
      ...{ id: uuidv7(), synthesisId, claimId, position, postId: null, cycleId: null, ...piece },
      ...{ addedBy: by, addedAt: now },
    });
  if (!isPublished) return { synthesisId, claimId, postId: null };
  const head = { audience, audienceId: audience === 'network' ? 'network' : cohortId };
  const postId = await addPost(
    tx,
    { authorId: by },
    { kind: 'synthesis', title, synthesisId, signedAs: 'Facilitator Person · Cohort', ...head },
    { tried: `Why we looked into ${title}.`, expected: '', happened: '', advice: '' },
  );
  return { synthesisId, claimId, postId };
}
