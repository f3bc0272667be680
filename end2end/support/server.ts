// Starts the server of the tests: the real router on a fresh demonstration database, with a clock that only tests move.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the clock of a new server stands. */
export const START = '2026-11-24T09:00:00Z';

const root = path.join(import.meta.dirname, '../..');
const program = path.resolve(
  path.join(import.meta.dirname, '..'),
  process.env['OPENFLOOR_E2E_SERVER'] ?? '../target/debug/examples/e2e_server',
);

export class Server {
  /** What tests have found out about this server's data and others may use: addresses of pages, for example. */
  readonly known = new Map<string, unknown>();

  private constructor(
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(): Promise<Server> {
    if (!existsSync(program)) throw new Error(`${program} is missing; build it with: cargo build -p server --example e2e_server`);
    const folder = await mkdtemp(path.join(tmpdir(), 'openfloor-e2e-'));
    const child = spawn(program, ['--listen', '127.0.0.1:0', '--dir', folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the test server did not start within 20 s:\n${said}`)), 20_000);
      const listen = (bytes: Buffer): void => {
        said = (said + bytes.toString()).slice(-10_000);
        const line = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said);
        if (line?.[1] !== undefined) resolve(line[1]);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the test server ended with ${code}:\n${said}`)));
      void gone.then(() => clearTimeout(timer));
    }).catch((error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    });
    return new Server(url, async () => {
      child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(forced);
      await rm(folder, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.end();
  }

  async now(): Promise<Date> {
    return this.clock(await fetch(`${this.url}/test/clock`));
  }

  async setClock(to: { now: string } | { advance_seconds: number }): Promise<Date> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(to) };
    return this.clock(await fetch(`${this.url}/test/clock`, init));
  }

  /** Puts so many papers into the queue of the whole body. */
  async fillQueue(count: number): Promise<void> {
    const answer = await fetch(`${this.url}/test/papers`, { method: 'POST', body: String(count) });
    if (!answer.ok) throw new Error(`/test/papers answered ${String(answer.status)}`);
  }

  private async clock(answer: Response): Promise<Date> {
    if (!answer.ok) throw new Error(`/test/clock answered ${answer.status}: ${await answer.text()}`);
    const { now } = (await answer.json()) as { now: string };
    return new Date(now);
  }
}
