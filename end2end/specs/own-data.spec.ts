// One's own data: the name and the language of mails corrected, everything downloaded, the account deleted; what was published stays.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { aPaper, acceptedPaper } from '../support/input.ts';
import type { Person, Portal } from '../support/portal.ts';

/** Somebody whose paper is public; signed in. */
async function published(portal: Portal): Promise<[Person, string]> {
  const person = await portal.newMember();
  const id = await acceptedPaper(portal, aPaper());
  await portal.signIn(person);
  return [person, id];
}

test('corrects the own name and the language of mails', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.open('/account');
  await portal.follow('Name and language');
  await portal.checkPage();
  await portal.fill('Full name', '');
  await portal.chooseValue('Language of mails', portal.language === 'ar' ? 'en' : 'ar');
  await portal.press('Save name and language');
  await expect(portal.page.locator('.error-summary')).toBeFocused();
  await expect(portal.field('Language of mails')).toHaveValue(portal.language === 'ar' ? 'en' : 'ar');
  await portal.checkPage();
  await portal.fill('Full name', `${person.fullName} Otieno`);
  await portal.press('Save name and language');
  await portal.sees(portal.sentence('details-changed'));
  await expect(portal.page.getByRole('banner')).toContainText(`${person.fullName} Otieno`);

  await test.step('the next mail is in the other language, whatever the page was in', async () => {
    await portal.open('/confirm');
    await portal.press('Send a new mail');
    // What only the page after it says: the page before it names the address too.
    await portal.sees(portal.sentence('confirm-sent-again'));
    expect(await portal.mailTo(person)).toMatch(portal.language === 'ar' ? /Dear/ : /تأكيد/);
  });

  await test.step('the secretariat finds the new name, and reads the one before', async () => {
    await portal.signOut();
    await portal.signIn('secretariat');
    await portal.open(`/secretariat/find?q=${encodeURIComponent(`${person.fullName} otieno`)}`);
    await portal.main.getByRole('link', { name: `${person.fullName} Otieno` }).first().click();
    await portal.sees(portal.sentence('person-file-names'));
    await portal.sees(`${person.fullName} ·`);
    await portal.checkPage();
  });
});

test('downloads everything, then deletes the account: the paper stays, without the name', async ({ portal }) => {
  test.slow();
  const [person, paper] = await published(portal);

  await test.step('a file with everything', async () => {
    await portal.open('/account');
    await portal.follow('My data');
    await portal.checkPage();
    const download = portal.page.waitForEvent('download');
    await portal.page.getByRole('button', { name: portal.say('Download my data') }).click();
    const bytes = await readFile(await (await download).path());
    // The names of the files of a ZIP stand in it in clear.
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('data.json')).toBe(true);
    expect(bytes.includes('STK-'), 'the receipt is in it, by its number').toBe(true);
  });

  await test.step('what goes, what stays, and that there is no way back is said before', async () => {
    for (const key of ['delete-what-goes', 'delete-what-stays', 'delete-drafts', 'delete-no-way-back']) await portal.sees(portal.sentence(key));
    await portal.fill('Your own email address', `not.${person.email}`);
    await portal.press('Delete my account');
    await expect(portal.page.locator('.error-summary')).toBeFocused();
    await portal.sees(portal.sentence('fault-not-your-email'));
    await expect(portal.field('Your own email address')).toHaveValue(`not.${person.email}`);
    await portal.checkPage();
    await portal.open('/account');
  });

  await test.step('deleted, signed out, and not to be signed in to', async () => {
    await portal.open('/account/data');
    await portal.fill('Your own email address', person.email);
    await portal.press('Delete my account');
    await portal.sees(portal.sentence('deleted-lede'));
    await expect(portal.button('Sign out')).toHaveCount(0);
    await portal.checkPage();
    await portal.isRefused('/account');
    await portal.open('/sign-in');
    await portal.fill('Email', person.email);
    await portal.fill('Password', person.password);
    await portal.press('Sign in');
    await portal.sees(portal.sentence('sign-in-wrong'));
  });

  await test.step('the paper is still public under the name of the organisation', async () => {
    await portal.open(`/papers/${paper}`);
    await portal.sees(person.organisation);
    await portal.seesNot(person.fullName);
    await portal.main.getByRole('link', { name: person.organisation }).first().click();
    await portal.sees(person.organisation);
    await portal.seesNot(person.fullName);
    await portal.seesNot(person.email);
  });
});
