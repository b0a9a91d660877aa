import { beforeAll, describe, expect, it } from 'vitest';
import { addPost } from '../factories/small-posts';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';
import { signedInAs } from '../support/signed-in';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});

beforeAll(async () => {
  const { network } = made;
  const database = made.app.look();
  await database.inTransaction(async (tx) => {
    const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
    const long = 'A sentence that goes on for a while. '.repeat(100);
    for (let post = 0; post < 20; post += 1)
      await addPost(tx, origin, {}, { tried: long, expected: long, happened: long });
  });
  database.close();
});

describe('a long page', () => {
  it.each(['br', 'gzip'])('goes out whole as %s, and the server has nothing to warn of', async (encoding) => {
    const member = await signedInAs(made.app.url, made.network, 'member');
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await fetch(`${made.app.url}/feed`, {
        headers: { Cookie: member.cookies(), 'Accept-Encoding': encoding },
      });
      expect(response.headers.get('Content-Encoding')).toBe(encoding);
      expect(await response.text()).toContain('</html>');
    }
    expect(made.app.log()).not.toContain('MaxListenersExceededWarning');
  });
});
