// What a receipt is worth: its holder keeps the file, anyone checks it on the portal and without it, and a changed letter is found.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

test('a receipt is kept, checked here, checked elsewhere, and a changed letter is found', async ({ portal }) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'openfloor-receipt-'));
  const put = (name: string, bytes: Buffer | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const get = async (path: string): Promise<Buffer> => (await portal.page.request.get(path)).body();
  const person = await portal.newMember();
  await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  await submitPaper(portal);
  const number = (await portal.main.locator('.receipt__number').innerText()).trim();

  const receipt = await test.step('the holder downloads the signed receipt', async () => {
    const download = portal.page.waitForEvent('download');
    await portal.main.getByRole('link', { name: portal.say('Download the signed receipt') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${number}.json`);
    return put('receipt.json', readFileSync(await file.path()));
  });

  await test.step('the button beside it checks it', async () => {
    await portal.press('Check this receipt');
    await portal.sees(portal.part('This receipt is genuine'));
    await portal.sees(number);
    await portal.sees(person.organisation);
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('anyone uploads the file, without an account', async () => {
    await portal.open('/');
    await portal.page.getByRole('contentinfo').getByRole('link', { name: portal.say('Check a receipt') }).click();
    await portal.field('Or choose the receipt file').setInputFiles(receipt);
    await portal.press('Check receipt');
    await portal.sees(portal.part('This receipt is genuine'));
  });

  await test.step('with one letter changed it cannot be confirmed, and what was pasted stays', async () => {
    const changed = readFileSync(receipt, 'utf8').replace(person.organisation, person.organisation.toUpperCase());
    await portal.fill('Receipt', changed);
    await portal.press('Check receipt');
    await portal.sees(portal.part('This receipt cannot be confirmed'));
    await expect(portal.field('Receipt')).toHaveValue(new RegExp(number));
    await portal.checkPage();
    await portal.open('/verify');
    await portal.press('Check receipt');
    await portal.sees(portal.part('Paste a receipt, or choose a file.'));
  });

  await test.step('the log has its line, and tells nobody whose it is', async () => {
    await portal.open('/log');
    await expect(portal.main.locator('tbody tr').first()).toBeVisible();
    await expect(portal.main).not.toContainText(person.organisation);
    await portal.checkPage();
  });

  await test.step('a checker that shares nothing with the portal agrees', async () => {
    const keys = put('keys.json', await get('/.well-known/openfloor-keys.json'));
    // The head first: what is submitted between the two stands after it.
    const head = put('head.json', await get('/log/head.json'));
    const log = put('log.jsonl', await get('/log/lines.jsonl'));
    const check = (file: string): string => execFileSync('node', ['tools/check-receipt.mjs', file, keys, log, head], { encoding: 'utf8' });
    expect(check(receipt)).toContain(`${number}: genuine. accepted`);
    const forged = put('forged.json', readFileSync(receipt, 'utf8').replace('"accepted"', '"refused"'));
    const cut = readFileSync(log, 'utf8').split('\n').slice(0, -2).join('\n');
    const short = put('cut.jsonl', cut);
    expect(() => execFileSync('node', ['tools/check-receipt.mjs', receipt, keys, short, head], { encoding: 'utf8' })).toThrow(/the lines end before it/);
    expect(() => check(forged)).toThrow(/does not belong to these words/);
  });
  rmSync(folder, { recursive: true });
});
