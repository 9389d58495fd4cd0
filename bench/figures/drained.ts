// Waits until the desk has read everything it holds, done everything that follows, and sent every letter.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Inside } from '../desk/inside.sql.ts'

const mostMs = 600_000

/** @throws after ten minutes, saying what is left */
export async function untilDrained(inside: Inside): Promise<void> {
  const until = performance.now() + mostMs
  for (;;) {
    const [backlog, unsent] = [await inside.backlog(), await inside.unsent()]
    if (backlog + unsent === 0) return
    if (performance.now() > until)
      throw new Error(
        `after ten minutes the desk still had ${String(backlog)} messages or jobs and ${String(unsent)} letters before it, so nothing quiet could be measured`,
      )
    await sleep(200)
  }
}
