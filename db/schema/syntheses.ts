import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant } from '../columns';
import { cycle } from './cycles';
import { post, synthesis } from './feed';
import { person } from './people';

export const synthesisClaim = sqliteTable(
  'synthesis_claim',
  {
    id: id(),
    synthesisId: text('synthesis_id')
      .notNull()
      .references(() => synthesis.id),
    position: integer('position').notNull(),
    claim: text('claim').notNull(),
    body: text('body').notNull().default(''),
  },
  (table) => [index('claim_of_synthesis').on(table.synthesisId, table.position)],
);

/** A post or cycle collected for a synthesis, and the claim it stands beneath once it has been placed. */
export const synthesisEvidence = sqliteTable(
  'synthesis_evidence',
  {
    id: id(),
    synthesisId: text('synthesis_id')
      .notNull()
      .references(() => synthesis.id),
    claimId: text('claim_id').references(() => synthesisClaim.id),
    postId: text('post_id').references(() => post.id),
    cycleId: text('cycle_id').references(() => cycle.id, { onDelete: 'cascade' }),
    position: integer('position').notNull().default(0),
    addedBy: text('added_by')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('evidence_post_once').on(table.synthesisId, table.postId),
    uniqueIndex('evidence_cycle_once').on(table.synthesisId, table.cycleId),
    index('evidence_of_claim').on(table.claimId),
    check('evidence_of_one', sql`(${table.postId} is null) <> (${table.cycleId} is null)`),
  ],
);
