// A stakeholder, from registering to the receipt, and a comment.
import { createHash } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import { aComment, aPaper, draftPaper, fillPaper, findRound, paragraph, sendComment } from '../support/input.ts';
import { somebody } from '../support/portal.ts';

test('registers, confirms, joins, writes, leaves, comes back, checks, submits, and comments', async ({ portal }) => {
  test.slow();
  const person = await test.step('registers', () => portal.register());

  await test.step('confirms the address by the code of the mail', () => portal.confirm(person));

  await test.step('joins a subgroup', () => portal.join('sg-rnp'));

  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const words = aPaper();
  const id = await test.step('writes a paper and saves it', () => draftPaper(portal, round, words));

  await test.step('leaves and comes back by the desk: everything is there', async () => {
    await portal.signOut();
    await portal.signIn(person);
    await portal.open('/desk');
    await portal.sees(words.title);
    await portal.open(`/papers/${id}/edit`);
    await expect(portal.field('Title')).toHaveValue(words.title);
    await expect(portal.field('Text')).toHaveValue(words.text);
    const preview = portal.main.locator('details.preview');
    await preview.locator('summary').click();
    await expect(preview.getByRole('heading', { name: 'What we ask for' })).toBeVisible();
    await expect(preview).toContainText('Délai, مهلة, 期限.');
  });

  await test.step('checks what will be submitted', async () => {
    await portal.press('Check before submitting');
    await expect(portal.page).toHaveURL(new RegExp(`/papers/${id}/submit$`));
    await portal.sees(words.title);
    await portal.sees('Délai, مهلة, 期限.');
    await expect(portal.button('Submit paper')).toBeVisible();
  });

  await test.step('submits, and gets a receipt', async () => {
    await portal.press('Submit paper');
    await expect(portal.page).toHaveURL(new RegExp(`/papers/${id}/receipt$`));
    await portal.sees(/STK-[A-Z0-9-]+-\d{4}/);
    await portal.sees(/UTC/);
    const sha = /[0-9a-f]{64}/.exec(await portal.main.innerText())?.[0];
    const [content] = await portal.links('/content.json');
    const bytes = await (await portal.page.request.get(content ?? '')).body();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha);
    expect(await portal.mailTo(person)).toContain(sha);
  });

  await test.step('the desk says that it is submitted', async () => {
    await portal.open('/desk');
    await portal.sees(words.title);
    await portal.sees(portal.part('Submitted'));
  });

  await test.step('comments on one paragraph', async () => {
    await portal.open(await paragraph(portal));
    const comment = aComment();
    await sendComment(portal, comment);
    await portal.sees(/[0-9a-f]{64}/);
    await portal.open('/desk');
    await expect(portal.main.locator('a[href*="/comments/"]').first()).toBeVisible();
  });
});

test('confirms by the link of the mail too', async ({ portal }) => {
  const person = await portal.register();
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec(await portal.mailTo(person))?.[0] ?? '';
  await portal.page.goto(new URL(link).pathname);
  // No GET writes: the page of the link may ask for one press.
  if ((await portal.button('Confirm').count()) > 0) await portal.press('Confirm');
  await portal.open('/desk');
  await portal.seesNot(portal.part('Confirm your e-mail address'));
});

test('writes unconfirmed, but cannot submit, and is told why', async ({ portal }) => {
  await portal.register();
  await portal.join('sg-rnp');
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const words = aPaper();
  await draftPaper(portal, round, words);
  await portal.press('Check before submitting');
  await portal.sees(portal.part('Confirm your e-mail address'));
  await expect(portal.button('Submit paper')).toHaveCount(0);
});

test('enters a wrong code and is told so', async ({ portal }) => {
  const person = await portal.register();
  const right = /(?<!\d)\d{6}(?!\d)/.exec(await portal.mailTo(person))?.[0];
  await portal.open('/confirm');
  await portal.fill('Code', right === '123456' ? '654321' : '123456');
  await portal.press('Confirm');
  await portal.sees(portal.sentence('fault-wrong-code'));
  await portal.confirm(person);
});

test('registers with an address that is taken: everything typed is kept, but the password', async ({ portal }) => {
  const person = { ...somebody(), email: 'business@demo.example' };
  await portal.open('/register');
  await portal.fill('Email', person.email);
  await portal.fill('Full name', person.fullName);
  await portal.fill('Password', person.password);
  await portal.fill('Organisation name', person.organisation);
  await portal.choose('Stakeholder type', 'Academia');
  await portal.choose('Region', 'GRULAC');
  await portal.press('Register');
  await expect(portal.page.getByRole('alert')).toBeVisible();
  await expect(portal.field('Full name')).toHaveValue(person.fullName);
  await expect(portal.field('Organisation name')).toHaveValue(person.organisation);
  await expect(portal.field('Stakeholder type')).toHaveValue('academia');
  await expect(portal.field('Password')).toHaveValue('');
  // The summary leads to the field.
  await portal.page.getByRole('alert').getByRole('link').first().click();
  await expect(portal.field('Email')).toBeFocused();
});

test('has the paper open in two windows: nothing is overwritten silently', async ({ portal }) => {
  const round = await (async () => {
    await portal.newMember();
    return findRound(portal, 'papers', ['open', 'soon']);
  })();
  const words = aPaper();
  const id = await draftPaper(portal, round, words);
  const other = await portal.page.context().newPage();
  await other.goto(portal.at(`/papers/${id}/edit`));
  await fillPaper(portal, { ...words, text: 'Written in the first window.' });
  await portal.press('Save draft');
  await expect(portal.field('Text')).toHaveValue('Written in the first window.');
  await other.getByLabel(portal.say('Text')).and(other.locator('textarea')).fill('Written in the second window.');
  await other.getByRole('button', { name: portal.say('Save draft') }).click();
  const main = other.getByRole('main');
  await expect(main).toContainText(portal.part('This draft was changed elsewhere'));
  await expect(main).toContainText('Written in the first window.');
  await expect(other.locator('body')).toContainText('Written in the second window.');
  await other.close();
});
