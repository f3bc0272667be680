// A subgroup: asking to join and being approved, leaving, following, and an announcement that arrives.
import { expect, test } from '../fixtures.ts';

test('an organisation asks to join, the secretariat approves, and it leaves again', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.open('/subgroups/sg-chi');
  await portal.press('Ask to join');
  await expect(portal.button('Take the request back')).toBeVisible();
  await portal.checkPage();
  await portal.signOut();

  await test.step('the one in charge reads the request and decides', async () => {
    await portal.signIn('secretariat');
    await portal.open('/subgroups/sg-chi');
    await portal.follow('Manage this subgroup');
    await portal.checkPage();
    await portal.main.getByRole('link', { name: person.organisation }).first().click();
    await portal.checkPage();
    await portal.press('Decline request');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await portal.press('Approve request');
    await expect(portal.page).toHaveURL(/\/subgroups\/sg-chi\/manage$/);
    await portal.seesNot(person.organisation);
    await portal.signOut();
  });

  await test.step('a member may write to it, and may leave', async () => {
    expect(await portal.mailTo(person)).toContain(person.organisation);
    await portal.signIn(person);
    await portal.open('/subgroups/sg-chi');
    await expect(portal.button('Ask to join')).toHaveCount(0);
    await portal.main.locator('summary').filter({ hasText: portal.part('Leave subgroup') }).click();
    await portal.press('Leave subgroup');
    await expect(portal.button('Ask to join')).toBeVisible();
  });
});

test('an announcement is looked at before it is sent, and arrives at a follower', async ({ portal, server }) => {
  test.slow();
  const follower = await portal.register();
  await portal.confirm(follower);
  await portal.open('/subgroups/sg-cap');
  await portal.press('Follow');
  await expect(portal.button('Stop following')).toBeVisible();
  await portal.signOut();

  const subject = `Informal meeting ${follower.fullName.slice(-8)}`;
  await portal.signIn('moderatorCap');
  await portal.open('/subgroups/sg-cap/manage');
  await portal.follow('Write an announcement');
  await portal.press('Check before sending');
  await expect(portal.page.locator('.error-summary')).toBeVisible();
  await portal.fill('Subject', subject);
  await portal.fill('Text', 'On Friday, at ten.\n\nBring your paper.');
  await portal.checkPage();
  await portal.press('Check before sending');
  await expect(portal.page).toHaveURL(/\/announcements\/[^/]+$/);
  const address = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
  await portal.sees('Bring your paper.');
  await portal.checkPage();
  await portal.press('Send announcement');
  await expect(portal.button('Send announcement')).toHaveCount(0);
  await portal.signOut();

  await portal.open(address);
  await portal.sees(subject);
  await portal.open('/subgroups/sg-cap');
  await portal.sees(subject);
  const answer = await fetch(`${server.url}/test/jobs`, { method: 'POST' });
  expect(answer.status).toBe(204);
  const mail = await portal.mailTo(follower);
  expect(mail).toContain(subject);
  expect(mail).toContain('Bring your paper.');
});

test('members and papers of a subgroup stand on pages of their own', async ({ portal }) => {
  await portal.open('/subgroups/sg-rnp');
  await portal.follow('All members');
  await expect(portal.page).toHaveURL(/\/subgroups\/sg-rnp\/members$/);
  await portal.checkPage();
  await portal.open('/subgroups/sg-rnp');
  await portal.follow('All papers');
  await expect(portal.page).toHaveURL(/\/subgroups\/sg-rnp\/papers$/);
  expect((await portal.links('/papers/')).length).toBeGreaterThan(0);
  await portal.checkPage();
});
