// After the deadline a public paper does not change: what is wrong in it is corrected beside it.
import { expect, test } from '../fixtures.ts';
import { aPaper, acceptedPaper, findRound } from '../support/input.ts';

test('a correction is asked for, published beside the paper, and everybody sees it', async ({ portal, page, clock }) => {
  test.slow();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const words = { title: aPaper().title, text: 'States may listen to us.' };
  const id = await acceptedPaper(portal, words);

  await test.step('after the deadline the contact point asks', async () => {
    await clock.set(round.closes);
    await portal.signIn(author);
    await portal.open(`/papers/${id}`);
    await portal.follow('Ask for a corrigendum');
    await portal.checkPage();
    await portal.press('Ask for publication');
    await portal.sees(portal.sentence('fault-missing'));
    await portal.checkPage();
    await portal.fill('Correction', 'Paragraph 1: for “may” read “must”.');
    await portal.press('Ask for publication');
    await portal.sees(portal.sentence('corrigendum-asked'));
    await portal.checkPage();
    await portal.signOut();
    await portal.open(`/papers/${id}`);
    await portal.seesNot('read “must”');
  });

  await test.step('the moderator reads both, and publishes', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open('/moderation');
    await page.locator("a[href*='/moderation/corrigenda/']", { hasText: words.title }).click();
    await portal.sees('for “may” read “must”');
    await portal.sees('States may listen to us.');
    await portal.checkPage();
    await portal.press('Publish');
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('everybody sees it beside the paper, which is unchanged', async () => {
    await portal.open(`/papers/${id}`);
    await portal.sees('States may listen to us.');
    await expect(portal.main.locator('#corrigendum-1')).toContainText('for “may” read “must”');
    await portal.checkPage();
  });
});
