// Telling staff, in a browser: a person sets what they hear and how, by keyboard alone; is told by mail, webhook and the browser; and reads their list.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, headerOf, openCompany, type Session } from './company.ts'
import { keyboard } from './hands.ts'

const asked = { timeout: 20_000, interval: 200 }

/** Stands where the browser's own notices are, and keeps what it is told. Written as a text, because it runs in the page. */
const noticesOfTheBrowser = `(() => {
  globalThis.shown = []
  globalThis.Notification = class {
    static permission = 'default'
    static requestPermission() {
      globalThis.Notification.permission = 'granted'
      return Promise.resolve('granted')
    }
    constructor(title, { tag, body }) {
      globalThis.shown.push({ title, tag, body })
    }
    close() {}
  }
})()`

describe.skipIf(chromiumPath === null)('notices (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let lea: Session
  let person: Person
  let page: Page
  const texts: string[] = []
  const chat = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.once('end', () => {
      texts.push((JSON.parse(body) as { text: string }).text)
      response.end('ok')
    })
  })

  beforeAll(async () => {
    await new Promise<void>((listening) => chat.listen(0, '127.0.0.1', listening))
    browser = await openBrowser()
    company = await openCompany()
    lea = await company.invite('Lea Brandt', 'handler')
    person = await company.seat(browser, lea)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
    await page.addInitScript(noticesOfTheBrowser)
  })
  afterAll(async () => {
    // That an address is refused is part of the story.
    const troubles = person.troubles.filter((words) => !words.includes('status of 400'))
    await company.stop()
    await browser.close()
    chat.close()
    expect(troubles).toEqual([])
  })
  const settings = async (): Promise<void> => {
    await page.goto(`${company.desk.url}/settings/notices`)
    await page.getByRole('table').waitFor()
  }
  const tick = async (name: string): Promise<void> => {
    const box = page.getByRole('checkbox', { name })
    const focused = box.and(page.locator(':focus-visible'))
    for (let step = 0; step < 80 && (await focused.count()) === 0; step++) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }

  test('what somebody is told, how and when is set by keyboard alone', async () => {
    await settings()
    await page.getByText('This browser has not been asked yet.').waitFor()
    for (const name of ['Mail', 'Browser', 'Webhook'].map((way) => `A customer answers: ${way}`)) await tick(name)
    await keyboard.press(page.getByRole('button', { name: 'Allow notices in this browser' }))
    await page.getByText('This browser shows them').waitFor()
    await tick('Only in my hours; what happens outside them waits until they begin')
    await page.getByRole('group', { name: 'Monday' }).waitFor()
    await tick('Only in my hours; what happens outside them waits until they begin')
    await keyboard.press(page.getByRole('button', { name: 'Save' }))
    await page.getByText('Saved.').waitFor()
    const { port } = chat.address() as AddressInfo
    const address = page.getByLabel('Address of the webhook')
    await keyboard.write(address, 'https://10.0.0.7/hook')
    await keyboard.press(page.getByRole('button', { name: 'Keep it' }))
    await page.getByText('It leads to an address that is not public.').waitFor()
    await keyboard.write(address, `http://127.0.0.1:${String(port)}/hook/hidden-part`)
    await keyboard.press(page.getByRole('button', { name: 'Keep it' }))
    await page.getByText('Goes to 127.0.0.1.').waitFor()
    await keyboard.press(page.getByRole('button', { name: 'Send a test' }))
    await page.getByText('The test was taken.').waitFor()
    expect(texts).toEqual([expect.stringContaining('This is a test')])
    expect(await page.content()).not.toContain('hidden-part')
    await settings()
    expect(await page.getByRole('checkbox', { name: 'A customer answers: Mail' }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: 'A promise runs low: Mail' }).isChecked()).toBe(false)
  })

  test('the settings are accessible in light and dark, also with hours, and on a phone', async () => {
    await settings()
    await page.getByRole('checkbox', { name: /Only in my hours/ }).check()
    await expectAccessible(page, 'notices')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page, 'phone: notices')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('what happens to their cases stands in their list, and what they chose comes by every way they chose', async () => {
    await page.goto(company.desk.url)
    await page.getByText('Nothing yet. What happens to your cases stands here.').waitFor()
    await company.mail({ from: 'Omar <omar@customer.example>', subject: 'The lamp hums', text: 'It hums at night.' })
    const desk = () => company.ask<{ waiting: number }>(company.founder, 'GET', '/api/desk')
    await vi.waitUntil(async () => (await desk()).waiting === 1, asked)
    const { caseId } = await company.ask<{ caseId: string }>(company.founder, 'POST', '/api/desk/take-next', {})
    const seen = () =>
      company.ask<{ version: number; acknowledgedAt: string | null }>(company.founder, 'GET', `/api/cases/${caseId}`)
    // The acknowledgement that arrives changes the case.
    await vi.waitUntil(async () => (await seen()).acknowledgedAt !== null, asked)
    const { version } = await seen()
    const { staff } = await company.ask<{ staff: { staffId: string; name: string }[] }>(lea, 'GET', '/api/staff')
    const staffId = staff.find(({ name }) => name === 'Lea Brandt')?.staffId
    await company.ask(company.founder, 'POST', `/api/cases/${caseId}/assign`, { version, staffId, summary: 'It hums.' })
    // The tick says so, within a minute.
    await company.desk.tick()
    const line = page.getByRole('link', { name: /A-1 is yours/ })
    await line.waitFor()
    await expectAccessible(page, 'desk with a notice')
    await page.evaluate("globalThis.Notification.permission = 'granted'")
    await company.mail({
      ...{ from: 'Omar <omar@customer.example>', subject: 'Re: The lamp hums', text: 'It hums by day as well.' },
      headers: { 'in-reply-to': acknowledgementOf(company), references: acknowledgementOf(company) },
    })
    await page.getByRole('link', { name: /A customer answered in A-1/ }).waitFor()
    // What has gathered for a minute goes at the next tick.
    await company.desk.desk.house.ownerPool.query("update staff_notice set at = at - interval '2 minutes'")
    await company.desk.tick()
    const shown = () => page.evaluate<{ title: string; body: string }[]>('globalThis.shown')
    await expect
      .poll(async () => (await shown()).map(({ title }) => title), asked)
      .toEqual(['A customer answered in A-1'])
    expect((await shown())[0]?.body).toMatch(/^A-1, due /)
    await expect.poll(() => texts.length, asked).toBe(2)
    expect(texts[1]).toMatch(/^A customer answered in A-1\nA-1, due .*: http:\/\/127\.0\.0\.1:\d+\/cases\//)
    const letters = () => company.letterBox.letters.filter((one) => headerOf(one, 'To') === 'lea@halden.example')
    await expect.poll(() => letters().length, asked).toBe(1)
    expect(headerOf(letters()[0] ?? '', 'Subject')).toBe('A customer answered in A-1')
    expect(headerOf(letters()[0] ?? '', 'Auto-Submitted')).toMatch(/^auto-/)
    expect(JSON.stringify([texts, letters(), await shown()])).not.toMatch(/Omar|hums/)
  })

  test('the list is read quietly', async () => {
    await page.goto(company.desk.url)
    await page.getByRole('link', { name: 'A-1 is yours (new)' }).click()
    await page.getByRole('textbox', { name: 'Reply' }).waitFor()
    await page.goto(company.desk.url)
    await page.getByRole('link', { name: 'A-1 is yours', exact: true }).waitFor()
    await keyboard.press(page.getByRole('button', { name: 'Mark all as read' }))
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' })
  })
})

const acknowledgementOf = ({ letterBox }: Company): string => {
  const letter = letterBox.letters.find((one) => headerOf(one, 'To').includes('omar@customer.example'))
  return headerOf(letter ?? '', 'Message-ID')
}
