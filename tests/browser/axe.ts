// Asks axe-core about a page as it stands, in light and in dark.
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Expects no violation of WCAG 2.2 A and AA nor of axe's best practices, in both schemes, and nothing wider than the window. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    expect(found, `${place}, ${colorScheme}`).toEqual([])
  }
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  expect(tooWide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
}
