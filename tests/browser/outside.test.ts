// Asking somebody outside, and copies: by keyboard, with real letters going out and answers coming back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, headerOf, openCompany } from './company.ts'

// One working day: a test goes on with the case of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('asking outside and copies (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    page = jonas.page
    page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'Coffee machine leaks again' },
      headers: { cc: 'Pawel <pawel@customer.example>' },
      text: 'It leaks again. There is a white ring on my oak worktop.',
      file: { name: 'ring.txt', type: 'text/plain', base64: 'cmluZw==' },
    })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Coffee machine leaks again' }).waitFor()
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...jonas.troubles]
    await company.stop()
    await browser.close()
    // The address that was refused.
    expect(troubles.filter((one) => !/400 \(Bad Request\).*\/enquiries$/.test(one))).toEqual([])
  })

  const letterTo = async (address: string): Promise<string> => {
    const found = () => company.letterBox.letters.find((letter) => headerOf(letter, 'to').includes(address)) ?? ''
    await expect.poll(found, { timeout: 20_000 }).not.toBe('')
    return found()
  }
  const outside = () => page.locator('.thread .message-outside')

  test('the owner asks a workshop by keyboard; the customer’s file goes along only where it is ticked', async () => {
    await page.keyboard.press('o')
    await page.locator('#ask:focus').waitFor()
    await page.keyboard.type('workshop@repairs.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Base plate')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Can a bent base plate be mended?')
    expect(await page.getByRole('checkbox', { name: 'ring.txt' }).isChecked()).toBe(false)
    await page.getByText('Marta Kowalczyk does not see this.').waitFor()
    await expectAccessible(page, 'case while asking outside')
    await page.keyboard.press('Control+Enter')
    await outside().getByText('Can a bent base plate be mended?').waitFor()
    await page.getByText('Waiting for somebody else:').waitFor()
    const letter = await letterTo('workshop@repairs.example')
    expect(letter).not.toMatch(/oak worktop|ring\.txt|marta@/)
    await page.locator('.case-side').getByRole('heading', { name: 'Asked outside' }).waitFor()
  })

  test('their answer stands in the case as not from the customer, and the wait is over', async () => {
    const letter = await letterTo('workshop@repairs.example')
    const replyTo = /<([^>]+)>/.exec(headerOf(letter, 'from'))?.[1] ?? ''
    await company.mail({
      ...{
        from: 'Kim Berg <workshop@repairs.example>',
        subject: 'Re: Base plate',
        text: 'No. It has to be a new one.',
      },
      headers: { to: replyTo },
    })
    await outside().getByText('It has to be a new one.').waitFor({ timeout: 20_000 })
    await outside().getByText('From outside, not from Marta Kowalczyk. The customer does not see this.').waitFor()
    await expect.poll(() => page.getByText('Waiting for somebody else:').count()).toBe(0)
    await page.locator('.case-side').getByText('answered').waitFor()
    await expectAccessible(page, 'case with an answer from outside')
  })

  test('a refused address says why, and what was written stays', async () => {
    await page.getByRole('button', { name: 'Ask outside' }).click()
    await page.getByLabel('Whom do you ask?').fill('marta@customer.example')
    await page.getByLabel('What about?').fill('x')
    await page.getByRole('textbox', { name: 'Your question' }).fill('Behind your back')
    await page.locator('.ask').getByRole('button', { name: /^Ask/ }).click()
    await page.getByText('This is the customer of the case.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('Behind your back')
  })

  test('whom the customer named is offered, and a copy is shown before and after it is sent', async () => {
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.locator('.case-side').getByText('named by the customer, gets nothing so far').waitFor()
    await page.getByText('Only Marta Kowalczyk sees this.').waitFor()
    await page.getByRole('button', { name: /\+ pawel@customer\.example/ }).click()
    const field = page.getByRole('textbox', { name: 'Copy to' })
    await field.fill('nobody')
    await field.press('Enter')
    await page.getByText('This is no e-mail address.').waitFor()
    await field.fill('lawyer@firm.example')
    await field.press('Enter')
    await page.getByText('Marta Kowalczyk and pawel@customer.example, lawyer@firm.example see this.').waitFor()
    await page.getByRole('button', { name: 'No copy to lawyer@firm.example' }).click()
    await page.getByRole('textbox', { name: 'Reply' }).fill('Dear Marta, you get a new one.')
    await expectAccessible(page, 'case with a copy')
    await page.keyboard.press('Control+Enter')
    await page.locator('.thread').getByText('To marta@customer.example, copy to pawel@customer.example').waitFor()
    const letters = () => company.letterBox.letters.filter((letter) => letter.includes('you get a new one'))
    await expect.poll(() => letters().length, { timeout: 20_000 }).toBe(1)
    expect(headerOf(letters()[0] ?? '', 'cc')).toBe('pawel@customer.example')
    expect(letters()[0]).not.toMatch(/base plate|repairs\.example/)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Ask outside' }).click()
    await expectAccessible(page, 'asking outside on a phone')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('who is late stands on the desk', async () => {
    const pool = company.desk.desk.house.ownerPool
    await pool.query("update enquiry set answered_at = null, due_at = now() - interval '1 hour'")
    await page.goto(company.desk.url)
    await page.getByText('has not answered in').waitFor()
    await expectAccessible(page, 'desk with somebody late outside')
  })
})
