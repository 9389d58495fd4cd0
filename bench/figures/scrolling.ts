// The register from its first line to its last by the wheel of a mouse: every page of it comes meanwhile, and none may make the browser stand still.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { handlerAddress } from '../seed/fill-desk.ts'
import { signIn } from '../desk/found-desk.ts'
import type { Figure, Measurement } from '../figure.ts'
import { inBrowser, seatOf, untilShown, type WebStage } from '../web-stage.ts'
import { untilDrained } from './drained.ts'

/** The browser calls no shorter task long. */
const leastMs = 50
const figure: Figure = {
  ...{ name: 'longest_task_ms', unit: 'ms', target: 50, want: 'at most' },
  about: `the longest task while somebody scrolls through every case in the register; ${String(leastMs)} where none was long`,
}
/** Ten notches of a wheel in one, as from a quick hand on a touchpad. */
const stepPixels = 1200
const mostMs = 30 * 60_000

interface Seen {
  readonly longest: number
  readonly count: number
}

const notes = `
  globalThis.seen = { longest: 0, count: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen = { longest: Math.max(seen.longest, duration), count: seen.count + 1 }
  }).observe({ type: 'longtask', buffered: false })`
const isAtEnd = `document.querySelector('.register-more button') === null &&
  (({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight > scrollHeight - 4)(document.querySelector('main'))`

export const scrolling: Measurement<WebStage> = {
  figures: [figure],
  measure: (stage) =>
    inBrowser(stage, [figure.name], async (browser) => {
      const desk = await stage.desk()
      await untilDrained(desk.inside)
      const page = await seatOf(browser, await signIn(desk.process.port, handlerAddress(1)))
      try {
        await page.goto(`http://127.0.0.1:${String(desk.process.port)}/register`)
        await page.locator('a.register-line').first().waitFor()
        await untilShown(page)
        await page.evaluate(notes)
        const began = performance.now()
        const turns = await scrollToEnd(page)
        const { longest, count } = await page.evaluate<Seen>('seen')
        const last = await page.locator('.register-table .register-number').last().innerText()
        const took = ((performance.now() - began) / 1000).toFixed(0)
        stage.options.say(
          `  down to ${last} in ${took} s; ${String(count)} tasks were longer than ${String(leastMs)} ms`,
        )
        return [{ figure: figure.name, value: Math.max(leastMs, longest), n: turns }]
      } finally {
        await page.context().close()
      }
    }),
}

/** Answers how often the wheel was turned. @throws where the end is not reached in half an hour */
async function scrollToEnd(page: Page): Promise<number> {
  await page.mouse.move(700, 600)
  const until = performance.now() + mostMs
  for (let turns = 1; performance.now() < until; turns++) {
    await page.mouse.wheel(0, stepPixels)
    await sleep(16)
    if (turns % 10 === 0 && (await page.evaluate<boolean>(isAtEnd))) return turns
  }
  throw new Error('the end of the register was not reached in half an hour')
}
