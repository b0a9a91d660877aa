import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addPost } from '../factories/small-posts';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});
let member: Visitor;
let outsider: Visitor;
let postId: string;

beforeAll(async () => {
  member = await signedInAs(made.app.url, made.network, 'member');
  outsider = await signedInAs(made.app.url, made.network, 'otherLeaMember');
  const database = made.app.look();
  const origin = { teamId: made.network.own.teamId, authorId: made.network.people.member.id };
  postId = await database.inTransaction((tx) =>
    addPost(
      tx,
      origin,
      { signature: 'school_hidden', signedAs: 'A grade 4 team · school hidden' },
      { hiddenWhy: 'Numbers are not shown, to protect a small group of students.' },
    ),
  );
  database.close();
});

async function comment(who: Visitor, body: string, looked = '', id = uuidv7()) {
  const response = await who.post(`/posts/${postId}/comments`, { id, body, looked });
  const html = await pageOf(response);
  return { id, status: response.status, html, print: / name="looked" value="([^"]*)"/.exec(html)?.[1] ?? '' };
}

const stored = (id: string) =>
  made.app.look().reader.select().from(schema.postComment).where(eq(schema.postComment.id, id));

describe('a comment', () => {
  it('that seems to name a student is asked about, with its text kept and a way on', async () => {
    const asked = await comment(outsider, 'It was the same for my student Jaylen.');
    expect(asked.status).toBe(400);
    expect(asked.html).toContain('looks like a student&#x27;s name');
    expect(asked.html).toContain('It was the same for my student Jaylen.');
    expect(await stored(asked.id)).toEqual([]);
    const sent = await comment(outsider, 'It was the same for my student Jaylen.', asked.print, asked.id);
    expect(sent.status).toBe(302);
    expect(await stored(asked.id)).toHaveLength(1);
  });

  it('is asked about anew when its words change', async () => {
    const asked = await comment(outsider, 'It was the same for my student Jaylen.');
    const other = await comment(outsider, 'Write to jaylen@example.test.', asked.print, asked.id);
    expect(other.status).toBe(400);
    expect(other.html).toContain('is an e-mail address');
  });

  it('from a hidden team is asked about where it tells whose it is, or what was hidden', async () => {
    const asked = await comment(member, 'Come and see us at School one: it was 5 of 6.');
    expect(asked.status).toBe(400);
    expect(asked.html).toContain('may tell which school this is from');
    expect(asked.html).toContain('too small to show numbers');
    expect((await comment(outsider, 'With us it was 5 of 6 weeks, @Member Person.')).status).toBe(302);
  });
});
