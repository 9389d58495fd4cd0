// Building blocks in a real browser: a lead writes one in Settings, a handler inserts it by keyboard, and what it does not know is filled in before it leaves.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

// One working day: a test goes on with the case of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('building blocks (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let lead: Person
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    lead = await company.seat(browser, await company.invite('Tomas Lind', 'lead'))
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    ;({ page } = jonas)
    for (const person of [lead, jonas]) person.page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'Where is my lamp' },
      text: 'It has not come. I want a refund.',
    })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByRole('heading', { level: 1, name: 'Where is my lamp' }).waitFor()
    // What she asks for stands beside the conversation.
    const asks = page.getByRole('region', { name: 'Asks for' })
    await asks.getByText('money back', { exact: true }).waitFor()
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...lead.troubles, ...jonas.troubles].filter((trouble) => !trouble.includes('400'))
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const reply = () => page.getByRole('textbox', { name: 'Reply' })

  test('a lead writes one; a letter is refused with the reason', async () => {
    await lead.page.goto(`${company.desk.url}/settings/blocks`)
    await lead.page.getByText('No building blocks yet').waitFor()
    await lead.page.getByLabel('Name').fill('Order leaves')
    await lead.page.getByLabel('What it says').fill('One. Two. Three.')
    await lead.page.getByRole('button', { name: 'Keep' }).click()
    await lead.page.getByText('A building block has at most two sentences, on one line.').waitFor()
    await lead.page.getByLabel('What it says').fill('{customer.firstName}, your order {order.number} leaves us today.')
    await lead.page.getByRole('button', { name: 'Keep' }).click()
    await lead.page.getByRole('button', { name: 'Change Order leaves' }).waitFor()
    await expectAccessible(lead.page, 'building blocks')
  })

  test('a handler inserts it by keyboard, filled from the case, and it leaves once the rest is filled in', async () => {
    await reply().focus()
    await page.keyboard.type('/ord')
    await page.getByRole('option', { name: 'Order leaves' }).getByText('still to fill in: order.number').waitFor()
    await expectAccessible(page, 'a list of building blocks')
    await page.keyboard.press('Enter')
    expect(await reply().inputValue()).toBe('Marta, your order {order.number} leaves us today.')
    await page.getByText('Still to fill in before it can leave: order.number.').waitFor()
    expect(await page.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true)
    await expectAccessible(page, 'a reply with something to fill in')
    await reply().fill('Marta, your order 418 leaves us today.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.message-ours').getByText('your order 418 leaves us today').waitFor()
  })

  test('a handler sees them in Settings and changes none, and Escape sends the list away', async () => {
    await reply().focus()
    await page.keyboard.type('/ord')
    await page.getByRole('option', { name: 'Order leaves' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option', { name: 'Order leaves' }).waitFor({ state: 'detached' })
    expect(await reply().inputValue()).toBe('/ord')
    await page.goto(`${company.desk.url}/settings/blocks`)
    await page.getByText('your order {order.number} leaves us today').waitFor()
    expect(await page.getByRole('button', { name: 'Keep' }).count()).toBe(0)
  })
})
