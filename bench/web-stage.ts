// What the figures of web stand on: the filled desk of intake, and a Chromium in which somebody is signed in.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromiumPath, openBrowser } from '../tests/browser/browser.ts'
import type { Signed } from './desk/found-desk.ts'
import type { BenchOptions, Measured, Skipped } from './figure.ts'
import { openStage, type Stage } from './stage.ts'

export interface WebStage extends Stage {
  /** Null where there is no Chromium. */
  browser(): Promise<Browser | null>
}

export async function openWebStage(options: BenchOptions) {
  const stage = await openStage(options)
  let browser: Browser | null = null
  return {
    ...stage,
    browser: async () => {
      if (chromiumPath === null) return null
      browser ??= await openBrowser()
      return browser
    },
    facts: () => [...stage.facts(), `chromium ${browser?.version() ?? 'not asked'}`],
    close: async () => {
      await browser?.close()
      await stage.close()
    },
  }
}

/** Measures in a browser, or skips the figures with a word where there is none. */
export async function inBrowser(
  stage: WebStage,
  figures: readonly string[],
  measure: (browser: Browser) => Promise<readonly Measured[]>,
): Promise<readonly (Measured | Skipped)[]> {
  const browser = await stage.browser()
  if (browser) return measure(browser)
  return figures.map((figure) => ({ figure, skipped: 'there is no Chromium here; AMENDS_CHROMIUM says where it is' }))
}

/** A page of somebody with an empty cache of their own; nobody signed in where `who` is null. Close its context when done. */
export async function seatOf(browser: Browser, who: Signed | null, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options })
  const [name = '', value = ''] = who?.cookie.split('=') ?? []
  if (who) await context.addCookies([{ name, value, url: 'http://127.0.0.1' }])
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return page
}

/** Waits until a page has its title and nothing of it is still loading. */
export async function untilShown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}
