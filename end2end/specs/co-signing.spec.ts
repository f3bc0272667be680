// A new member puts its name to a paper its author has opened, sees it on the desk, and takes it back; the author closes the paper and opens
// it again.
import { expect, test } from '../fixtures.ts';
import { findRound } from '../support/input.ts';

test('an organisation co-signs a paper', async ({ portal }) => {
  test.slow();
  const person = await portal.newMember();
  const round = await findRound(portal, 'co-signing', ['open', 'soon']);
  await portal.open(round.path);
  await portal.checkPage();
  const page = (await portal.links('/co-sign/'))[0]?.replace(/^\/ar\//, '/') ?? '';
  expect(page).toContain('/co-sign/');

  await test.step('signed, with the words it is for', async () => {
    await portal.open(page);
    await portal.checkPage();
    await expect(portal.main).toContainText(/[0-9a-f]{64}/);
    await portal.press('Co-sign this paper');
    await portal.sees(portal.part('Your organisation has co-signed this paper'));
    await portal.checkPage();
    await portal.follow('Read the paper');
    await portal.checkPage();
    await portal.open('/desk');
    await expect(portal.main.getByRole('link', { name: portal.say('Papers open for co-signing') })).toHaveCount(1);
  });

  await test.step('taken back, and signed again', async () => {
    await portal.open(page);
    await portal.press('Take our name back');
    await portal.press('Co-sign this paper');
    await portal.sees(portal.part('Your organisation has co-signed this paper'));
    await portal.signOut();
  });

  await test.step('the public reads the names, once the organisation is public', async () => {
    await portal.open(page.replace(/^.*\/co-sign\//, '/papers/'));
    await expect(portal.main).not.toContainText(person.organisation);
    await expect(portal.main.locator('#co-signed')).toHaveCount(1);
    await portal.checkPage();
  });
});
