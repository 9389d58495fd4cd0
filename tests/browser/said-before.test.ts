// A reply that says what its reader has had before, in a real browser: it is shown while one writes, once more before it is sent, and never in the way.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

const told = 'The pump of your machine was blocked by a coin. Our workshop in Bremen has cleaned it.'
const all = `${told} It comes back to you by our own van on Thursday after six.`

// One working day: a test goes on with the case of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('said before (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    const write = (subject: string) =>
      company.mail({
        from: 'Marta Kowalczyk <marta@customer.example>',
        subject,
        text: 'It stands still. My order number is 48213.',
      })
    const lea = await company.invite('Lea Sommer', 'handler')
    const waiting = async () => (await company.ask<{ waiting: number }>(lea, 'GET', '/api/desk')).waiting === 1
    await write('My machine stands still')
    await vi.waitUntil(waiting, { timeout: 20_000, interval: 200 })
    const { caseId } = await company.ask<{ caseId: string }>(lea, 'POST', '/api/desk/take-next', {})
    const seen = () =>
      company.ask<{ version: number; acknowledgedAt: string | null }>(lea, 'GET', `/api/cases/${caseId}`)
    // The acknowledgement that arrives changes the case.
    await vi.waitUntil(async () => (await seen()).acknowledgedAt !== null, { timeout: 20_000, interval: 200 })
    const { version } = await seen()
    const answer = {
      version,
      text: `Dear Marta,\n\n${all}\n\nKind regards\nLea`,
      final: false,
      finding: null,
      fileIds: [],
    }
    await company.ask(lea, 'POST', `/api/cases/${caseId}/answer`, answer)
    await write('Still no coffee')
    await vi.waitUntil(waiting, { timeout: 20_000, interval: 200 })
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    ;({ page } = jonas)
    page.setDefaultTimeout(8000)
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByRole('heading', { level: 1, name: 'Still no coffee' }).waitFor()
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...jonas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const reply = () => page.getByRole('textbox', { name: 'Reply' })
  const noticed = () => page.getByRole('group', { name: 'What the desk noticed in this reply' })
  const answers = () => page.locator('.message-ours')

  test('while one writes it says from whom and when they had it, and what is new; the letter opens by keyboard', async () => {
    await reply().fill(`Hello Marta,\n\n${told} On Friday a colleague brings you a new machine.`)
    await noticed()
      .getByText(/They had this today \d\d:\d\d from Lea Sommer, by e-mail\./)
      .waitFor()
    await noticed().getByText('“On Friday a colleague brings you a new machine.”').waitFor()
    expect(await page.locator('.guard-mark').innerText()).toBe(told)
    await noticed().getByRole('button', { name: 'Show' }).focus()
    await page.keyboard.press('Enter')
    await noticed().getByText('Word for word, in the letter of').waitFor()
    expect(await noticed().locator('mark').innerText()).toBe(told)
    await expectAccessible(page, 'a reply that repeats')
    expect(await noticed().locator('.guard-letter').innerText()).not.toContain('It stands still.')
  })

  const boxOf = async (target: ReturnType<Page['locator']>) => {
    const box = await target.boundingBox()
    if (box === null) throw new Error('It is not on the page.')
    return box
  }

  test('the line under the words stands where the words stand', async () => {
    const [mark, field] = [page.locator('.guard-mark'), reply()]
    const [one, other] = [await boxOf(mark), await boxOf(field)]
    expect(one.y).toBeGreaterThan(other.y)
    expect(one.x + one.width).toBeLessThanOrEqual(other.x + other.width)
    const letters = (selector: string) =>
      page.evaluate<string>(
        `(({ fontSize, lineHeight, fontFamily, letterSpacing }) => [fontSize, lineHeight, fontFamily, letterSpacing].join())(
          getComputedStyle(document.querySelector('${selector}')))`,
      )
    expect(await letters('.guard-marks > div')).toBe(await letters('#reply'))
  })

  test('what says something new is not marked', async () => {
    await reply().fill('Dear Marta, a colleague brings you a new machine on Friday and takes the old one along.')
    await noticed().waitFor({ state: 'detached' })
    expect(await page.locator('.guard-mark').count()).toBe(0)
  })

  test('advertising in place of a solution is marked with the words that decided', async () => {
    await reply().fill('Dear Marta, as a thank you we give you 20 % discount on your next order.')
    await noticed().getByText('Advertising').waitFor()
    expect(await page.locator('.guard-mark').innerText()).toBe('give you 20 % discount')
    await expectAccessible(page, 'a reply that advertises')
  })

  test('what it asks them for that they told is marked, with what they told', async () => {
    await reply().fill('Dear Marta, could you please tell us your order number?')
    await noticed().getByText('They told you').waitFor()
    await noticed().getByText('“48213”').waitFor()
    expect(await page.locator('.guard-mark').innerText()).toBe('order number')
    await expectAccessible(page, 'a reply that asks again')
  })

  test('what it promises can be kept as a promise of the case with one press', async () => {
    await reply().fill('Dear Marta, I will call you tomorrow at 5 pm.')
    await noticed().getByText('You promise').waitFor()
    await noticed().getByRole('button', { name: 'Keep it as a promise' }).focus()
    await page.keyboard.press('Enter')
    await noticed().getByText('It stands among the promises.').waitFor()
    await page.getByText('I will call you tomorrow at 5 pm').last().waitFor()
    await expectAccessible(page, 'a reply that promises')
  })

  test('who sends at once sends: nothing stands in the way, whatever was noticed', async () => {
    await reply().fill(`Dear Marta,\n\n${all}`)
    await noticed().getByText('Most of this letter they have had before.').waitFor()
    await noticed().getByText('Nothing yet. Say what has happened since.').waitFor()
    await reply().fill(`Dear Marta,\n\n${all}\n\nKind regards`)
    await page.keyboard.press('Control+Enter')
    await answers().filter({ hasText: all }).waitFor()
    await noticed().waitFor({ state: 'detached' })
    expect(await reply().inputValue()).toBe('')
  })
})
