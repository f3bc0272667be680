// Words that must not be public: the moderator sees what others would read before anything is done; the author is told, the public reads a
// mark, and it is taken back.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

test('redacts the name of a private person; the author is told; the words are shown again', async ({ portal }) => {
  test.slow();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const name = 'Qorvax Zimpel';
  const words = aPaper();
  const paper = { ...words, text: `${words.text}\n\nCall **${name}** at home: +254 700 555 010.` };
  const id = await draftPaper(portal, round, paper);
  await submitPaper(portal);
  await portal.signOut();
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation/papers/${id}`);

  await test.step('what stands nowhere cannot be redacted, and nothing typed is lost', async () => {
    await portal.follow('Redact words');
    await portal.checkPage();
    await portal.fill('Words to redact', `${name}\nQorvax Nobody`);
    await portal.chooseValue('Reason', 'personal_data');
    await portal.press('Show what others would read');
    await expect(portal.page.locator('.error-summary')).toBeFocused();
    await portal.sees(portal.sentence('fault-passage-not-there'));
    await expect(portal.field('Words to redact')).toHaveValue(`${name}\nQorvax Nobody`);
    await portal.checkPage();
  });

  await test.step('what others would read is shown before it is done', async () => {
    await portal.fill('Words to redact', `${name}\n+254 700 555 010`);
    await portal.press('Show what others would read');
    await expect(portal.page.locator('#shown')).toContainText('███');
    await expect(portal.page.locator('#shown')).not.toContainText('Qorvax');
    await portal.checkPage();
    await portal.press('Redact these words');
    await portal.sees(portal.sentence('redact-done'));
    await portal.sees(name);
    await portal.press('Accept');
    await portal.signOut();
  });

  await test.step('the public reads a mark and the reason', async () => {
    await portal.open(`/papers/${id}`);
    await portal.sees('███');
    await portal.seesNot('Qorvax');
    await portal.seesNot('555 010');
    await portal.sees(portal.sentence('reason-code-personal-data'));
    await portal.checkPage();
  });

  await test.step('the author reads what was written, and which words others do not', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${id}`);
    await portal.sees(name);
    await portal.sees(portal.sentence('redacted-known'));
    await portal.follow('Appeal against this decision');
    await portal.sees(portal.sentence('appeal-what-redaction'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('it is taken back', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open(`/moderation/papers/${id}`);
    // The newest act is the acceptance; the redaction says itself which one it is.
    await portal.page.locator('.notice').getByRole('link', { name: portal.say('Read this decision') }).first().click();
    await portal.fill('Why', 'It is their public name.');
    await portal.press('Show these words again');
    await portal.seesNot(portal.sentence('redacted-known'));
    await portal.signOut();
    await portal.open(`/papers/${id}`);
    await portal.sees(name);
    await portal.seesNot('███');
  });
});
