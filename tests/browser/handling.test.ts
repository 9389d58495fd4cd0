// What a handler does with cases besides answering them, in a real browser over the whole desk: with the letters that follow from it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, headerOf, openCompany, type Session } from './company.ts'

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

// One working day: a test goes on with the cases of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('a handler at work (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Session
  let person: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.invite('Jonas Weber', 'handler')
    await company.invite('Lea Sommer', 'handler')
    person = await company.seat(browser, jonas)
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

  const letterTo = async (address: string, words: string): Promise<string> => {
    const find = () => company.letterBox.letters.findLast((one) => one.includes(address) && one.includes(words))
    await expect.poll(find, { timeout: 20_000 }).toBeDefined()
    return find() ?? ''
  }
  const unacknowledged = async (): Promise<number | null> =>
    (await company.desk.desk.house.ownerPool.query('select from cases where acknowledged_at is null')).rowCount
  /** Somebody complains by mail, and Jonas takes it. */
  const take = async (name: string, text: string, file?: { name: string; type: string; base64: string }) => {
    const from = `${name.toLowerCase()}@customer.example`
    await company.mail({ from: `${name} <${from}>`, subject: `${name}'s lamp`, text, ...(file ? { file } : {}) })
    await letterTo(from, 'We have your message')
    // That it left changes the case; what is done on a page from before would be refused as older than that.
    await vi.waitUntil(async () => (await unacknowledged()) === 0, { timeout: 20_000, interval: 100 })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText(name, { exact: true }).waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByRole('heading', { level: 1, name: `${name}'s lamp` }).waitFor()
    return from
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const head = (of: Page) => of.locator('.case-head')
  const reply = async (text: string) => {
    await page.getByRole('textbox', { name: 'Reply' }).fill(text)
    await page.keyboard.press('Control+Enter')
    await page.locator('.message-ours', { hasText: text }).getByText('arrived').waitFor({ timeout: 20_000 })
  }
  const finish = async (text: string) => {
    await page.locator('.case-actions').getByRole('button', { name: 'Finish' }).click()
    await page.getByRole('textbox', { name: 'Final answer' }).fill(text)
    await page.getByRole('radio', { name: 'Founded', exact: true }).check()
    await page.getByRole('button', { name: /^Send final answer/ }).click()
    await head(page).getByText('answered').waitFor({ timeout: 20_000 })
  }

  test('waits for the customer with the clock standing still, and goes on', async () => {
    await take('Marta', 'My lamp flickers.')
    await page.keyboard.press('w')
    await page
      .getByLabel('What is missing?')
      .or(page.locator('.work-form input[type=text]'))
      .first()
      .fill('A photograph')
    await page.locator('.work-form').getByRole('button').first().click()
    await page.locator('.waiting').getByText('A photograph').waitFor()
    await head(page).getByText('waiting').first().waitFor()
    await press('Go on now')
    await page.locator('.waiting').waitFor({ state: 'detached' })
  })

  test('gives a promise, sees it count, and marks it as kept', async () => {
    await page.keyboard.press('p')
    await page.getByLabel('What do you promise?').fill('A call about the bulb')
    await press('Promise it')
    await page.locator('.promises').getByText('A call about the bulb').waitFor()
    await press('It was kept')
    await page.locator('.promises').getByText('A call about the bulb').waitFor({ state: 'detached' })
  })

  test('hands a case over with a summary, undoes it, and hands it over again', async () => {
    for (const isMeant of [false, true]) {
      await page.keyboard.press('h')
      await page.getByLabel('To whom?').selectOption({ label: 'Lea Sommer' })
      await page.getByLabel('What should they know?').fill('The bulb is new; it flickers all the same.')
      await page.locator('.work-form').getByRole('button', { name: 'Hand over' }).click()
      await head(page).getByText('Owner: Lea Sommer.').waitFor()
      await page.getByText('The customer is told in a minute.').waitFor()
      if (isMeant) break
      await expectAccessible(page, 'case just handed over')
      await page.keyboard.press('u')
      await head(page).getByText('Owner: you.').waitFor()
      await page.getByText('The customer is told in a minute.').waitFor({ state: 'detached' })
    }
    expect(company.letterBox.letters.filter((one) => one.includes('new contact'))).toEqual([])
  })

  test('gets a picture and sends a file', async () => {
    const from = await take('Omar', 'See the picture.', { name: 'lamp.png', type: 'image/png', base64: picture })
    const link = page.locator('.thread .attachments a', { hasText: 'lamp.png' })
    await link.locator('img').waitFor()
    await expect.poll(() => page.evaluate("document.querySelector('.thread .attachments img').naturalWidth")).toBe(1)
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('Return label 418') },
    })
    await page.locator('.outgoing').getByText('label.txt', { exact: true }).waitFor()
    await page
      .locator('.outgoing')
      .getByText(/byte|kB/)
      .waitFor()
    await reply('The label for sending it back is with this letter.')
    expect(await letterTo(from, 'label.txt')).toContain(Buffer.from('Return label 418').toString('base64'))
  })

  test('rejects what was answered, with reasons and with where else to turn; a reply that it is still broken opens it again', async () => {
    const from = await take('Ines', 'I want a new lamp for an old one.')
    await finish('The lamp is eleven years old, and its warranty was two.')
    await page.locator('.case-actions').getByRole('button', { name: 'Reject' }).click()
    await page.getByLabel('Why?').fill('It worked for eleven years.')
    await page.getByLabel('Where else can they turn?').fill('The consumer board in Berlin.')
    await page.locator('.work-form').getByRole('button', { name: 'Reject' }).click()
    await head(page).getByText('rejected').waitFor()
    const letter = await letterTo(from, 'consumer board in Berlin')
    await company.mail({
      ...{ from: `Ines <${from}>`, subject: `Re: ${headerOf(letter, 'subject')}`, text: 'It is still broken.' },
      headers: { to: headerOf(letter, 'reply-to'), 'in-reply-to': headerOf(letter, 'message-id') },
    })
    // By itself: nobody loads the page again.
    await head(page).getByText('in progress').waitFor({ timeout: 20_000 })
    await page.locator('.thread').getByText('It is still broken.').waitFor()
    await page.locator('.promises').getByText('Next answer').waitFor()
  })

  test('says that the customer called it settled, and how they said it', async () => {
    await page.locator('.case-actions').getByRole('button', { name: 'Settled, they say' }).click()
    await page.getByLabel('When and how did they say so?').fill('She rang at ten and took the repair.')
    await press('Resolved')
    await head(page).getByText('resolved').waitFor()
  })

  test('says that a complaint is about a colleague, and the page says who cannot answer it', async () => {
    await take('Rosa', 'Somebody at the till shouted at me.')
    await page.locator('.case-side').getByRole('button', { name: 'It is about a colleague' }).click()
    await page.getByLabel('About whom?').selectOption({ label: 'Lea Sommer' })
    await press('It is about them')
    await head(page).getByText('who cannot answer it: Lea Sommer.').waitFor()
  })

  test('decides who may speak in a case: one reply joins it, another becomes a case of its own', async () => {
    const from = await take('Petra', 'It hums at night.')
    const letter = await letterTo(from, 'We have your message')
    for (const [name, text] of [
      ['Sister', 'I am her sister, it hums here too.'],
      ['Stranger', 'Mine arrived in pieces.'],
    ] as const) {
      await company.mail({
        ...{ from: `${name} <${name.toLowerCase()}@else.example>`, subject: 'Re: the lamp', text },
        headers: { 'in-reply-to': headerOf(letter, 'message-id') },
      })
    }
    await page.goto(`${company.desk.url}/?view=to-confirm`)
    const waiting = (text: string) => page.locator('.to-confirm li', { hasText: text })
    await waiting('her sister').waitFor({ timeout: 20_000 })
    await waiting('in pieces').waitFor({ timeout: 20_000 })
    await waiting('her sister').getByRole('button', { name: 'It belongs to this case' }).click()
    await waiting('her sister').waitFor({ state: 'detached' })
    await waiting('in pieces').getByRole('button', { name: 'Make it a case of its own' }).click()
    await page.getByText('Nothing waits to be confirmed.').waitFor()
    await page.locator('.take-next').getByText('Stranger', { exact: true }).waitFor({ timeout: 20_000 })
    await page.getByRole('button', { name: /^My cases/ }).click()
    await page.locator('.case-line', { hasText: 'Petra' }).click()
    await page.locator('.thread').getByText('it hums here too').waitFor()
  })

  test('asks for what came earlier, and again where that failed', async () => {
    // A seat of its own: the console of this one is to complain.
    const other = await company.seat(browser, jonas)
    const entry = { at: '2026-11-17T11:00:00Z', kind: 'note', by: 'us', details: {}, caseId: null }
    let isAway = true
    await other.page.route('**/api/cases/*/page', async (route) => {
      const answer = await route.fetch()
      const timeline = { entries: [{ ...entry, text: 'late' }], earlier: 'the-place' }
      return route.fulfill({ json: { ...((await answer.json()) as object), timeline } })
    })
    await other.page.route('**/api/**/timeline?before=*', (route) =>
      isAway ? route.abort() : route.fulfill({ json: { entries: [{ ...entry, text: 'early' }], earlier: null } }),
    )
    await other.page.goto(page.url())
    const timeline = other.page.locator('.case-timeline')
    await timeline.getByRole('button', { name: 'Earlier' }).click()
    await timeline.getByRole('button', { name: 'Try again' }).waitFor()
    isAway = false
    await timeline.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => timeline.locator('.timeline bdi').allInnerTexts()).toEqual(['early', 'late'])
    await other.leave()
  })

  test('told the customer of the handover once, by whom they are looked after, and not before it could no longer be undone', async () => {
    company.pass(60)
    const letter = await letterTo('marta@customer.example', 'new contact')
    expect(company.letterBox.letters.filter((one) => one.includes('new contact'))).toHaveLength(1)
    expect(headerOf(letter, 'auto-submitted')).toMatch(/^auto-/)
  })
})
