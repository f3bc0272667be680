// A new member asks to speak and changes what was said; the chair puts the list in order; everybody reads the order; the member leaves.
import { expect, test } from '../fixtures.ts';
import { findRound } from '../support/input.ts';

test('a member asks to speak and the chair orders the list', async ({ portal }) => {
  test.slow();
  const person = await portal.newMember();
  const round = await findRound(portal, 'speakers', ['open', 'soon']);
  await portal.open(round.path);
  await portal.follow('Ask to speak');
  await portal.checkPage();

  await test.step('what is missing is said, and nothing typed is lost', async () => {
    await portal.fill('Speaker', 'Amina </textarea><script>alert(1)</script> Diallo');
    await portal.press('Ask to speak');
    await expect(portal.main.locator('.error-summary li')).toHaveCount(1);
    await expect(portal.field('Speaker')).toHaveValue('Amina </textarea><script>alert(1)</script> Diallo');
    await portal.checkPage();
  });

  await test.step('asked, changed, on the desk', async () => {
    await portal.fill('Speaker', 'Amina Diallo');
    await portal.fill('Subject', 'Small networks');
    await portal.press('Ask to speak');
    await portal.sees(portal.part('Your organisation is on the list of speakers'));
    await portal.checkPage();
    await portal.fill('Subject', 'Very small networks');
    await portal.press('Save the change');
    await expect(portal.main.locator('.facts')).toContainText('Very small networks');
    await portal.open('/desk');
    await portal.sees('Amina Diallo');
    await portal.signOut();
  });

  await test.step('the chair puts the newest request first', async () => {
    await portal.signIn('chair');
    await portal.open('/desk');
    await portal.follow('List with names and subjects');
    await portal.checkPage();
    const row = portal.main.locator('li.row').filter({ hasText: person.organisation }).first();
    await expect(row).toContainText('Very small networks');
    await row.getByRole('textbox').fill('0');
    await portal.press('Save the order');
    await expect(portal.main.locator('.error-summary li')).toHaveCount(1);
    await expect(row.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    await portal.checkPage();
    // The lowest number of all, wherever others of these tests have put theirs: equal ones stay in the order they stand in.
    for (const other of await portal.main.getByRole('textbox').all()) await other.fill('');
    await row.getByRole('textbox').fill('1');
    await portal.press('Save the order');
    await expect(portal.main.locator('li.row').first()).toContainText(person.organisation);
    await portal.signOut();
  });

  await test.step('everybody reads the order, and not what was said', async () => {
    await portal.open(round.path);
    // An organisation that is not approved yet stands in the count alone.
    await portal.checkPage();
    await expect(portal.main).not.toContainText('Very small networks');
  });

  await test.step('taken back', async () => {
    await portal.signIn(person);
    await portal.open(`${round.path}/speak`);
    await portal.press('Take our speaker off the list');
    await portal.sees(portal.part('Your speaker'));
    await expect(portal.main).not.toContainText('Amina Diallo');
  });
});

test('a request that comes a second late is refused, and nothing typed is lost', async ({ portal, clock }) => {
  test.slow();
  const person = await portal.newMember();
  const round = await findRound(portal, 'speakers', ['open', 'soon']);
  await portal.signOut();
  // The session of weeks ago would have ended.
  await clock.set(new Date(round.closes.getTime() - 60_000));
  await portal.signIn(person);
  await portal.open(`${round.path}/speak`);
  await portal.fill('Speaker', 'Amina Diallo');
  await portal.fill('Subject', 'Small networks');
  await clock.set(new Date(round.closes.getTime() + 1000));
  await portal.press('Ask to speak');
  await portal.sees(portal.sentence('speak-closed'));
  await expect(portal.field('Speaker')).toHaveValue('Amina Diallo');
  await expect(portal.field('Subject')).toHaveValue('Small networks');
  await portal.checkPage();
  await portal.open(round.path);
  await portal.seesNot(person.organisation);
  await portal.seesNot('Small networks');
});
