// Moving in, in a browser: a table is chosen, its dates are asked for, it is looked at, brought, seen at the customer and taken back.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { asLines, asList, tickets, users } from '../../src/moving-in/zendesk/nasty-export.fixture.ts'

const people = [
  'customer id,name,email,VIP,since',
  '1,Mira Kaya,mira@kaya.example,yes,03/04/2024',
  '2,Bo,not an address,no,05/06/2024',
]

describe.skipIf(chromiumPath === null)('moving in (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let amira: Person

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    amira = await company.seat(browser, company.founder, { viewport: { width: 1440, height: 900 } })
    amira.page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    const troubles = [...amira.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('a table is read, and the column that says worth is named with the reason', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/settings/move-in`)
    await page.getByText('No table was brought so far.').waitFor()
    await expectAccessible(page, 'move in, empty')
    await page.getByLabel('The system it comes from').fill('shop')
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people.join('\r\n')) },
    })
    await page.getByRole('button', { name: 'Read the table' }).click()
    await page.getByText('The column VIP cannot be used.').waitFor()
    await page.getByText('by evidence only').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('1')
    expect(await page.getByLabel('Name', { exact: true }).getByRole('option', { name: 'VIP' }).count()).toBe(0)
    await expectAccessible(page, 'an import that waits')
  })

  test('dates that can be read two ways are asked for, and problems stand with their lines', async () => {
    const { page } = amira
    const look = page.getByRole('button', { name: 'Look at it' })
    await look.click()
    await page.getByText('Choose which.').waitFor()
    expect(await page.getByRole('button', { name: 'Bring 1 row' }).isDisabled()).toBe(true)
    await page.getByLabel('Dates').selectOption('month-first')
    await look.click()
    await page.getByText('The email is missing, too long, or of a kind that cannot be kept.').first().waitFor()
    await page.getByText('On 1 line: 3').waitFor()
    await page.getByText('2024-03-03T23:00:00.000Z').waitFor()
    await expectAccessible(page, 'an import that was looked at')
  })

  test('it is brought, found among the people, and taken back', async () => {
    const { page } = amira
    await page.getByRole('button', { name: 'Bring 1 row' }).click()
    await page.getByText('All 2 rows are done.').waitFor()
    await expectAccessible(page, 'an import that is done')
    const url = page.url()
    await page.goto(`${company.desk.url}/customers?q=mira`)
    await page.getByText('Mira Kaya').first().waitFor()
    await page.goto(url)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('Taken away: 1.').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'an import that was taken back, on a phone')
    await page.goto(`${company.desk.url}/settings/move-in`)
    await page.getByText('· Taken back ·').waitFor()
    await expectAccessible(page, 'move in, on a phone')
    await page.goto(`${company.desk.url}/customers?q=mira`)
    await page.getByText('Mira Kaya').waitFor({ state: 'hidden' })
  })

  test('tickets of Zendesk are looked at, brought, read on the case with who said what, and taken back', async () => {
    const { page } = amira
    await page.setViewportSize({ width: 1440, height: 900 })
    const bring = async (kind: string, name: string, text: string): Promise<void> => {
      await page.goto(`${company.desk.url}/settings/move-in`)
      await page.getByLabel('What its rows are').selectOption(kind)
      await page.getByLabel('The system it comes from').fill('zendesk')
      await page.locator('input[type=file]').setInputFiles({
        ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
      })
      await page.getByRole('button', { name: 'Read the table' }).click()
      await page.getByText('of a Zendesk export.').waitFor()
      await page.getByRole('button', { name: 'Look at it' }).click()
    }
    await bring('People', 'users.json', asList('users', users))
    await page.getByRole('button', { name: 'Bring 2 rows' }).click()
    await page.getByText('All 6 rows are done.').waitFor()
    await bring('Complaints', 'tickets.json', asLines(tickets))
    await page.getByText('It was deleted there, and does not come back.').first().waitFor()
    await expectAccessible(page, 'an export that was looked at')
    await page.getByRole('button', { name: 'Bring 5 rows' }).click()
    await page.getByText('All 13 rows are done.').waitFor()
    const url = page.url()
    const { lines } = await company.ask<{ lines: { caseId: string; state: string }[] }>(
      company.founder,
      'GET',
      '/api/register?q=kettle',
    )
    const ended = lines.find(({ state }) => state === 'closed')
    await page.goto(`${company.desk.url}/cases/${ended?.caseId ?? ''}`)
    await page.getByText('Smith, Agent (zendesk)').first().waitFor()
    await page.getByText('Brought along from zendesk').waitFor()
    await page.getByText('It ended in another desk, before it was brought here.').waitFor()
    await expectAccessible(page, 'a case that ended elsewhere')
    await page.goto(url)
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('Taken away: 5.').waitFor()
  })
})
