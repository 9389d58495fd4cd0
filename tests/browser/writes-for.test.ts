// A lawyer writes for a customer and a family shares an address, in a browser: said on the customer's page, seen beside the conversation, and ended.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

describe.skipIf(chromiumPath === null)('who writes for whom (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let lea: Person
  let lead: Person
  let page: Page
  const panel = (title: string) => page.locator('.panel').filter({ has: page.getByRole('heading', { name: title }) })
  const open = async (address: string) => {
    await page.goto(`${company.desk.url}/customers`)
    await page.getByRole('link', { name: new RegExp(address) }).click({ timeout: 20_000 })
  }

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    lea = await company.seat(browser, await company.invite('Lea Sommer', 'handler'))
    lead = await company.seat(browser, await company.invite('Tomas Lind', 'lead'))
    ;({ page } = lea)
    lead.page.setDefaultTimeout(8000)
    page.setDefaultTimeout(8000)
    for (const [from, subject] of [
      ['Mira Brandt <mira@home.example>', 'The lamp is broken'],
      ['Dr Moth <moth@law.example>', 'Brandt against Halden'],
      ['Quist <family@quist.example>', 'The kettle leaks'],
    ] as const)
      await company.mail({ from, subject, text: 'Please help.' })
  })
  afterAll(async () => {
    const troubles = [...lea.troubles, ...lead.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('a lawyer is said to write for her, by keyboard; both pages and the case of the lawyer show it, until it ends', async () => {
    await open('mira@home.example')
    const writes = panel('Who writes for whom')
    await writes.getByText('They write for nobody else, and nobody writes for them.').waitFor()
    await writes.getByLabel('Somebody writes for them').fill('moth@law.example')
    await page.keyboard.press('Enter')
    await writes
      .getByRole('combobox', { name: 'Somebody writes for them' })
      .selectOption({ label: 'Dr Moth, moth@law.example' })
    await writes.getByLabel('Who they are to them').selectOption('lawyer')
    await writes.getByLabel('How do you know?').fill('Her letter of Monday.')
    await page.keyboard.press('Enter')
    const spokenFor = writes.getByRole('list', { name: 'Spoken for by' })
    await spokenFor.getByText('Her letter of Monday.').waitFor()
    await page.getByText('somebody writes for them').first().waitFor()
    await expectAccessible(page, 'a customer with a lawyer')

    await spokenFor.getByRole('link', { name: 'Dr Moth' }).click()
    // Nothing chosen on one page stands on another.
    await writes.getByRole('button', { name: 'Look for them' }).waitFor()
    await writes.getByLabel('Somebody writes for them').fill('quist')
    await page.keyboard.press('Enter')
    const choice = writes.getByRole('combobox', { name: 'Somebody writes for them' })
    await choice.selectOption({ label: 'Quist, family@quist.example' })
    await writes.getByRole('list', { name: 'Writes for' }).getByRole('link', { name: 'Mira Brandt' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mira Brandt' }).waitFor()
    await choice.waitFor({ state: 'detached' })
    await spokenFor.getByRole('link', { name: 'Dr Moth' }).click()
    await writes.getByRole('list', { name: 'Writes for' }).getByRole('link', { name: 'Mira Brandt' }).waitFor()
    await page
      .getByRole('link', { name: /Brandt against Halden/ })
      .first()
      .click()
    const beside = page.getByRole('region', { name: 'Who writes' })
    await beside.getByText('No mandate was shown: tell them nothing').waitFor()
    await expectAccessible(page, 'a case of a lawyer')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await beside.getByText('No mandate was shown').isVisible()).toBe(true)
    await page.setViewportSize({ width: 1440, height: 900 })

    await beside.getByRole('link', { name: 'Mira Brandt' }).click()
    await keyboard.press(writes.getByRole('button', { name: 'Dr Moth: a mandate was shown' }))
    await writes.getByLabel('Which document?').fill('A mandate of 3 March.')
    await page.keyboard.press('Enter')
    await spokenFor.getByText('Mandate: A mandate of 3 March.').waitFor()
    await keyboard.press(writes.getByRole('button', { name: 'Dr Moth: no more' }))
    await writes.getByLabel('Why does it end?').fill('They settled.')
    await page.keyboard.press('Enter')
    await writes.getByText('They write for nobody else, and nobody writes for them.').waitFor()
  })

  test('a family’s address is known by its name and can be said to be of one; the case says who might write', async () => {
    await open('family@quist.example')
    const addresses = panel('Addresses')
    await addresses.getByText('several people write from it, by its name').waitFor()
    await expectAccessible(page, 'a customer with an address of several people')
    await page
      .getByRole('link', { name: /The kettle leaks/ })
      .first()
      .click()
    const hint = page.getByText('Several people write from this address. Look who signs.')
    await hint.waitFor()
    await expectAccessible(page, 'a case from an address of several people')

    await open('family@quist.example')
    await addresses.getByText('several people write from it, by its name').waitFor()
    expect(await addresses.getByRole('button').count()).toBe(0)

    // What takes a wall down is a lead's to say.
    ;({ page } = lead)
    await open('family@quist.example')
    const theirs = panel('Addresses')
    await keyboard.press(theirs.getByRole('button', { name: 'One person writes from family@quist.example' }))
    await theirs.getByLabel('How do you know?').fill('His name is Family.')
    await page.keyboard.press('Enter')
    await theirs.getByText('His name is Family.').waitFor()
    await theirs.getByRole('button', { name: 'Several people write from family@quist.example' }).waitFor()
    await page.getByText('an address of theirs is said to be of one person').waitFor()
  })
})
