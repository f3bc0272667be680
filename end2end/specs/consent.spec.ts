// What may be published of a paper: of one for the Chair only nothing, of another also who submitted it.
import { expect, test } from '../fixtures.ts';
import { acceptedPaper, aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

test('a paper for the Chair only is read by the Chair and by no moderator', async ({ portal }) => {
  test.slow();
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const words = aPaper();
  const id = await draftPaper(portal, round, words);
  await portal.chooseValue('What may be published', 'chair_only');
  await submitPaper(portal);
  await portal.sees(portal.sentence('consent-receipt-next'));
  await portal.open(`/papers/${id}`);
  await portal.sees(portal.sentence('consent-for-the-chair'));
  await portal.checkPage();
  await portal.signOut();

  await test.step('nobody finds it', async () => {
    await portal.isRefused(`/papers/${id}`);
    await portal.open(round.path);
    await portal.seesNot(portal.sentence('consent-papers'));
  });

  await test.step('nor does the moderator of its subgroup', async () => {
    await portal.signIn('moderatorRnp');
    await portal.isRefused(`/papers/${id}`);
    await portal.open('/moderation');
    await portal.seesNot(words.title);
    await portal.signOut();
  });

  await test.step('the Chair reads it, in a list of its own', async () => {
    await portal.signIn('chair');
    await portal.open(round.path);
    await portal.main.locator('a[href$="/papers/chair"]').click();
    await portal.main.getByRole('link', { name: words.title }).click();
    await portal.sees(words.title);
    await portal.sees(portal.sentence('item-state-for-the-chair'));
    await expect(portal.button('Accept')).toHaveCount(0);
  });
});

test('a paper names who submitted it where that was allowed', async ({ portal }) => {
  test.slow();
  const { fullName } = await portal.newMember();
  const [named, unnamed] = [aPaper(), aPaper()];
  const id = await acceptedPaper(portal, named, 'public');
  await portal.open(`/papers/${id}`);
  await portal.sees(portal.sentence('consent-submitted-by'));
  await portal.sees(fullName);
  await portal.newMember();
  const other = await acceptedPaper(portal, unnamed);
  await portal.open(`/papers/${other}`);
  await portal.sees(unnamed.title);
  await portal.seesNot(portal.sentence('consent-submitted-by'));
});
