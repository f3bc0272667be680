// An organisation: people find it, come in by request or invitation, write and submit together, and hand the contact point over.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound } from '../support/input.ts';
import { accept, invite, ownOrganisation, row } from '../support/members.ts';
import { somebody, type Portal } from '../support/portal.ts';

const button = (portal: Portal, key: string) => portal.page.getByRole('button', { name: portal.sentence(key) });

test('a colleague finds the organisation, is accepted, writes; the contact point submits', async ({ portal }) => {
  test.slow();
  await portal.signIn('business');
  await portal.open('/subgroups/sg-rnp');
  if ((await portal.button('Join subgroup').count()) > 0) await portal.press('Join subgroup');
  await portal.signOut();
  const colleague = { ...somebody(), organisation: 'Kestrel Bay System Ltd' };

  await test.step('registers with a name that is close, and asks to join', async () => {
    await portal.fillRegistration(colleague);
    await expect(portal.page).toHaveURL(/\/register\/organisation$/);
    await portal.sees('Kestrel Bay Systems');
    await portal.checkPage();
    await row(portal, 'Kestrel Bay Systems').getByRole('button').click();
    await expect(portal.page).toHaveURL(/\/confirm$/);
    await portal.confirm(colleague);
    await portal.open('/desk');
    await portal.sees(portal.sentence('desk-waiting'));
    await portal.signOut();
  });

  await test.step('the contact point accepts', async () => {
    await portal.signIn('business');
    const organisation = await ownOrganisation(portal);
    await portal.open(`${organisation}/members`);
    await portal.checkPage();
    await row(portal, colleague.fullName).getByRole('button', { name: portal.sentence('request-accept') }).first().click();
    await expect(row(portal, colleague.fullName)).toContainText(portal.part('Drafter'));
    await portal.signOut();
  });

  const words = aPaper();
  const id = await test.step('the colleague writes', async () => {
    await portal.signIn(colleague);
    const round = await findRound(portal, 'papers', ['open', 'soon']);
    const paper = await draftPaper(portal, round, words);
    await portal.open(`/papers/${paper}/submit`);
    await portal.signOut();
    return paper;
  });

  await test.step('the contact point submits', async () => {
    await portal.signIn('business');
    await portal.open(`/papers/${id}/submit`);
    await portal.press('Submit paper');
    await expect(portal.page).toHaveURL(new RegExp(`/papers/${id}/receipt$`));
  });
});

test('an invitation makes somebody new a member', async ({ portal }) => {
  await portal.signIn('ngo');
  const guest = somebody();
  const path = await invite(portal, guest.email);
  await portal.page.goto(path);
  await portal.checkPage();
  await accept(portal, path, guest);
  await portal.open('/desk');
  await portal.sees('Jukwaa');
  await portal.sees(portal.part('Drafter'));
  // The link serves once.
  const again = await portal.page.goto(path);
  expect(again?.status()).toBe(404);
});

test('the contact point is handed over, and the former one is a drafter', async ({ portal }) => {
  test.slow();
  const founder = await portal.register();
  await portal.confirm(founder);
  const successor = somebody();
  const path = await invite(portal, successor.email);
  await accept(portal, path, successor);
  await portal.signOut();
  await portal.signIn(founder);
  const organisation = await ownOrganisation(portal);
  await portal.open(`${organisation}/members`);
  const member = row(portal, successor.fullName);
  await member.locator('summary').first().click();
  await member.getByRole('button', { name: portal.sentence('hand-over-to') }).click();
  await expect(portal.button('Send invitation')).toHaveCount(0);
  await portal.signOut();
  await portal.signIn(successor);
  await portal.open(`${organisation}/members`);
  await expect(portal.button('Send invitation')).toBeVisible();
});

test('anybody reads who takes part, and what an organisation says of itself', async ({ portal }) => {
  await portal.open('/organisations');
  await portal.fill('Search by name', 'jukw');
  await portal.press('Search');
  await portal.sees('Jukwaa');
  await portal.seesNot('Kestrel');
  await portal.main.getByRole('link', { name: /Jukwaa/ }).first().click();
  await portal.sees('JMS');
  await portal.sees('jukwaa.example');
  await expect(button(portal, 'find-ask')).toHaveCount(0);
});
