// What a colleague knows of a customer, in a browser: typed, shown as a claim that counts for nothing, verified by a second colleague.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('typed evidence (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let [amira, jonas] = [] as unknown as [Person, Person]
  let url = ''

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    await company.mail({ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'Chipped', text: 'It is chipped.' })
    await vi.waitUntil(
      async () => {
        const { people } = await company.ask<{ people: { customerId: string }[] }>(
          company.founder,
          'GET',
          '/api/search?q=marta',
        )
        url = `${company.desk.url}/customers/${people[0]?.customerId ?? ''}`
        return people.length > 0
      },
      { timeout: 20_000, interval: 200 },
    )
    amira = await company.seat(browser, company.founder)
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    for (const { page } of [amira, jonas]) page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    const troubles = [...amira.troubles, ...jonas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('what is typed stands as a claim, and the purchases do not know of it', async () => {
    const { page } = jonas
    await page.goto(url)
    await page.getByRole('button', { name: 'Add what you know' }).click()
    await page.getByLabel('In words').fill('3 machines, receipt seen')
    await page.getByLabel('Day', { exact: true }).fill('2019-05-01')
    await page.getByLabel('Amount').fill('1234,50')
    await page.getByLabel('Currency, as in EUR').fill('eur')
    await expectAccessible(page, 'a person, with what one knows')
    await page.getByRole('button', { name: 'Say it' }).click()
    await page.getByText('Claimed, counts for nothing yet.').waitFor()
    expect(await page.getByLabel('Which document shows it').count()).toBe(0)
    await page.getByRole('button', { name: 'Take back' }).waitFor()
    await expectAccessible(page, 'a person, with a claim')
  })

  test('a second colleague says which document shows it, and then it is a purchase', async () => {
    const { page } = amira
    await page.goto(url)
    await page.getByText('Typed by Jonas Weber').waitFor()
    await page.getByText('No purchase is known.').waitFor()
    await page.getByLabel('Which document shows it').fill('Receipt 17')
    await expectAccessible(page, 'a claim of a colleague')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText('Verified by Amira Haddad').waitFor()
    await page.getByText('No purchase is known.').waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'verified evidence, on a phone')
  })
})
