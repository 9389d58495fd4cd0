// Finding people and doing anything by keyboard: the page of customers, a person's page in panels, and the command palette.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

// One working day: a test goes on with what the one before has left, so none can be tried again.
/** Whether the field has the focus as soon as it stands: what is typed then must not go elsewhere. */
const whetherFocusedFromTheFirst = `new Promise((done) => new MutationObserver((_, watch) => {
  const field = document.querySelector('.palette-input')
  if (field === null) return
  watch.disconnect()
  done(document.activeElement === field)
}).observe(document.body, { childList: true, subtree: true }))`

describe.skipIf(chromiumPath === null)('customers and the palette (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    page = jonas.page
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...jonas.troubles]
    await company.stop()
    await browser.close()
    // What the test itself broke.
    expect(troubles.filter((one) => !/\/(purchases|promises|page)\b/.test(one))).toEqual([])
  })

  const lines = () => page.locator('.lines a')
  const palette = () => page.getByRole('combobox', { name: 'What do you want to do, or where do you want to go?' })
  const option = (words: string | RegExp) => page.getByRole('option', { name: words })
  const open = async () => {
    await page.keyboard.press('Control+k')
    await palette().waitFor()
  }

  test('customers begin with nobody, then with whoever was heard last, and are found by number', async () => {
    await page.goto(`${company.desk.url}/customers`)
    await page.getByText('Nobody has written yet.').waitFor()
    await expectAccessible(page, 'customers before anybody wrote')
    await company.mail({
      from: 'Marta Kowalczyk <marta@customer.example>',
      subject: 'Coffee machine leaks',
      text: 'It leaks.',
    })
    await lines().filter({ hasText: 'Marta Kowalczyk' }).waitFor({ timeout: 20_000 })
    await company.mail({ from: 'Ben Adler <ben@customer.example>', subject: 'Lamp flickers', text: 'It flickers.' })
    await lines().filter({ hasText: 'Ben Adler' }).waitFor({ timeout: 20_000 })
    expect(await lines().first().innerText()).toContain('Lamp flickers')
    await expectAccessible(page, 'people lately heard')
    await page.getByRole('searchbox').fill('A-1')
    await page.getByLabel('People found').getByText('Marta Kowalczyk').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Marta Kowalczyk' }).waitFor()
  })

  test('a panel of a person that cannot be loaded fails alone', async () => {
    await page.getByText('No purchase is known.').waitFor()
    await page.getByText('First answer by').or(page.getByText('Acknowledged by')).first().waitFor()
    await page.getByText('Wrote to us, 1 case').waitFor()
    await expectAccessible(page, 'a person')
    await page.route('**/purchases', (route) => route.abort())
    await page.reload()
    const purchases = page.locator('.panel', { hasText: 'Purchases' })
    await purchases.getByRole('alert').waitFor()
    await page.getByText('Wrote to us, 1 case').waitFor()
    await page.unroute('**/purchases')
    await purchases.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('No purchase is known.').waitFor()
  })

  test('the palette is loaded when it is wanted, goes anywhere, and gives the focus back', async () => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor()
    expect(loaded.filter((url) => url.includes('palette'))).toEqual([])
    await page.getByRole('link', { name: 'Customers' }).focus()
    await open()
    await option(/^Take next/).waitFor()
    await expectAccessible(page, 'the palette')
    await page.keyboard.press('Escape')
    await palette().waitFor({ state: 'detached' })
    await page.locator('a:focus', { hasText: 'Customers' }).waitFor()
    const hadFocus = page.evaluate<boolean>(whetherFocusedFromTheFirst)
    await open()
    expect(await hadFocus).toBe(true)
    await page.keyboard.type('faild job')
    await expect.poll(() => page.locator('[role=option][aria-selected=true]').innerText()).toContain('Failed jobs')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('comp')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/settings/company')
    await open()
    await page.keyboard.type('kowal')
    await option(/A-1, Coffee machine leaks/).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Marta Kowalczyk' }).waitFor()
    await open()
    await page.keyboard.type('xyzzy')
    await page.getByText('Nothing fits.').waitFor()
    await page.keyboard.press('Escape')
  })

  test('in a case it does what its buttons do, by the same rules', async () => {
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor()
    await open()
    await page.keyboard.type('take')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Coffee machine leaks' }).waitFor()
    await page.getByRole('button', { name: 'Finish' }).waitFor()
    await open()
    const names = await page.getByRole('group', { name: 'On this page' }).getByRole('option').allInnerTexts()
    expect(names.join()).toMatch(/Ask somebody outside.*Finish.*Hand the case over.*It is about a colleague/s)
    expect(names.join()).not.toMatch(/Reject|Open the case again|Take the case/)
    await page.keyboard.type('hand over')
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Hand the case over' }).waitFor()
    await page.keyboard.press('Escape')
    await open()
    await page.keyboard.type('telephone')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Phone note' }).waitFor()
    // Also while somebody types; and what was looked at is offered again.
    await page.locator('#note').focus()
    await open()
    await page.getByRole('group', { name: 'Lately opened' }).getByText('A-1, Coffee machine leaks').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#note:focus').waitFor()
    await page.locator('#note').blur()
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await keys.getByText('Go anywhere, do anything').waitFor()
    await keys.getByText('Ask somebody outside').waitFor()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
  })

  test('a panel of a case that cannot be loaded fails alone', async () => {
    for (const part of ['**/promises', '**/page'])
      await page.route(part, (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.reload()
    await page.locator('.case-side').getByRole('alert').first().waitFor()
    await page.locator('.case-side').getByText('So far').waitFor()
    await page.locator('.thread').getByText('It leaks.').waitFor()
    for (const part of ['**/promises', '**/page']) await page.unroute(part)
  })

  test('on a phone a button opens the palette', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${company.desk.url}/customers`)
    await lines().first().waitFor()
    await expectAccessible(page, 'customers on a phone')
    await page.getByRole('button', { name: 'Go anywhere, do anything' }).click()
    await palette().waitFor()
    await expectAccessible(page, 'the palette on a phone')
    await option(/^Register/).click()
    await page.waitForURL('**/register')
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})
