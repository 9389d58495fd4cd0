// Brands in a real browser: an administrator makes one, gives it a mailbox, and a case says under which name its customer knows us.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('brands (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let amira: Person

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    amira = await company.seat(browser, company.founder)
    amira.page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = amira.troubles.filter((trouble) => !trouble.includes('409'))
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('one is made, its form is shown, its mailbox chosen; what comes in says so, and so does the register', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/settings/brands`)
    await page.getByText('No brands').waitFor()
    await expectAccessible(page, 'no brands')
    await page.getByLabel('Name of the brand').fill('Nordlicht')
    await page.getByRole('button', { name: 'Add the brand' }).click()
    await page.getByRole('heading', { level: 2, name: 'Nordlicht' }).waitFor()
    const address = await page.getByLabel('Web form of Nordlicht').inputValue()
    const form = await fetch(address)
    expect(form.status).toBe(200)
    expect(await form.text()).toContain('Nordlicht')
    await page.getByLabel('Help, help@halden.example').selectOption({ label: 'Nordlicht' })
    await page.getByText('Help', { exact: true }).waitFor()
    await expectAccessible(page, 'a brand')

    await page.getByRole('button', { name: 'Delete Nordlicht' }).click()
    await page.getByText('Mailboxes or cases are of this brand. Rename it instead.').waitFor()
    await company.mail({ from: 'Ida Berg <ida@customer.example>', subject: 'The lamp hums', text: 'All night long.' })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Ida Berg').waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByText('Came to Nordlicht; we write in that name.').waitFor()
    await expectAccessible(page, 'a case of a brand')
    await page.goto(`${company.desk.url}/register`)
    await page.getByLabel('Brand').selectOption({ label: 'Nordlicht' })
    await page.getByRole('link', { name: /The lamp hums/ }).waitFor()
    await page.goto(`${company.desk.url}/settings/brands`)
    await page.getByRole('button', { name: 'Rename Nordlicht' }).click()
    await page.getByLabel('New name of Nordlicht').fill('Polarstern')
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('heading', { level: 2, name: 'Polarstern' }).waitFor()
  })

  test('on a phone nothing is wider than the screen', async () => {
    const phone = await company.seat(browser, company.founder, { viewport: { width: 390, height: 844 } })
    await phone.page.goto(`${company.desk.url}/settings/brands`)
    await phone.page.getByRole('heading', { level: 2, name: 'Polarstern' }).waitFor()
    await expectAccessible(phone.page, 'brands on a phone')
  })
})
