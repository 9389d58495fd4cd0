// How soon a page answers a hand: the session of a handler in a real browser, each click and key timed by the browser itself (Event Timing API).
import type { Page } from 'playwright-core'
import { handlerAddress } from '../seed/fill-desk.ts'
import { signIn } from '../desk/found-desk.ts'
import { makeClient } from '../desk/keep-alive-client.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { makeComplaints } from '../load/complaints.ts'
import { sendOne } from '../load/send-complaints.ts'
import type { Running } from '../stage.ts'
import { inBrowser, seatOf, untilShown, type WebStage } from '../web-stage.ts'
import { untilDrained } from './drained.ts'

const figure: Figure = {
  ...{ name: 'interaction_p75_ms', unit: 'ms', target: 100, want: 'at most' },
  about:
    'from a click or key to the next picture, the longest event of each, over the session of a handler; 75th percentile',
}
const rounds = 10
/** The browser tells of no event that took less. */
const leastMs = 16

interface Noted {
  /** By interaction, the longest of its events in milliseconds. */
  readonly took: Readonly<Record<string, number>>
  readonly count: number
}

/** Runs in the page. `interactionCount` also counts those that were over too soon to be told of. */
const notes = `
  globalThis.noted = {}
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) noted[interactionId] = Math.max(noted[interactionId] ?? 0, duration)
  }).observe({ type: 'event', durationThreshold: ${String(leastMs)}, buffered: true })`

export const interactions: Measurement<WebStage> = {
  figures: [figure],
  measure: (stage) =>
    inBrowser(stage, [figure.name], async (browser) => {
      const desk = await stage.desk()
      await oneForEachRound(stage, desk)
      await untilDrained(desk.inside)
      const page = await seatOf(browser, await signIn(desk.process.port, handlerAddress(1)))
      try {
        await page.addInitScript(notes)
        await page.goto(`http://127.0.0.1:${String(desk.process.port)}/`)
        await untilShown(page)
        for (let round = 0; round < rounds; round++) await workOnce(page)
        const { took, count } = await page.evaluate<Noted>(
          'new Promise((done) => setTimeout(() => done({ took: noted, count: performance.interactionCount ?? 0 }), 500))',
        )
        const told = Object.values(took)
        const short = Math.max(0, count - told.length)
        const all = [...told, ...Array.from({ length: short }, () => leastMs)]
        stage.options.say(
          `  ${String(all.length)} interactions, ${String(short)} under ${String(leastMs)} ms, the worst ${String(Math.max(...all))} ms`,
        )
        return [{ figure: figure.name, value: percentile(all, 0.75), n: all.length }]
      } finally {
        await page.context().close()
      }
    }),
}

/** So that there is a next case to take in every round, however small the desk is. */
async function oneForEachRound(stage: WebStage, { process, key }: Running): Promise<void> {
  const next = makeComplaints(stage.name('taken'))
  const client = makeClient(process.port)
  for (let round = 0; round < rounds; round++) await sendOne(client, { port: process.port, key }, next())
  client.close()
}

/** One round: take the next case, write in it, open and leave a form, another case from the desk, the search, the register by another filter. */
async function workOnce(page: Page): Promise<void> {
  const { keyboard } = page
  const rail = page.getByRole('navigation', { name: 'Places' })
  const reply = page.locator('#reply')
  await page.locator('.take-next button:enabled').waitFor()
  await keyboard.press('n')
  await reply.waitFor()
  await reply.click()
  await keyboard.type('Dear', { delay: 30 })
  await keyboard.press('Control+a')
  await keyboard.press('Backspace')
  await keyboard.press('Escape')
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await keyboard.press('h')
  await page.getByRole('button', { name: 'Not now' }).click()
  await rail.getByRole('link', { name: /^Desk/ }).click()
  await page.locator('a.case-line').first().click()
  await page.locator('.case-head').waitFor()
  await keyboard.press('/')
  await keyboard.type('kel', { delay: 60 })
  await page.locator('.found:visible').first().waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Escape')
  await rail.getByRole('link', { name: 'Register' }).click()
  await page.locator('a.register-line').first().waitFor()
  for (const order of ['Next due first', 'Newest first']) {
    await page.getByRole('button', { name: order }).click()
    await page.locator('section[aria-busy=false]').waitFor()
  }
  await page.getByRole('button', { name: /^State/ }).click()
  await keyboard.press('Escape')
  await keyboard.press('j')
  await keyboard.press('j')
  await rail.getByRole('link', { name: /^Desk/ }).click()
}
