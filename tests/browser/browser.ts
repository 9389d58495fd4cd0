// A real Chromium for tests: where it is, opening it, and people in it whose troubles (console, errors, policy reports) are collected.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../tools/find-browser.mjs'

/** Where Chromium is on this machine; null where it is not, and browser tests are skipped with a word. */
export const chromiumPath: string | null = findBrowser() ?? null

/** Opens Chromium. The sandbox of the browser itself is off: it does not work for root in a container. */
export function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('There is no Chromium here. Set AMENDS_CHROMIUM to where it is.')
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

export interface Person {
  readonly page: Page
  /** What the browser complained about: script errors, console errors, and reports of the page's policy. */
  readonly troubles: readonly string[]
  /** Every address asked for. */
  readonly requests: readonly string[]
  leave(): Promise<void>
}

/** Somebody with a browser of their own: no cookies shared with anybody else. */
export async function openPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  return { page, troubles, requests, leave: () => context.close() }
}

/** Presses *Take next* and waits for the case it leads to. Where that does not come, the error says what the page shows instead. */
export async function takeNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take next' }).click()
  try {
    await page.getByRole('textbox', { name: 'Reply' }).waitFor()
  } catch (error) {
    const shown = await page.locator('body').innerText()
    throw new Error(`${String(error)}\n${page.url()} shows:\n${shown}`, { cause: error })
  }
}
