// A lead merges, splits and moves in a browser, once by mouse and once by keyboard alone, while the owner of the case looks on; and undoes it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, headerOf, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

const phone = { width: 390, height: 844 }

// One working day: a test goes on with the cases of the one before, so none can be tried again.
describe.skipIf(chromiumPath === null)('two cases of one customer (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let tomas: Person
  let jonas: Person
  let first = ''
  let second = ''

  const marta = 'Marta Kowalczyk <marta@customer.example>'
  const headed = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const casesOf = (page: Page) => page.locator('.other-cases a')
  const line = (page: Page, words: RegExp) => page.locator('.rearranged').filter({ hasText: words })

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    tomas = await company.seat(browser, await company.invite('Tomas Lind', 'lead'))
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    for (const { page } of [tomas, jonas]) page.setDefaultTimeout(10_000)
    await company.mail({ from: marta, subject: 'Coffee machine leaks', text: 'It leaks from below since Monday.' })
    await jonas.page.goto(company.desk.url)
    await jonas.page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(jonas.page)
    await headed(jonas.page, 'Coffee machine leaks')
    first = jonas.page.url()
    await vi.waitUntil(() => company.letterBox.letters.length > 0, { timeout: 20_000 })
    const [letter = ''] = company.letterBox.letters
    const answers = { 'in-reply-to': headerOf(letter, 'message-id'), to: headerOf(letter, 'reply-to') }
    await company.mail({ from: marta, subject: 'Re: A-1', text: 'And my toaster burns everything.', headers: answers })
    await jonas.page.getByText('my toaster burns').first().waitFor({ timeout: 20_000 })
    await company.mail({ from: marta, subject: 'Leaking machine', text: 'I wrote on Monday: it leaks. Anybody there?' })
    await jonas.page.getByRole('link', { name: /Leaking machine/ }).waitFor({ timeout: 20_000 })
    second = new URL((await casesOf(jonas.page).first().getAttribute('href')) ?? '', first).href
    await tomas.page.goto(first)
    await headed(tomas.page, 'Coffee machine leaks')
  }, 120_000)
  afterAll(async () => {
    const troubles = [...tomas.troubles, ...jonas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('by mouse: the duplicate is merged after a look at what that does, and the owner sees it at once', async () => {
    const { page } = tomas
    await page.locator('.case-more summary').click()
    await expectAccessible(page, 'case with its menu open')
    await page.getByRole('button', { name: /^Merge/ }).click()
    await page.getByRole('combobox', { name: 'Which case is the same?' }).selectOption({ index: 1 })
    const preview = page.locator('.merge-preview')
    await preview.getByText('A-2 becomes part of A-1, with 1 message.').waitFor()
    await preview.getByText('Jonas Weber answers for it.').waitFor()
    expect(await preview.getByRole('row').filter({ hasText: 'runs on' }).count()).toBe(2)
    await expectAccessible(page, 'merging, with its preview')
    // The other way round it cannot be: somebody owns the one that would go.
    await page.getByRole('radio', { name: 'A-2' }).check()
    await page.getByText('Let the owned one stay').waitFor()
    await page.getByRole('radio', { name: 'A-1, this one' }).check()
    await page.getByRole('button', { name: 'Merge', exact: true }).last().click()
    await line(page, /A-2 was merged into A-1 by Tomas Lind/).waitFor()
    await page.getByText('Anybody there?').first().waitFor()
    await line(jonas.page, /A-2 was merged into A-1 by Tomas Lind/).waitFor({ timeout: 20_000 })
    await expectAccessible(page, 'case with what was merged into it')
  })

  test('the old address leads to the case that goes on, on a phone as well', async () => {
    const { page } = jonas
    await page.setViewportSize(phone)
    await page.goto(second)
    await page.waitForURL(first)
    await line(page, /A-2 was merged into A-1/).waitFor()
    await page.locator('.case-more summary').click()
    await expectAccessible(page, 'merged case on a phone, its menu open')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('the undo brings the duplicate back, for whoever looks at it', async () => {
    const { page } = tomas
    await line(page, /A-2 was merged/)
      .getByRole('button', { name: /^Undo/ })
      .click()
    await line(page, /Undone by Tomas Lind/)
      .getByRole('link', { name: 'To A-2' })
      .waitFor()
    await casesOf(jonas.page).filter({ hasText: 'Leaking machine' }).waitFor({ timeout: 20_000 })
    await jonas.page.goto(second)
    await headed(jonas.page, 'Leaking machine')
    await jonas.page.goto(first)
  })

  test('by keyboard alone: a message is split off, found in its own case, and put back', async () => {
    const { page } = tomas
    await page.keyboard.press('s')
    await page.locator('.message-choose input:focus').waitFor()
    await page.keyboard.press('Space')
    await page.getByText('1 message chosen.').waitFor()
    await expectAccessible(page, 'choosing messages to split off')
    await keyboard.press(page.locator('[type=submit]').filter({ hasText: 'Split off' }))
    const split = line(page, /1 message was split off as A-3 by Tomas Lind/)
    await split.waitFor()
    await line(jonas.page, /split off as A-3/).waitFor({ timeout: 20_000 })
    await page.locator('.thread').getByText('my toaster burns').waitFor({ state: 'detached' })
    await split.getByRole('link', { name: 'To A-3' }).focus()
    await page.keyboard.press('Enter')
    await line(page, /Split off A-1 by Tomas Lind/).waitFor()
    await page.locator('.thread').getByText('my toaster burns').waitFor()
    await page.getByText('Owner: Jonas Weber').waitFor()
    await page.keyboard.press('u')
    // The number of the new case leads back to the one it came from.
    await page.waitForURL(first)
    await page.locator('.thread').getByText('my toaster burns').waitFor()
  })

  test('by keyboard alone: a message is moved to the other case, and the merge is done as well', async () => {
    const { page } = tomas
    await page.locator('.thread').getByText('my toaster burns').waitFor()
    await page.keyboard.press('v')
    await page.locator('.message-choose input:focus').waitFor()
    await page.keyboard.press('Space')
    const move = page.locator('[type=submit]').filter({ hasText: 'Move' })
    await expect.poll(() => move.isEnabled()).toBe(true)
    await keyboard.press(move)
    await line(page, /1 message was moved to A-2 by Tomas Lind/).waitFor()
    // What the same merge would have done before is not shown while it is asked anew: it would be refused.
    await page.route('**/api/cases/*/merge/*', async (route) => {
      await sleep(500)
      await route.continue()
    })
    await page.keyboard.press('m')
    await page.locator('select:focus').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.locator('.merge-preview').waitFor()
    await keyboard.press(page.locator('[type=submit]').filter({ hasText: 'Merge' }))
    await line(page, /A-2 was merged into A-1/)
      .last()
      .waitFor()
    await page.locator('.thread').getByText('my toaster burns').waitFor()
    await page.keyboard.press('u')
    await line(page, /Undone by Tomas Lind/)
      .last()
      .waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await expectAccessible(page, 'case after all of it')
  })

  test('the timeline shows only what is asked for, and keeps to it', async () => {
    const { page } = tomas
    const timeline = page.locator('.case-timeline')
    await timeline.getByRole('button', { name: 'Cases' }).click()
    const lines = timeline.locator('.timeline li')
    await lines.filter({ hasText: 'was merged into' }).first().waitFor()
    expect(await lines.filter({ hasText: 'customer wrote' }).count()).toBe(0)
    await company.mail({ from: marta, subject: 'Leaking machine', text: 'Hello again, nobody?' })
    await casesOf(page).filter({ hasText: 'Leaking machine' }).nth(1).waitFor({ timeout: 20_000 })
    expect(await lines.filter({ hasText: 'customer wrote' }).count()).toBe(0)
    await timeline.getByRole('button', { name: 'Every kind' }).click()
    await lines.filter({ hasText: 'customer wrote' }).first().waitFor()
  })
})
