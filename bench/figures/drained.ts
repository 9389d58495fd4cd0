// Waits until the desk has read everything it holds and done everything that follows.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Inside } from '../desk/inside.sql.ts'

/** @throws after ten minutes */
export async function untilDrained(inside: Inside): Promise<void> {
  const until = performance.now() + 600_000
  while ((await inside.backlog()) > 0) {
    if (performance.now() > until) throw new Error('the desk has not read everything after ten minutes')
    await sleep(200)
  }
}
