// Two colleagues in one case, each in a browser of their own: notes between the messages, beside a reply that is being written.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

// One working day: a test goes on with the case of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('two colleagues in one case (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let lea: Person

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    lea = await company.seat(browser, await company.invite('Lea Sommer', 'handler'))
    for (const { page } of [jonas, lea]) page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'Coffee machine leaks again' },
      text: 'It came back today and it leaks again. There is a white ring on my oak worktop.',
    })
    await jonas.page.goto(company.desk.url)
    await jonas.page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(jonas.page)
    await jonas.page.getByRole('heading', { level: 1, name: 'Coffee machine leaks again' }).waitFor()
    await lea.page.goto(jonas.page.url())
    await lea.page.getByRole('heading', { level: 1, name: 'Coffee machine leaks again' }).waitFor()
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...jonas.troubles, ...lea.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const notes = (page: Page) => page.locator('.thread .note')
  const draftKept = (page: Page) => page.locator('.composer-foot:visible').getByText('Draft kept').waitFor()

  test('a colleague who does not own the case notes something by keyboard alone, and the owner sees it without loading again', async () => {
    await lea.page.getByText('Jonas Weber owns this case and answers it.').waitFor()
    await lea.page.keyboard.press('n')
    await lea.page.locator('#note:focus').waitFor()
    await lea.page.keyboard.type('The workshop says the base plate is bent; a seal alone will never hold.')
    await lea.page.keyboard.press('Control+Enter')
    await notes(lea.page).getByText('base plate').waitFor()
    await notes(jonas.page).getByText('base plate').waitFor({ timeout: 20_000 })
    expect(await notes(jonas.page).innerText()).toMatch(/^Lea Sommer, note to colleagues, /)
    expect(await lea.page.locator('#note').inputValue()).toBe('')
  })

  const head = (page: Page) => page.locator('.case-head')

  test('each sees that the other is there and what they write, until they leave', async () => {
    await head(jonas.page).getByText('Lea Sommer is reading this.').waitFor()
    await head(lea.page).getByText('Jonas Weber is reading this.').waitFor()
    await jonas.page.keyboard.press('r')
    await jonas.page.locator('#reply:focus').waitFor()
    await jonas.page.keyboard.type('D')
    await head(lea.page).getByText('Jonas Weber is writing a reply.').waitFor()
    await lea.page.keyboard.press('n')
    await lea.page.keyboard.type('W')
    await head(jonas.page).getByText('Lea Sommer is writing a note.').waitFor()
    await expectAccessible(jonas.page, 'case with somebody else in it')
    await jonas.page.keyboard.press('Backspace')
    await lea.page.keyboard.press('Backspace')
    const address = lea.page.url()
    await lea.page.goto(company.desk.url)
    await expect.poll(() => head(jonas.page).innerText(), { timeout: 5000 }).not.toContain('Lea Sommer')
    await lea.page.goto(address)
    await head(jonas.page).getByText('Lea Sommer is reading this.').waitFor()
  })

  test('whose browser died is gone within half a minute', async () => {
    const amira = await company.seat(browser, company.founder)
    await amira.page.goto(jonas.page.url())
    await head(jonas.page).getByText('Amira Haddad').waitFor({ timeout: 8000 })
    await amira.page.context().setOffline(true)
    // Silent for longer than a page is between two words; who still has one speaks again within that.
    company.pass(15)
    await expect.poll(() => head(jonas.page).innerText(), { timeout: 15_000 }).not.toContain('Amira Haddad')
    await amira.leave()
  })

  test('the draft of a reply and that of a note are kept apart, and both are there after loading again', async () => {
    const { page } = jonas
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.locator('#reply:focus').waitFor()
    await page.keyboard.type('Dear Marta, no third repair.')
    await page.getByRole('button', { name: 'Phone note' }).click()
    await page.getByRole('textbox', { name: 'Phone note' }).fill('She wants no third repair.')
    await draftKept(page)
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Dear Marta, no third repair.')
    await page.getByRole('button', { name: 'Phone note' }).click()
    expect(await page.getByRole('textbox', { name: 'Phone note' }).inputValue()).toBe('She wants no third repair.')
  })

  test('a telephone call says who called, stands on the timeline, and is gone from both once it is taken back', async () => {
    const { page } = jonas
    await page.getByRole('radio', { name: 'We called Marta Kowalczyk' }).check()
    await page.getByRole('button', { name: /^Add phone note/ }).click()
    const call = notes(page).filter({ hasText: 'She wants no third repair.' })
    await call.getByText('called Marta Kowalczyk, phone note').waitFor()
    const onTimeline = page.locator('.case-timeline .dot-us').filter({ hasText: 'we called' })
    await onTimeline.getByText('She wants no third repair.').waitFor()
    await call.getByRole('button', { name: 'Take back' }).click()
    await call.waitFor({ state: 'detached' })
    await onTimeline.waitFor({ state: 'detached' })
    // The words come back to who took them back, and to nobody else.
    expect(await page.getByRole('textbox', { name: 'Phone note' }).inputValue()).toBe('She wants no third repair.')
    await page.getByRole('textbox', { name: 'Phone note' }).fill('')
    expect(
      await notes(lea.page).filter({ hasText: 'base plate' }).getByRole('button', { name: 'Take back' }).count(),
    ).toBe(1)
    expect(await notes(page).getByRole('button', { name: 'Take back' }).count()).toBe(0)
  })

  test('by keyboard alone a colleague is mentioned, whose desk says so until they open the case', async () => {
    const [{ page }, desk] = [jonas, lea.page]
    await desk.goto(company.desk.url)
    await desk.getByRole('heading', { level: 1, name: 'Desk' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.locator('#note:focus').waitFor()
    await page.keyboard.type('Could you ask the workshop, @')
    const options = page.getByRole('listbox').getByRole('option')
    await options.first().waitFor()
    expect(await options.allInnerTexts()).toEqual(['Amira Haddad', 'Lea Sommer'])
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#note').getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('listbox').getByRole('option', { selected: true }).getAttribute('id'),
    )
    await expectAccessible(page, 'case, choosing whom to mention')
    await page.keyboard.press('Escape')
    await options.first().waitFor({ state: 'detached' })
    await page.keyboard.press('Backspace')
    await page.keyboard.type('@som')
    await page.getByRole('option', { name: 'Lea Sommer' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('whether it came back?')
    expect(await page.locator('#note').inputValue()).toBe(
      'Could you ask the workshop, @Lea Sommer whether it came back?',
    )
    await page.keyboard.press('Control+Enter')
    await notes(page).locator('.note-mention').getByText('@Lea Sommer').waitFor()

    const mention = desk.getByText('You were mentioned in A-1')
    await mention.waitFor({ timeout: 20_000 })
    await expectAccessible(desk, 'desk with a mention')
    await desk.getByRole('link', { name: 'A-1', exact: true }).focus()
    await desk.keyboard.press('Enter')
    await notes(desk).getByText('whether it came back?').waitFor()
    await desk.getByRole('link', { name: 'Desk' }).first().click()
    await desk.getByRole('heading', { level: 1, name: 'Desk' }).waitFor()
    await mention.waitFor({ state: 'detached' })
    expect(await desk.getByRole('link', { name: 'A-1', exact: true }).count()).toBe(0)
    await desk.goBack()
    await notes(desk).getByText('whether it came back?').waitFor()
  })

  test('no letter of ours says a word of any note', async () => {
    await jonas.page.keyboard.press('Escape')
    await jonas.page.keyboard.press('r')
    await jonas.page.locator('#reply:focus').waitFor()
    await jonas.page.keyboard.press('Control+Enter')
    await jonas.page.locator('.message-ours').getByText('arrived').waitFor({ timeout: 20_000 })
    const letters = company.letterBox.letters.join('\n')
    expect(letters).toContain('no third repair')
    expect(letters).not.toMatch(/base plate|She wants|came back\?/)
  })

  test('the case with its notes is accessible in light and dark, on a desk and on a phone', async () => {
    await jonas.page.getByRole('button', { name: 'Phone note' }).click()
    await jonas.page.setViewportSize({ width: 1440, height: 900 })
    await expectAccessible(jonas.page, 'case, phone note')
    await jonas.page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(jonas.page, 'case on a phone, phone note')
    await jonas.page.setViewportSize({ width: 1440, height: 900 })
  })
})
