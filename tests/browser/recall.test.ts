// An answer thought better of in the seconds before it leaves, in a real browser: by keyboard, with its file, and then sent once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('taking an answer back (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    // A slow machine has time to press a key.
    Object.assign(company.desk.desk.house, { letterHoldMs: 100_000 })
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    ;({ page } = jonas)
    page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'Coffee machine leaks again' },
      text: 'It came back today and it leaks again.',
    })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByRole('heading', { level: 1, name: 'Coffee machine leaks again' }).waitFor()
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...jonas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const leftFor = (words: string) =>
    company.letterBox.letters.filter((one) => one.includes('marta@customer.example') && one.includes(words)).length
  const reply = () => page.getByRole('textbox', { name: 'Reply' })

  test('it says how long it waits, goes back by keyboard with words and file, and leaves once when it is sent again', async () => {
    // The file is still on its way when the keys are pressed: the answer waits for it.
    const stored = Promise.withResolvers<undefined>()
    await page.route('**/files', async (route) => {
      await stored.promise
      await route.continue()
    })
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('Return label 418') },
    })
    await page.locator('.outgoing').getByText('label.txt', { exact: true }).waitFor()
    await reply().fill('A new machine comes on Friday the 31st of November.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.composer button[data-loading]').waitFor()
    stored.resolve(undefined)
    const sent = page.locator('.message-ours')
    await sent.getByText(/Leaves in \d+ seconds\./).waitFor()
    expect(await reply().inputValue()).toBe('')
    await expectAccessible(page, 'an answer that can be taken back')
    await reply().fill('P.S.')
    await page.getByRole('button', { name: 'Take back' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.message-small').getByText('Answer taken back before it left').waitFor()
    await page.locator('#reply:focus').waitFor()
    expect(await reply().inputValue()).toBe('A new machine comes on Friday the 31st of November.\n\nP.S.')
    await page.locator('.outgoing').getByText('label.txt', { exact: true }).waitFor()
    await expectAccessible(page, 'an answer that was taken back')

    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Coffee machine leaks again' }).waitFor()
    expect(await reply().inputValue()).toContain('A new machine comes')
    await reply().fill('A new machine comes on Monday.')
    await page.keyboard.press('Control+Enter')
    await sent.getByText(/Leaves in \d+ seconds\./).waitFor()
    company.pass(101)
    await expect.poll(() => leftFor('A new machine comes on Monday.')).toBe(1)
    await sent.getByText('arrived').waitFor({ timeout: 20_000 })
    await expect.poll(() => page.getByRole('button', { name: 'Take back' }).count()).toBe(0)
    expect(leftFor('Friday the 31st')).toBe(0)
  })
})
