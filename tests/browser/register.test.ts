// The register in a real browser over a company with many cases: filters in the address, views that are kept, a file, and by keyboard alone.
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
import { type Company, openCompany, type Session } from './company.ts'

const many = 130

// One desk and one after the other: a view kept in one test is looked at in the next.
describe.skipIf(chromiumPath === null)('the register (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Session
  let person: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.invite('Jonas Weber', 'handler')
    const house = { url: company.desk.databaseUrl, organizationId: company.organizationId, clock: systemClock }
    await fillHouse(house as unknown as TestHouse, many)
    await inDatabase(`update cases set kind = 'request', channel = 'form' where number % 4 = 0`)
    await inDatabase(`update cases set finding = 'partly-founded' where state = 'closed' and number % 2 = 0`)
    await inDatabase(`update cases set next_due_at = received_at - interval '2 hours' where number in (126, 130)`)
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

  /** As the superuser, past every rule: for what a company has after a year. */
  async function inDatabase(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: company.desk.databaseUrl })
    await client.connect()
    try {
      await client.query(`set session_replication_role = replica; ${statement}`)
    } finally {
      await client.end()
    }
  }
  const lines = () => page.locator('a.register-line')
  const visit = async (search = '') => {
    await page.goto(`${company.desk.url}/register${search}`)
    await page.locator('section[aria-busy=false]').waitFor()
  }
  const address = () => decodeURIComponent(new URL(page.url()).search)
  const shown = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor()
  const tab = (name: string) => page.getByRole('group', { name: 'Saved views' }).getByRole('button', { name })

  test('stands in the rail, shows the newest cases, and all others as one scrolls', async () => {
    await page.goto(company.desk.url)
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Register' }).click()
    await page.getByRole('heading', { level: 1, name: 'Register' }).waitFor()
    expect(await page.locator('#rail li').allInnerTexts()).toMatchObject(
      [/^Desk/, 'Customers', 'Register', 'Reports', 'Settings'].map((name) => expect.stringMatching(name) as string),
    )
    await shown(`${String(many)} cases`)
    expect(await page.locator('tbody tr').first().innerText()).toContain(`A-${String(many)}`)
    const table = page.locator('.register-table')
    expect(await table.getAttribute('aria-rowcount')).toBe(String(many + 1))
    // The wheel brings what is further down; what is far from the screen is not drawn, and comes back on the way up.
    const seen = new Map<string, string>()
    const look = async () => {
      for (const [row, id] of await lines().evaluateAll(rowsAndCases)) seen.set(row, id)
    }
    await page.mouse.move(700, 600)
    await expect
      .poll(
        async () => {
          await look()
          await page.mouse.wheel(0, 400)
          return seen.size
        },
        { timeout: 30_000 },
      )
      .toBe(many)
    expect(new Set(seen.values()).size).toBe(many)
    expect([...seen.keys()].map(Number).toSorted((a, b) => b - a)[0]).toBe(many + 1)
    await expect.poll(() => page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
    await expect.poll(() => lines().last().getAttribute('data-case')).toBe(seen.get(String(many + 1)))
    expect(await lines().count()).toBeLessThan(80)
    await page.mouse.wheel(0, -20_000)
    await expect.poll(() => lines().first().getAttribute('data-case')).toBe(seen.get('2'))
  })

  test('a page that is long in coming is asked for once, however one scrolls meanwhile, and the next ones follow', async () => {
    await visit()
    const asked: string[] = []
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    await page.route(/\/api\/register\?.*after=/, async (route) => {
      asked.push(route.request().url())
      await opened
      await route.continue().catch(() => undefined)
    })
    await page.mouse.move(700, 600)
    const wheel = async (pixels: number) => {
      await page.mouse.wheel(0, pixels)
      await page.waitForTimeout(150)
    }
    await wheel(20_000)
    await expect.poll(() => asked.length).toBe(1)
    for (let turn = 0; turn < 3; turn++) {
      await wheel(-20_000)
      await wheel(20_000)
    }
    expect(asked).toHaveLength(1)
    open()
    await expect.poll(() => asked.length).toBeGreaterThan(1)
    expect(new Set(asked).size).toBe(asked.length)
    await page.unroute(/\/api\/register\?.*after=/)
  })

  test('a busy browser that tells of two moments at once is understood by the last of them', async () => {
    const busy = await page.context().newPage()
    await busy.addInitScript(`const Watcher = IntersectionObserver
      globalThis.IntersectionObserver = class extends Watcher {
        constructor(hear, options) { super((moments, watcher) => hear([{ isIntersecting: false }, ...moments], watcher), options) }
      }`)
    await busy.goto(`${company.desk.url}/register`)
    await busy.locator('a.register-line').first().waitFor()
    const next = busy.waitForRequest(/\/api\/register\?.*after=/, { timeout: 20_000 })
    await busy.mouse.move(700, 600)
    await busy.mouse.wheel(0, 20_000)
    await next
    await busy.close()
  })

  test('each filter stands in the address: it can be sent on, and one goes back from it', async () => {
    await visit()
    await page.getByLabel('Kind').selectOption('request')
    await shown('32 cases')
    await page.getByRole('button', { name: /^State/ }).click()
    await page.getByRole('checkbox', { name: 'closed' }).check()
    await page.getByRole('checkbox', { name: 'answered' }).check()
    await expect.poll(address).toContain('state=answered,closed')
    await page.keyboard.press('Escape')
    await page.getByLabel('Matter or number').fill('kettle')
    await expect.poll(address).toContain('q=kettle')
    const { search } = new URL(page.url())
    const found = await page.getByRole('status').first().innerText()
    await visit(search)
    await shown(found)
    expect(await page.getByLabel('Matter or number').inputValue()).toBe('kettle')
    expect(await page.getByLabel('Kind').inputValue()).toBe('request')
    await page.goBack()
    await page.goBack()
    await expect.poll(address).not.toContain('q=')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await shown(`${String(many)} cases`)
    expect(address()).toBe('')
  })

  test('an address that means nothing shows all, and what nobody has says so', async () => {
    await visit('?state=open&kind=x&from=never&grade=A')
    await shown(`${String(many)} cases`)
    await visit('?q=zirconium')
    await page.getByText('No case is like this.').waitFor()
    await shown('0 cases')
  })

  test('by next due, late ones say by how much, and those without an owner who is on duty', async () => {
    await visit()
    await page.getByRole('button', { name: 'Next due first' }).click()
    await expect.poll(address).toContain('sort=due')
    await expect.poll(() => page.locator('tbody tr').first().locator('.clock-late').count()).toBe(1)
    expect(await page.locator('tbody tr').first().locator('.register-due').innerText()).toMatch(/ over$/)
    await page.getByLabel('Owner').selectOption('nobody')
    await page
      .locator('tbody tr')
      .getByText(/Duty: Colleague \d+/)
      .first()
      .waitFor()
    await page.getByLabel('Late').selectOption('now')
    await expect.poll(address).toContain('late=now')
  })

  test('a view is kept, renamed, deleted and had back; one for everybody is seen by everybody', async () => {
    await visit('?late=now&sort=due')
    await page.getByRole('button', { name: 'Keep this view' }).click()
    await page.getByLabel('Name of the view').fill('Late now')
    await page.getByRole('checkbox', { name: 'For everybody' }).check()
    await expectAccessible(page, 'register, keeping a view')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await tab('Late now').waitFor()
    expect(await tab('Late now').getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByLabel('Name of the view').fill('Late today')
    await page.keyboard.press('Enter')
    await tab('Late today').waitFor()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('The view “Late today” is deleted.').waitFor()
    await tab('Late today').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await tab('Late today').waitFor()
    await tab('All cases').click()
    await expect.poll(address).toBe('')
    const other = await company.seat(browser, jonas)
    other.page.setDefaultTimeout(8000)
    await other.page.goto(`${company.desk.url}/register`)
    await other.page.getByRole('button', { name: 'Late today' }).click()
    await other.page.waitForURL(/late=now/)
    expect(await other.page.getByRole('button', { name: 'Rename' }).count()).toBe(0)
    expect(await other.page.getByText('Take all of them as').count()).toBe(0)
    expect(other.troubles).toEqual([])
    await other.leave()
  })

  test('what is shown comes as a file', async () => {
    await visit('?kind=request')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^register-\d{4}-\d\d-\d\d\.csv$/)
    const written = await readFile(await file.path(), 'utf8')
    const [head, ...rows] = readCsv(written.replace(/^\uFEFF/, ''))
    expect(head?.slice(0, 3)).toEqual(['number', 'kind', 'state'])
    expect(rows).toHaveLength(32)
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['request']))
    await page.getByRole('button', { name: 'JSONL' }).waitFor()
  })

  test('where the server fails, the page says so in words and can be asked again', async () => {
    let isBroken = true
    const failing = { status: 400, contentType: 'application/problem+json', body: '{"status":500,"code":"bug"}' }
    await page.route(/\/api\/register(\?|$)/, (route) => (isBroken ? route.fulfill(failing) : route.continue()))
    await page.goto(`${company.desk.url}/register`)
    await page.getByText('Something went wrong on our side').waitFor()
    isBroken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await lines().first().waitFor()
    await page.unrouteAll()
    // The browser itself tells its console of the refusal.
    ;(person.troubles as string[]).splice(
      0,
      person.troubles.length,
      ...person.troubles.filter((words) => !words.includes('status of 400')),
    )
  })

  test('by keyboard alone: j, k and the arrows move, Enter opens, back finds the place, / searches', async () => {
    await visit('?sort=due')
    await lines().first().waitFor()
    const focused = () =>
      page.evaluate<string>(`[...document.querySelectorAll('a.register-line')].indexOf(document.activeElement) + ''`)
    for (const [key, at] of [
      ['j', '0'],
      ['j', '1'],
      ['ArrowDown', '2'],
      ['ArrowDown', '3'],
      ['ArrowUp', '2'],
      ['k', '1'],
      ['j', '2'],
    ] as const) {
      await page.keyboard.press(key)
      expect(await focused(), key).toBe(at)
    }
    await page.keyboard.press('Enter')
    await page.locator('.case-head').waitFor()
    await page.goBack()
    await expect.poll(focused).toBe('2')
    expect(address()).toContain('sort=due')
    // Past the last line that came more are brought, and back from a case far down its line is found again.
    const row = () => page.evaluate<string>(`document.activeElement.closest('tr')?.getAttribute('aria-rowindex')`)
    for (let at = 3; at < 60; at++) {
      await page.keyboard.press('j')
      await expect.poll(row).toBe(String(at + 2))
    }
    await page.keyboard.press('Enter')
    await page.locator('.case-head').waitFor()
    await page.goBack()
    await expect.poll(row).toBe('61')
    // Whoever scrolls away from it goes on where they look.
    await page.mouse.move(700, 600)
    await page.mouse.wheel(0, -20_000)
    await expect.poll(() => page.evaluate('document.activeElement === document.body')).toBe(true)
    await page.keyboard.press('j')
    expect(await row()).toBe('2')
    await page.keyboard.press('/')
    expect(await page.evaluate<string>(`document.activeElement.getAttribute('role')`)).toBe('combobox')
  })

  test('a person’s page leads to all their cases here, and from there back to everybody’s', async () => {
    const { people } = await company.ask<{ people: readonly { customerId: string; name: string }[] }>(
      company.founder,
      'GET',
      '/api/search?q=Anna',
    )
    const [anna] = people
    await page.goto(`${company.desk.url}/customers/${anna?.customerId ?? ''}`)
    await page.getByRole('link', { name: 'All of them in the register' }).click()
    await page.getByText(`Cases of ${anna?.name ?? ''} only.`).waitFor()
    await page.locator('td.register-name').first().waitFor()
    const names = await page.locator('td.register-name').allInnerTexts()
    expect(new Set(names)).toEqual(new Set([anna?.name]))
    await page.getByRole('button', { name: 'Of all customers' }).click()
    await shown(`${String(many)} cases`)
  })

  test('axe finds nothing, wide and on a phone, in light and dark, and nothing scrolls sideways', async () => {
    const [wide, between, phone] = [
      { width: 1440, height: 900 },
      { width: 1000, height: 800 },
      { width: 390, height: 844 },
    ]
    // Every look takes seconds: all of them in the long run.
    const isLong = process.env['AMENDS_LONG'] === '1'
    for (const size of isLong ? [wide, between, phone] : [wide, phone]) {
      await page.setViewportSize(size)
      const searches = isLong ? ['', '?late=now&sort=due&owner=nobody', '?q=zirconium'] : ['?late=now&sort=due']
      for (const search of searches) {
        await visit(search)
        await expectAccessible(page, `register${search} at ${String(size.width)}`)
        const beyond = await page.evaluate<number>(
          `document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth`,
        )
        expect(beyond, `${search} at ${String(size.width)}`).toBeLessThanOrEqual(0)
      }
      const filters = page.getByRole('button', { name: 'Filters' })
      if (await filters.isVisible()) await filters.click()
      await page.getByRole('button', { name: /^State/ }).click()
      await expectAccessible(page, `register, states at ${String(size.width)}`)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

/** Runs in the page: of each link the row it stands in, and its case. */
const rowsAndCases = (links: unknown[]): [string, string][] =>
  (links as { dataset: { case: string }; closest: (of: string) => { ariaRowIndex: string } }[]).map((link) => [
    link.closest('tr').ariaRowIndex,
    link.dataset.case,
  ])
