// The server's clock and the browser's, moved together.
import type { BrowserContext } from '@playwright/test';
import type { Server } from './server.ts';

export class Clock {
  constructor(
    private readonly server: Server,
    private readonly context: BrowserContext,
    private readonly javaScript: boolean,
  ) {}

  now(): Promise<Date> {
    return this.server.now();
  }

  async set(instant: Date): Promise<void> {
    await this.server.setClock({ now: instant.toISOString() });
    await this.follow();
  }

  async advance(seconds: number): Promise<void> {
    await this.server.setClock({ advance_seconds: seconds });
    await this.follow();
  }

  /** The browser's clock shows what the server's does, and stands still like it. Timers run on. */
  async follow(): Promise<void> {
    if (this.javaScript) await this.context.clock.setFixedTime(await this.now());
  }
}
