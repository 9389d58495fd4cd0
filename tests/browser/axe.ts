// Asks axe-core about a page as it stands, in light and in dark.
import axe from 'axe-core'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** All that depends on the scheme: nothing else of a page is other in the dark. */
const aboutColours = axe
  .getRules(tags)
  .filter((rule) => rule.tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId)

const asked = {
  dark: { type: 'rule', values: aboutColours },
  light: { type: 'tag', values: tags },
} as const

/** Expects no violation of WCAG 2.2 A and AA nor of axe's best practices, in both schemes, and nothing wider than the window. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(settled)
    const violations = await violationsOf(page, asked[colorScheme])
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `${place}, ${colorScheme}`).toEqual([])
  }
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  expect(tooWide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** Put into a document once, axe-core runs there. Frames are left out: what they show is mail of customers, without scripts, and so without axe. */
async function violationsOf(page: Page, runOnly: axe.RunOnly): Promise<readonly axe.Result[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false })
  return page.evaluate<axe.Result[]>(`axe.run(${options}).then(({ violations }) => violations)`)
}

/** The scheme has come to the whole page: drawn anew, and whatever fades to it has faded. */
const settled = `(async () => {
  for (let drawn = 0; drawn < 2; drawn++) await new Promise((resolve) => requestAnimationFrame(resolve))
  const fading = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
  await Promise.all(fading.map((one) => one.finished.catch(() => undefined)))
})()`
