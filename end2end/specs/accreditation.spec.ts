// A new member applies for accreditation; the secretariat sends it back, then circulates it; the chair puts an objection down and lifts it;
// the secretariat accredits, and it stands beside the name.
import { expect, test } from '../fixtures.ts';
import { findRound } from '../support/input.ts';

test('an organisation applies and is accredited', async ({ portal }) => {
  test.slow();
  const person = await portal.newMember();
  const round = await findRound(portal, 'accreditation', ['open', 'soon']);
  await portal.open(round.path);
  await portal.follow('Apply for accreditation');
  await portal.checkPage();
  let application = '';

  await test.step('what is missing is said, and nothing typed is lost', async () => {
    await portal.choose('ECOSOC consultative status', 'None');
    await portal.fill('Purpose', 'Safe </textarea><script>alert(1)</script> networks');
    await portal.press('Apply for accreditation');
    await expect(portal.main.locator('.error-summary li')).toHaveCount(1);
    await expect(portal.field('Purpose')).toHaveValue('Safe </textarea><script>alert(1)</script> networks');
    await portal.checkPage();
  });

  await test.step('applied, and on the desk', async () => {
    await portal.fill('Programmes and activities', 'Training');
    await portal.press('Apply for accreditation');
    await portal.sees(portal.part('Interest expressed'));
    await portal.checkPage();
    await portal.open('/desk');
    await portal.sees(portal.part('Interest expressed'));
    await portal.signOut();
  });

  await test.step('the secretariat sends it back with a reason', async () => {
    await portal.signIn('secretariat');
    await portal.open('/desk');
    await portal.follow('Applications for accreditation');
    await portal.checkPage();
    await portal.main.getByRole('link', { name: person.organisation }).click();
    await portal.sees('Training');
    application = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
    await portal.press('Return for completion');
    await expect(portal.main.locator('.error-summary li')).toHaveCount(1);
    await portal.checkPage();
    await portal.fill('Reason', 'Please say more of the training.');
    await portal.press('Return for completion');
    await portal.sees(portal.part('Returned for completion'));
    await portal.signOut();
  });

  await test.step('the organisation completes it', async () => {
    await portal.signIn(person);
    await portal.open(`${round.path}/apply`);
    await portal.sees('Please say more of the training.');
    await portal.fill('Programmes and activities', 'Training of two hundred technicians a year');
    await portal.press('Save the change');
    await portal.sees(portal.part('Interest expressed'));
    await portal.signOut();
  });

  await test.step('circulated from the list', async () => {
    await portal.signIn('secretariat');
    await portal.open(`${round.path}/applications?status=interest_expressed`);
    await portal.main.locator('li.row').filter({ hasText: person.organisation }).getByRole('checkbox').check();
    await portal.press('Circulate to Member States');
    await portal.open(application);
    await portal.sees(portal.part('Circulated to Member States'));
    await portal.signOut();
  });

  await test.step('the chair puts an objection down and lifts it', async () => {
    await portal.signIn('chair');
    await portal.open(application);
    await portal.fill('Objecting State', 'Invented State');
    await portal.fill('Reason for the organisation', 'A Member State objects.');
    await portal.press('Put down the objection');
    await portal.sees('Invented State');
    await portal.sees(portal.part('Not accredited'));
    await portal.checkPage();
    await portal.fill('Reason', 'It was withdrawn.');
    await portal.press('The objection no longer stands');
    await expect(portal.main.locator('.page-head .status')).toHaveText(portal.part('Circulated to Member States'));
    await portal.signOut();
  });

  await test.step('accredited, and everybody sees it', async () => {
    await portal.signIn('secretariat');
    await portal.open(application);
    await expect(portal.main).not.toContainText('Invented State');
    await portal.press('Accredit');
    await portal.sees(portal.part('Accredited'));
    await portal.signOut();
    await portal.open(round.path);
    await expect(portal.main.locator('#accredited')).toContainText(person.organisation);
    await portal.checkPage();
    await portal.main.locator('#accredited').getByRole('link', { name: person.organisation }).click();
    await portal.sees(portal.part('Accredited'));
    await portal.checkPage();
  });
});
