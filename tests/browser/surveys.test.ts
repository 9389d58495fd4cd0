// Asking afterwards, in a browser: switched on by keyboard, answered by a customer without JavaScript and by keyboard, seen on the case, in the
// figures and in the register.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, openPerson, type Person } from './browser.ts'
import { type Company, headerOf, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

const asked = { timeout: 20_000, interval: 200 }
const phone = { width: 390, height: 844 }

describe.skipIf(chromiumPath === null)('surveys (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let amira: Person
  let mira: Person
  let caseId = ''
  let link = ''

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    amira = await company.seat(browser, company.founder)
    mira = await openPerson(browser, { javaScriptEnabled: false, viewport: phone })
    for (const { page } of [amira, mira]) page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    const troubles = [...amira.troubles, ...mira.troubles.filter((words) => !/status of (400|404|410)/.test(words))]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('an administrator reads the letter and switches surveys on, by keyboard', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/settings/surveys`)
    await page.getByText('How did we treat you? Case A-42').waitFor()
    await page.getByText('Nobody was asked in these days.').waitFor()
    await expectAccessible(page, 'surveys, off')
    const state = page.getByLabel('Customers are asked')
    await state.focus()
    await page.keyboard.type('Yes')
    await page.getByText('once a case, and not after a rejection').waitFor()
    await keyboard.write(page.getByLabel('Hours after the case was settled'), '1')
    await keyboard.press(page.getByRole('button', { name: 'Save' }))
    await page.getByText('Saved.').waitFor()
    await page.reload()
    await expect.poll(() => page.getByLabel('Hours after the case was settled').inputValue()).toBe('1')
    expect(await state.inputValue()).toBe('on')
  })

  test('once a case is settled its customer is sent a letter with a link of their own', async () => {
    const { ask, founder } = company
    await company.mail({ from: 'Mira <mira@customer.example>', subject: 'The lamp hums', text: 'It hums at night.' })
    const desk = () => ask<{ waiting: number }>(founder, 'GET', '/api/desk')
    await vi.waitUntil(async () => (await desk()).waiting === 1, asked)
    caseId = (await ask<{ caseId: string }>(founder, 'POST', '/api/desk/take-next', {})).caseId
    const of = () => ask<{ version: number; finalAnsweredAt: string | null }>(founder, 'GET', `/api/cases/${caseId}`)
    const answer = { text: 'A new lamp is on its way.', final: true, finding: 'founded', evidence: null, fileIds: [] }
    await ask(founder, 'POST', `/api/cases/${caseId}/answer`, { version: (await of()).version, ...answer })
    await vi.waitUntil(async () => (await of()).finalAnsweredAt !== null, asked)
    const told = { version: (await of()).version, reason: 'On the telephone.' }
    await ask(founder, 'POST', `/api/cases/${caseId}/resolve`, told)
    const { ownerPool } = company.desk.desk.house
    const waiting = () => ownerPool.query("select from survey where state = 'waiting'")
    await vi.waitUntil(async () => (await waiting()).rowCount === 1, asked)
    await ownerPool.query(
      "update survey set due_at = due_at - interval '2 hours', look_at = look_at - interval '2 hours'",
    )
    await company.desk.tick()
    const letter = () =>
      company.letterBox.letters.find((one) => headerOf(one, 'Subject').startsWith('How did we treat'))
    await expect.poll(letter, asked).toBeTruthy()
    expect(headerOf(letter() ?? '', 'List-Unsubscribe')).toMatch(
      /^<http:\/\/127\.0\.0\.1:\d+\/survey\/[\w-]{64}\/unsubscribe>$/,
    )
    link = /<(http\S+)\/unsubscribe>/.exec(headerOf(letter() ?? '', 'List-Unsubscribe'))?.[1] ?? ''
    await amira.page.goto(`${company.desk.url}/cases/${caseId}`)
    await amira.page.getByText('Asked how we treated them, no answer so far:').waitFor()
    expect(await amira.page.content()).not.toContain(link.slice(-30))
  })

  test('they answer on a phone, without JavaScript and by keyboard, and see that it was heard', async () => {
    const { page } = mira
    await page.goto(link)
    await page.getByRole('heading', { name: 'How did we treat you?' }).waitFor()
    const send = page.getByRole('button', { name: 'Send' })
    await keyboard.press(send)
    await page.getByText('Nothing is marked yet.').waitFor()
    const score = (sentence: RegExp, given: string) =>
      page.getByRole('group', { name: sentence }).getByRole('radio', { name: given })
    await keyboard.choose(score(/What came of it/, '2'))
    await keyboard.choose(score(/treated with respect/, '5'))
    await keyboard.write(page.getByLabel('What should we know?'), 'The new one hums as well.')
    await keyboard.press(page.getByRole('button', { name: 'Send' }))
    await page.getByRole('heading', { name: 'Thank you.' }).waitFor()
    await page.getByRole('link', { name: 'Change my answer' }).click()
    expect(await score(/What came of it/, '2').isChecked()).toBe(true)
    await page.getByRole('link', { name: 'I want no such questions any more' }).click()
    await page.getByRole('button', { name: 'Ask me no more' }).waitFor()
  })

  test('its pages are accessible in light and dark, on a phone', async () => {
    // With JavaScript, which the page does not use and axe does.
    const { page, leave, troubles } = await openPerson(browser, { viewport: phone })
    const pages = [link, `${link}?done=yes`, `${link}/unsubscribe`, `${company.desk.url}/survey/none`]
    for (const address of pages) {
      await page.goto(address)
      await expectAccessible(page, address.slice(-30))
    }
    expect(troubles.filter((words) => !words.includes('status of 404'))).toEqual([])
    await leave()
  })

  test('the case, the timeline, the figures and the register tell it', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/cases/${caseId}`)
    const afterwards = page.getByRole('region', { name: 'Afterwards' })
    await afterwards.getByText('The new one hums as well.').waitFor()
    await page.getByText('said how we treated them: outcome 2, way there –, respect 5').waitFor()
    await expectAccessible(page, 'case with a survey')
    await page.goto(`${company.desk.url}/settings/surveys`)
    await page.getByRole('link', { name: '1 answered' }).waitFor()
    await page.getByText('not enough to say (fewer than 10)').first().waitFor()
    await expectAccessible(page, 'surveys, with figures')
    await page.setViewportSize(phone)
    await expectAccessible(page, 'phone: surveys, with figures')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('link', { name: '1 gave 2: What came of it was fair' }).click()
    await page.getByRole('link', { name: /The lamp hums/ }).waitFor()
    expect(await page.getByLabel('Asked afterwards').inputValue()).toBe('outcome-2')
    await expectAccessible(page, 'register by survey')
    await page.getByLabel('Asked afterwards').selectOption('unanswered')
    await page.getByText('No case is like this.').waitFor()
    await page.getByLabel('Asked afterwards').selectOption('')
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })
})
