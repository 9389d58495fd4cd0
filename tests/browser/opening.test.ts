// How pages are opened: a case with one question, whose parts fail alone where the server fails; a desk with the first of many cases.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

const many = 33

describe.skipIf(chromiumPath === null)('opening (needs Chromium)', () => {
  let browser: Browser
  let company: Company
  let person: Person
  let page: Page
  let caseId = ''

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    for (let n = 1; n <= many; n++)
      await company.mail({
        from: `Person ${String(n)} <p${String(n)}@customer.example>`,
        subject: `Lamp ${String(n)}`,
        text: 'It hums.',
      })
    const desk = () => company.ask<{ waiting: number }>(company.founder, 'GET', '/api/desk')
    await vi.waitUntil(async () => (await desk()).waiting === many, { timeout: 60_000, interval: 200 })
    for (let n = 1; n <= many; n++)
      ({ caseId } = await company.ask<{ caseId: string }>(company.founder, 'POST', '/api/desk/take-next', {}))
    person = await company.seat(browser, company.founder)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    await company.stop()
    await browser.close()
  })

  let before = 0
  /** Questions about the case since `before`. That somebody is there is said beside them, and what it may be about and what its customer asks for are
   * worked out beside them; nothing else on the page waits for that. */
  const asked = () =>
    person.requests
      .slice(before)
      .filter((url) => url.includes(`/api/cases/${caseId}`))
      .map((url) => url.split(caseId)[1])
      .filter((part) => part !== '/presence' && part !== '/topic' && part !== '/asked-for')
  const parts = () => [
    page.getByText('It hums.').first(),
    page.locator('.case-timeline li').first(),
    page.locator('.promises li').first(),
  ]

  test('a case comes in one answer, and what was written into it is asked for again in one', async () => {
    before = person.requests.length
    await page.goto(`${company.desk.url}/cases/${caseId}`)
    for (const part of parts()) await part.waitFor()
    expect(asked()).toEqual(['/page'])
    await company.ask(company.founder, 'POST', `/api/cases/${caseId}/promises`, {
      version: (await company.ask<{ version: number }>(company.founder, 'GET', `/api/cases/${caseId}`)).version,
      about: 'a call',
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    await page.locator('.promises').getByText('a call').first().waitFor()
    expect(new Set(asked())).toEqual(new Set(['/page']))
  })

  test('where the server fails at one part, the others stand and that one can be asked for again', async () => {
    let isBroken = true
    const failing = { status: 500, contentType: 'application/problem+json', body: '{"status":500,"code":"bug"}' }
    await page.route(/\/(page|timeline)$/, (route) => (isBroken ? route.fulfill(failing) : route.continue()))
    await page.goto(`${company.desk.url}/cases/${caseId}`)
    const [messages, timeline, promises] = parts() as [
      ReturnType<Page['locator']>,
      ReturnType<Page['locator']>,
      ReturnType<Page['locator']>,
    ]
    await messages.waitFor()
    await promises.waitFor()
    expect(await timeline.count()).toBe(0)
    isBroken = false
    await page.locator('.case-timeline').getByRole('button', { name: 'Try again' }).click()
    await timeline.waitFor()
    await page.unrouteAll()
  })

  test('a desk shows the first of many cases, all on demand, and the same ones when one comes back to it', async () => {
    await page.goto(company.desk.url)
    const lines = page.locator('a.case-line')
    await expect.poll(() => lines.count()).toBe(25)
    expect(await page.getByRole('link', { name: /^Desk/ }).textContent()).toContain(String(many))
    await page.getByRole('button', { name: 'Show 8 more' }).click()
    await expect.poll(() => lines.count()).toBe(many)
    expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0)
    await lines.last().click()
    await page.locator('.case-head').waitFor()
    await page.goBack()
    await expect.poll(() => lines.count()).toBe(many)
    await expect.poll(() => page.locator('li:last-child > a.case-line:focus').count()).toBe(1)
  })

  test('what happened between the first answer and the beginning of the stream is heard as well', async () => {
    const late = await company.seat(browser, company.founder)
    let begin: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (begin = resolve))
    await late.page.route('**/api/events', async (route) => {
      await begun
      await route.continue()
    })
    await late.page.goto(company.desk.url)
    const takeNext = late.page.getByRole('button', { name: 'Take next' })
    await late.page.getByText('Nothing waits').first().waitFor()
    await company.mail({ from: 'Ines <ines@customer.example>', subject: 'A lamp', text: 'It hums.' })
    const desk = () => company.ask<{ waiting: number }>(company.founder, 'GET', '/api/desk')
    await vi.waitUntil(async () => (await desk()).waiting === 1, { timeout: 20_000, interval: 100 })
    expect(await takeNext.isEnabled()).toBe(false)
    begin()
    await late.page.locator('.take-next').getByText('Ines').waitFor({ timeout: 20_000 })
    await late.leave()
  })
})
