// The five tasks of a handler, each by mouse and by keyboard alone: take, answer, ask a colleague, hand over, find. Axe looks at each place once.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany, type Session } from './company.ts'
import { type Hands, keyboard, mouse } from './hands.ts'

describe.skipIf(chromiumPath === null)('the five tasks of a handler (needs Chromium)', () => {
  let browser: Browser
  let company: Company
  let jonas: Session

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.invite('Jonas Weber', 'handler')
    await company.invite('Lea Sommer', 'handler')
  })
  afterAll(async () => {
    await company.stop()
    await browser.close()
  })

  test.for([
    { hands: mouse, from: 'Marta', thing: 'drawer', looks: expectAccessible },
    { hands: keyboard, from: 'Ines', thing: 'lantern', looks: () => Promise.resolve() },
  ])('$hands.name', async ({ hands, from, thing, looks }) => {
    const person = await company.seat(browser, jonas)
    const { page } = person
    page.setDefaultTimeout(20_000)
    const address = `${from.toLowerCase()}@customer.example`
    await company.mail({ from: `${from} <${address}>`, subject: `The ${thing}`, text: `The ${thing} does not close.` })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText(from, { exact: true }).waitFor()
    await looks(page, 'desk')

    await press(page, hands, 'n', 'Take next')
    await page.getByRole('heading', { level: 1, name: `The ${thing}` }).waitFor()

    if (hands === keyboard) await page.keyboard.press('r')
    await hands.write(page.getByRole('textbox', { name: 'Reply' }), `Dear ${from}, a new hinge is on its way.`)
    if (hands === keyboard) await page.keyboard.press('Control+Enter')
    else await page.getByRole('button', { name: /^Send/ }).click()
    await page.locator('.message-ours', { hasText: 'a new hinge' }).getByText('arrived').waitFor()

    await askColleague(person, hands)
    await looks(page, 'case with a note')

    await press(page, hands, 'h', 'Hand over')
    const to = page.getByLabel('To whom?')
    if (hands === keyboard) {
      await to.focus()
      await page.keyboard.type('Lea')
    } else await to.selectOption({ label: 'Lea Sommer' })
    await hands.write(
      page.getByLabel('What should they know?'),
      'The hinge comes on Friday; she wants to be rung first.',
    )
    await looks(page, 'handing over')
    await hands.press(page.locator('.work-form').getByRole('button', { name: 'Hand over' }))
    await page.locator('.case-head').getByText('Owner: Lea Sommer.').waitFor()

    const found = await find(page, hands, thing)
    await looks(page, 'what was found')
    await hands.press(found)
    await page.getByRole('heading', { level: 1, name: `The ${thing}` }).waitFor()
    expect(person.troubles).toEqual([])
    await person.leave()
  })

  /** By its key, or by its button. */
  async function press(page: Page, hands: Hands, key: string, name: string): Promise<void> {
    if (hands === mouse) return page.getByRole('button', { name, exact: false }).first().click()
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
  }

  async function askColleague({ page }: Person, hands: Hands): Promise<void> {
    if (hands === keyboard) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('n')
    } else await page.getByRole('button', { name: 'Note', exact: true }).click()
    const note = page.getByRole('textbox', { name: 'Note', exact: true })
    await note.waitFor()
    if (hands === mouse) await note.click()
    await page.keyboard.type('Have we such a hinge, @lea')
    const lea = page.getByRole('option', { name: 'Lea Sommer' })
    await lea.waitFor()
    if (hands === keyboard) await page.keyboard.press('Enter')
    else await lea.click()
    await page.keyboard.type('?')
    if (hands === keyboard) await page.keyboard.press('Control+Enter')
    else await page.getByRole('button', { name: /^Add note/ }).click()
    await page.locator('.note-mention').getByText('@Lea Sommer').waitFor()
  }

  async function find(page: Page, hands: Hands, thing: string): Promise<Locator> {
    await page.goto(company.desk.url)
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor()
    if (hands === keyboard) await page.keyboard.press('/')
    else await page.locator('header.bar').getByRole('combobox').click()
    await page.keyboard.type(thing)
    await page.keyboard.press('Enter')
    // The newest first: tried again, the test brings a second letter.
    const found = page
      .locator('main')
      .getByRole('link', { name: new RegExp(`The ${thing}`) })
      .first()
    await found.waitFor()
    return found
  }
})
