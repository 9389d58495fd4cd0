// The reports in a real browser: every panel, the period in the address, figures that open their cases, and by keyboard alone.
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/shared/clock.ts'
import type { TestHouse } from '../setup/house.ts'
import { fillHouse } from '../setup/many-cases.ts'
import { readCsv } from '../setup/read-csv.ts'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('the reports (needs Chromium)', { retry: 0 }, () => {
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
    const troubles = [...person.troubles]
    await company.stop()
    await browser.close()
    // The one that is failed on purpose.
    expect(troubles.filter((trouble) => !trouble.includes('/api/reports/frequent-words'))).toEqual([])
  })

  const fill = async () => {
    const house = { url: company.desk.databaseUrl, organizationId: company.organizationId, clock: systemClock }
    await fillHouse(house as unknown as TestHouse, 300)
    const client = new pg.Client({ connectionString: company.desk.databaseUrl })
    await client.connect()
    await client.query(
      `set session_replication_role = replica; update cases set kind = 'request', channel = 'form' where number % 4 = 0`,
    )
    await client.end()
  }
  const ready = () => expect.poll(() => page.locator('.loading').count(), { timeout: 8000 }).toBe(0)
  const shown = async () => {
    await page.getByRole('heading', { level: 2, name: 'Who works on what' }).waitFor()
    await ready()
  }
  const visit = async (search = '') => {
    await page.goto(`${company.desk.url}/reports${search}`)
    await shown()
  }
  const panel = (name: string) => page.getByRole('region', { name })
  const address = () => new URL(page.url()).search

  test('an empty company is told so, panel by panel', async () => {
    await page.goto(company.desk.url)
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
    await panel('Received and ended').getByText('Nothing came in.').waitFor()
    await panel('Open cases').getByText('Nothing was open.').waitFor()
    await panel('How long it took').getByText('not enough to say').first().waitFor()
    await panel('Words in common').getByText('No words stand out.').waitFor()
    await fill()
  })

  test('the period stands in the address: it can be sent on, and one goes back from it', async () => {
    await visit()
    await page.getByRole('button', { name: '12 months' }).click()
    await expect.poll(address).toBe('?last=365')
    await page.getByRole('group', { name: 'Period' }).waitFor()
    await page.getByLabel('Kind').selectOption('request')
    await expect.poll(address).toContain('kind=request')
    await page.goBack()
    await expect.poll(address).toBe('?last=365')
    await page.getByRole('button', { name: '12 months', pressed: true }).waitFor()
    await page.getByLabel('From').fill('2026-01-01')
    await expect.poll(address).toContain('from=2026-01-01')
    expect(address()).not.toContain('last')
    await visit('?last=oops&kind=%27&from=2026-99-99')
    await page.getByRole('button', { name: '30 days', pressed: true }).waitFor()
  })

  test('each kind of figure opens just its cases, which the register says in words', async () => {
    await visit('?last=90')
    for (const [name, words] of [
      ['Received and ended', null],
      ['Open cases', 'Open at the end of'],
      ['How long it took', 'Answered by a person'],
      ['Promises kept', 'Promise: '],
      ['Channels', null],
      ['Words in common', null],
      ['Who works on what', 'Taken, Colleague 1'],
    ] as const) {
      const links = panel(name).locator('a[data-cases]')
      const link =
        name === 'Who works on what'
          ? panel(name)
              .getByRole('row', { name: /^Colleague 1 / })
              .getByRole('cell')
              .nth(2)
              .locator('a')
          : links.first()
      const cases = await link.getAttribute('data-cases')
      await link.focus()
      await page.keyboard.press('Enter')
      await page
        .getByRole('status')
        .getByText(cases === '1' ? '1 case' : `${String(cases)} cases`, { exact: true })
        .waitFor()
      if (words !== null) await page.getByText(words).first().waitFor()
      await page.goBack()
      await shown()
    }
  })

  test('what the register was asked by a figure is taken off by its line', async () => {
    await page.goto(`${company.desk.url}/register?openOn=2026-01-01&did=ended`)
    await page.getByRole('button', { name: 'Take off the filter “Ended”' }).click()
    await expect.poll(address).toBe('?openOn=2026-01-01')
    await page.getByRole('button', { name: /^Take off the filter/ }).click()
    await expect.poll(address).toBe('')
  })

  test('the numbers behind a chart are a table, and a file without formulas', async () => {
    await visit('?last=7')
    await panel('Received and ended').getByText('The numbers').click()
    expect(await panel('Received and ended').locator('tbody tr').count()).toBe(7)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel('Received and ended').getByRole('button', { name: 'Received and ended as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^volume-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    const lines = readCsv((await readFile(await download.path())).subarray(3).toString('utf8'))
    expect([lines.length, lines[0]]).toEqual([8, ['Day', 'Received', 'Complaints', 'Requests', 'Ended']])
  })

  test('a panel that fails fails alone, and can be asked again', async () => {
    const frequentWords = '**/api/reports/frequent-words?*'
    await page.route(frequentWords, (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.goto(`${company.desk.url}/reports?last=30&channel=mail`)
    const again = panel('Words in common').getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await panel('Promises kept')
      .getByRole('row', { name: /^First answer/ })
      .waitFor()
    await page.unroute(frequentWords)
    await again.click()
    await panel('Words in common').locator('a[data-cases]').first().waitFor()
  })

  test('nobody is kept out by how they look at it, wide or narrow, light or dark', async () => {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size)
      await visit('?last=90')
      await panel('Open cases').getByText('The numbers').click()
      await expectAccessible(page, `reports at ${String(size.width)}`)
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('a handler has no such place, and is told so at its address', async () => {
    const jonas = await company.invite('Jonas Weber', 'handler')
    const other = await company.seat(browser, jonas)
    await other.page.goto(company.desk.url)
    await other.page.getByRole('link', { name: 'Register' }).waitFor()
    expect(await other.page.getByRole('link', { name: 'Reports' }).count()).toBe(0)
    await other.page.goto(`${company.desk.url}/reports`)
    await other.page.getByText('You may not do this').first().waitFor()
    await other.leave()
  })
})
