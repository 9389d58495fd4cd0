// A handler at the pages, in a real Chromium without a screen: signs in, takes next, answers with a file, finishes.
import type { Browser, Page } from 'playwright-core'
import { chromiumPath, openBrowser } from '../../browser/browser.ts'

export const whyNoChromium = (): string | null => (chromiumPath === null ? 'not installed: Chromium' : null)

export interface Handler {
  readonly page: Page
  signIn(email: string, password: string): Promise<void>
  /** Takes the piece of work that comes next; answers when its case is on screen. */
  takeNext(): Promise<void>
  /** Opens a case by the title it has in the list of one's own. */
  open(matter: string): Promise<void>
  /** Writes and sends the final answer, with what was found. */
  finish(answer: FinalAnswer): Promise<void>
  leave(): Promise<void>
}

export interface FinalAnswer {
  readonly text: string
  readonly finding: 'Founded' | 'Partly founded'
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
}

export async function openHandler(url: string): Promise<Handler> {
  const browser = await openBrowser()
  try {
    return await atDesk(browser, url)
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function atDesk(browser: Browser, url: string): Promise<Handler> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  return {
    page,
    signIn: async (email, password) => {
      await page.goto(`${url}/sign-in`)
      await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
      await page.getByRole('textbox', { name: 'Password' }).fill(password)
      await button('Sign in').click()
      await button('Take next').waitFor()
    },
    takeNext: async () => {
      await button('Take next').click()
      await page.locator('#reply').waitFor()
    },
    open: async (matter) => {
      await page.goto(url)
      await page
        .getByRole('link', { name: new RegExp(matter) })
        .first()
        .click()
      await page.locator('#reply').waitFor()
    },
    finish: async ({ text, finding, file }) => {
      await page.getByRole('group', { name: 'What can be done' }).getByRole('button', { name: 'Finish' }).click()
      await page.locator('#reply').fill(text)
      if (file !== undefined) {
        await page.locator('input[type=file]').setInputFiles(file)
        await button(`Remove ${file.name}`).waitFor()
      }
      await page.getByRole('radio', { name: finding, exact: true }).check()
      const [answered] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/answer')),
        button('Send final answer').click(),
      ])
      if (!answered.ok()) throw new Error(`The answer was not taken: ${await answered.text()}`)
    },
    leave: () => browser.close(),
  }
}
