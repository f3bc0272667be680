// Until the deadline: a submitted paper is replaced by another version, compared with it word by word, and withdrawn.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, idOf, submitPaper } from '../support/input.ts';

test('a submitted paper gets another version, everybody in charge sees what was changed, and it is withdrawn', async ({ portal }) => {
  test.slow();
  const author = await portal.newMember();
  const words = { title: aPaper().title, text: 'States should listen to us.' };
  const old = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);
  await submitPaper(portal);

  const next = await test.step('begun with the same words', async () => {
    await portal.open(`/papers/${old}`);
    await portal.main.locator('summary', { hasText: portal.say('Replace or withdraw') }).click();
    await portal.checkPage();
    await portal.press('Replace this paper');
    await expect(portal.page).toHaveURL(/\/papers\/[^/]+\/edit$/);
    await expect(portal.field('Text')).toHaveValue(words.text);
    await portal.fill('Text', 'States shall listen to all of us.');
    return idOf(portal.page.url());
  });

  await test.step('checked against the first, and submitted', async () => {
    await portal.press('Check before submitting');
    await portal.sees(portal.sentence('succession-replaces'));
    await portal.follow('See what was changed');
    await expect(portal.main.locator('del')).toHaveText(['should']);
    await expect(portal.main.locator('ins').first()).toHaveText('shall');
    await portal.checkPage();
    await portal.open(`/papers/${next}/edit`);
    await submitPaper(portal);
    await portal.open(`/papers/${old}`);
    await portal.sees(portal.sentence('succession-replaced'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('the moderator reads what was changed', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open(`/moderation/papers/${next}`);
    await portal.follow('See what was changed');
    await expect(portal.main.locator('del')).toHaveText(['should']);
    await portal.signOut();
  });

  await test.step('withdrawn', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${next}`);
    await portal.main.locator('summary', { hasText: portal.say('Replace or withdraw') }).click();
    await portal.follow('Withdraw this paper');
    await portal.sees(portal.sentence('withdraw-paper-effect-earlier'));
    await portal.checkPage();
    await portal.press('Withdraw paper');
    await portal.sees(portal.sentence('succession-withdrawn'));
    await portal.checkPage();
    await portal.open(`/papers/${next}/receipt`);
    await portal.sees(/STK-OEWG-/);
    await portal.open('/desk');
    await portal.sees(portal.sentence('item-state-withdrawn'));
  });
});
