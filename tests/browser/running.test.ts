// What an administrator does to keep a desk running, in a real browser: somebody leaves, a mail is let in, failed work is tried again.
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

// Who was disabled stays so, and a mail that was let in is in: nothing here can be tried again.
describe.skipIf(chromiumPath === null)('an administrator at work (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let person: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    person = await company.seat(browser, company.founder)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...person.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  /** Asks the database as its owner. */
  async function inDatabase(statement: string, values: readonly unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: company.desk.databaseUrl })
    await client.connect()
    try {
      await client.query(statement, [...values])
    } finally {
      await client.end()
    }
  }

  test('who is disabled is out: their open page leads to the sign-in, and they do not come in again', async () => {
    const lea = await company.seat(browser, await company.invite('Lea Sommer', 'handler'))
    lea.page.setDefaultTimeout(8000)
    await lea.page.goto(company.desk.url)
    await lea.page.getByText('Nothing waits to be taken.').waitFor()
    await page.goto(`${company.desk.url}/settings/people`)
    await page.getByRole('button', { name: 'Disable Lea Sommer' }).click()
    await page.getByRole('form', { name: 'Disable Lea Sommer' }).getByRole('button', { name: 'Disable' }).click()
    await page
      .getByText(/disabled/)
      .first()
      .waitFor()
    // The page may have noticed already.
    await lea.page
      .getByRole('link', { name: 'Customers' })
      .click({ timeout: 2000 })
      .catch(() => undefined)
    await lea.page
      .getByLabel('Find a person by name, address, telephone or case number')
      .fill('marta', { timeout: 2000 })
      .catch(() => undefined)
    await lea.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await lea.page.getByLabel('E-mail address').fill('lea@halden.example')
    await lea.page.getByLabel('Password', { exact: true }).fill('a quiet harbour at noon')
    await lea.page.getByRole('button', { name: 'Sign in' }).click()
    await lea.page.getByRole('alert').waitFor()
    await lea.leave()
  })

  test('a mail that names no sender is let in with one, and becomes a case', async () => {
    await company.mail({ from: '', subject: 'The drawer sticks', text: 'It sticks since Monday.' })
    await page.goto(`${company.desk.url}/settings/quarantine`)
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { level: 2 }).first().waitFor()
          return page.getByText('It names no sender.').count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await page.getByRole('button', { name: 'Let it in' }).click()
    await page.getByLabel('Address of the sender').fill('marta@customer.example')
    await page.getByRole('button', { name: 'Let it in' }).click()
    await page.getByText('The quarantine is empty.').waitFor()
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('The drawer sticks').waitFor({ timeout: 20_000 })
  })

  test('work that failed for good is tried again, and is done once what stood in its way is mended', async () => {
    const staffId = '01900000-0000-7000-8000-000000000418'
    await inDatabase(`select graphile_worker.add_job('cases.join-pool', $1::json, max_attempts := 1)`, [
      JSON.stringify({ organizationId: company.organizationId, staffId }),
    ])
    await page.goto(`${company.desk.url}/settings/failed-jobs`)
    const job = page.locator('.rows li', { hasText: 'cases.join-pool' })
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { level: 2 }).first().waitFor()
          return job.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await job.getByText('violates foreign key').waitFor()
    await inDatabase(
      `insert into staff (organization_id, staff_id, name, email, role, password_hash, joined_at)
       select organization_id, $1, 'Late Comer', 'late@halden.example', 'handler', 'none', joined_at from staff limit 1`,
      [staffId],
    )
    await job.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Nothing has failed.').waitFor()
    await page.goto(`${company.desk.url}/settings/people`)
    await page.getByText('Late Comer').first().waitFor()
  })
})
