// Those in office: the chair appoints a moderator with a term and ends it; the secretariat finds a person, sends the confirmation
// again, approves an organisation, removes a lost second factor and decides on a claim; the administrator sees who holds which office.
import { expect, test } from '../fixtures.ts';
import { accept, invite, ownOrganisation, row } from '../support/members.ts';
import { somebody, type Portal } from '../support/portal.ts';

/** The page that ends the office of somebody, from the list of offices. */
async function endOffice(portal: Portal, name: string, reason: string): Promise<void> {
  await portal.open('/bodies/oewg/offices');
  const row = portal.main.locator('li.row').filter({ hasText: name });
  await row.getByRole('link', { name: portal.say('End this office') }).first().click();
  await portal.fill('Reason', reason);
  await portal.press('End the office');
  await expect(portal.page).toHaveURL(/\/bodies\/oewg\/offices$/);
}

test('the chair appoints a moderator with a term, who sees the queue until the chair ends it', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.signOut();

  await test.step('a person who does not exist, and a moderator without a term, are refused; what was typed stays', async () => {
    await portal.signIn('chair');
    await portal.open('/bodies/oewg/offices');
    await portal.follow('Appoint somebody');
    await portal.fill('Email', `nobody.${person.email}`);
    await portal.choose('Office', /SG-LAW/);
    await portal.fill('Reason', 'Agreed by the bureau.');
    await portal.press('Appoint');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await expect(portal.field('Reason')).toHaveValue('Agreed by the bureau.');
  });

  await test.step('appointed, with a last day', async () => {
    await portal.fill('Last day', '2027-06-30');
    await portal.press('Appoint');
    await expect(portal.page.locator('.error-summary li')).toHaveCount(1);
    await portal.fill('Email', person.email);
    await portal.press('Appoint');
    await expect(portal.page).toHaveURL(/\/bodies\/oewg\/offices$/);
    await portal.sees(person.fullName);
    await portal.checkPage();
    expect(await portal.mailTo(person)).toContain('SG-LAW');
    await portal.signOut();
  });

  await test.step('everybody sees who moderates, and the moderator the queue', async () => {
    await portal.open('/subgroups/sg-law');
    await portal.sees(person.fullName);
    await portal.signIn(person);
    await portal.open('/moderation');
    await portal.sees('SG-LAW');
    await portal.signOut();
  });

  await test.step('the chair ends the office: the queue is gone, the history stays', async () => {
    await portal.signIn('chair');
    await endOffice(portal, person.fullName, 'Moved to another post.');
    await portal.sees('Moved to another post.');
    await portal.signOut();
    await portal.signIn(person);
    await portal.open('/moderation');
    await portal.seesNot('SG-LAW');
    await portal.open('/subgroups/sg-law');
    await portal.seesNot(person.fullName);
  });
});

test('the secretariat finds a person, sends the confirmation again, and approves their organisation', async ({ portal }) => {
  test.slow();
  const person = await portal.register(somebody());
  await portal.signOut();
  await portal.isRefused('/secretariat');
  await portal.signIn('secretariat');
  await portal.open('/secretariat');
  await portal.fill('Name or e-mail address', person.email.toUpperCase());
  await portal.press('Find');
  await portal.checkPage();
  await portal.main.getByRole('link', { name: person.fullName }).first().click();
  await portal.sees(portal.part('address NOT confirmed'));
  await portal.checkPage();
  await portal.press('Send the confirmation again');
  await portal.sees(portal.part('A new confirmation mail has been written.'));

  await test.step('the person confirms by the new mail', async () => {
    await portal.signOut();
    await portal.signIn(person);
    await portal.confirm(person);
    await portal.signOut();
  });

  await test.step('the organisation is approved and waits no more', async () => {
    await portal.signIn('secretariat');
    await portal.open(`/secretariat/find?q=${encodeURIComponent(person.organisation)}`);
    await portal.main.getByRole('link', { name: person.organisation }).first().click();
    await portal.checkPage();
    await portal.press('Decline organisation');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await portal.press('Approve organisation');
    await portal.sees(portal.part('Public'));
    await expect(portal.button('Approve organisation')).toHaveCount(0);
    expect(await portal.mailTo(person)).toContain(person.organisation);
  });
});

test('the administrator sees the offices of all bodies and appoints a second administrator', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.isRefused('/admin');
  await portal.signOut();
  await portal.signIn('admin');
  await portal.open('/admin');
  await portal.checkPage();
  await portal.follow('Appoint an administrator');
  await portal.fill('Email', person.email);
  await portal.fill('Reason', 'Two are safer than one.');
  await portal.checkPage();
  await portal.press('Appoint');
  await portal.sees(person.fullName);
});

test('the secretariat removes a lost second factor, and the password alone opens the account', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.open('/account/second-factor');
  await portal.setUpFactor(person.email);
  await portal.signOut();

  await test.step('from the file of the person, with a reason', async () => {
    await portal.signIn('secretariat');
    await portal.open(`/secretariat/find?q=${encodeURIComponent(person.email)}`);
    await portal.main.getByRole('link', { name: person.fullName }).first().click();
    await portal.checkPage();
    await portal.follow('Remove the lost second factor');
    await portal.sees(portal.part('All their browsers are signed out at once.'));
    await portal.checkPage();
    await portal.press('Remove second factor');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await portal.fill('Reason', 'Called back at the number of the organisation.');
    await portal.press('Remove second factor');
    await portal.sees(portal.part('The second factor is removed. The person is told by mail.'));
    await expect(portal.link('Remove the lost second factor')).toHaveCount(0);
    expect(await portal.mailTo(person)).toContain('Called back at the number of the organisation.');
    await portal.signOut();
  });

  await portal.signIn(person);
  await expect(portal.page).toHaveURL(/\/desk$/);
});

test('a claim on a contact point waits on the desk, and leads to where it is decided', async ({ portal, clock }) => {
  test.slow();
  const owner = await portal.newMember();
  const members = `${await ownOrganisation(portal)}/members`;
  const drafter = somebody();
  await accept(portal, await invite(portal, drafter.email), drafter);
  await portal.open(members);
  await portal.main.locator('summary').filter({ hasText: portal.part('The contact point has left') }).click();
  await portal.fill('Reason', 'She has moved to another post.');
  await portal.press('Claim contact point');
  await portal.signOut();

  await clock.advance(8 * 24 * 3600);
  await portal.signIn('secretariat');
  await portal.open('/secretariat');
  await portal.checkPage();
  await row(portal, owner.organisation).getByRole('link', { name: portal.say('Decide on this claim') }).click();
  await portal.checkPage();
  const claim = portal.main.locator('#claims li.row').first();
  await claim.getByLabel(portal.say('Reason')).first().fill('Nobody objected.');
  await portal.press('Confirm claim');
  await portal.sees(portal.part('confirmed by the secretariat'));
  await portal.open('/secretariat');
  await expect(portal.main.locator('#claims li.row').filter({ hasText: owner.organisation })).toHaveCount(0);
});

test('the end of a term stands on the desks of those concerned', async ({ portal, clock }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.signOut();
  const day = new Date((await clock.now()).getTime() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await portal.signIn('chair');
  await portal.open('/bodies/oewg/offices/new');
  await portal.fill('Email', person.email);
  await portal.choose('Office', /SG-CHI/);
  await portal.fill('Last day', day);
  await portal.fill('Reason', 'Agreed by the bureau.');
  await portal.press('Appoint');
  await portal.open('/desk');
  await expect(portal.main.locator('#terms')).toContainText(person.fullName);
  await portal.checkPage();
  await portal.signOut();
  await portal.signIn(person);
  await portal.open('/desk');
  await expect(portal.main.locator('#terms')).toContainText('SG-CHI');
  await portal.checkPage();
});
