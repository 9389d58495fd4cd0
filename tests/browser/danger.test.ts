// A customer writes of danger: on the desk it comes first and says so, the case shows their words above all else, and a person says what became of it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('danger (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    ;({ page } = jonas)
    page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Ben Frost <ben@customer.example>', subject: 'The lid is loose' },
      text: 'The lid of my kettle is loose.',
    })
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'The kettle' },
      text: 'Smoke came out of the kettle and my daughter burned her hand. My husband died in March, so I am alone with it.',
    })
  })
  afterAll(async () => {
    const troubles = [...jonas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('it comes before what came earlier, shows the words, and stands in its usual place once somebody has seen to it', async () => {
    await page.goto(company.desk.url)
    const next = page.locator('.take-next')
    await next.getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await next.getByText('Danger', { exact: true }).waitFor()
    await next.getByText('the customer writes of danger to life or health').waitFor()
    await expectAccessible(page, 'a desk with danger')
    await takeNext(page)
    const panel = page.getByRole('region', { name: 'Danger to life or health' })
    await panel.getByText(/Injury: /).waitFor()
    await page
      .locator('.told')
      .getByText(/A death in the family: /)
      .waitFor()
    await expectAccessible(page, 'a case with danger')
    await page.goto(company.desk.url)
    await page.locator('.case-line').getByText('Danger', { exact: true }).waitFor()
    await page.locator('.case-line').first().click()
    await panel.getByRole('button', { name: 'I have seen to it' }).focus()
    await page.keyboard.press('Enter')
    await panel.waitFor({ state: 'detached' })
    await page.getByText('the danger was seen to').waitFor()
  })

  test('among the notices it cannot be left out', async () => {
    await page.goto(`${company.desk.url}/settings/notices`)
    const tick = page.getByRole('checkbox', { name: 'A customer writes of danger: Mail' })
    await tick.waitFor()
    expect([await tick.isChecked(), await tick.isDisabled()]).toEqual([true, true])
  })
})
