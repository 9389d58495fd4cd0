// Two customers turn out to be one person, in a browser: looked for, looked at side by side, joined with how one knows, and separated again.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

describe.skipIf(chromiumPath === null)('one person (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let tomas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    tomas = await company.seat(browser, await company.invite('Tomas Lind', 'lead'))
    ;({ page } = tomas)
    page.setDefaultTimeout(8000)
    for (const [from, subject] of [
      ['Mira Brandt <mira@work.example>', 'The lamp is broken'],
      ['Mira Brandt <mira@home.example>', 'The shade is torn'],
      ['Otto Quist <glass.owl@one.example>', 'The bulb is dark'],
      ['Otto Quist <glass.owl@two.example>', 'The cable is short'],
    ] as const)
      await company.mail({ from, subject, text: 'Please help me.' })
  })
  afterAll(async () => {
    const troubles = [...tomas.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('they are joined by what somebody knows, read as one, and separated again', async () => {
    await page.goto(`${company.desk.url}/customers`)
    for (const address of ['mira@work', 'mira@home', 'glass.owl@one', 'glass.owl@two'])
      await page.getByText(`${address}.example`).first().waitFor({ timeout: 20_000 })
    await page.getByRole('link', { name: /mira@work.example/ }).click()
    const panel = page.locator('.panel').filter({ has: page.getByRole('heading', { name: 'One person' }) })
    await panel.getByText('Nobody else here is taken for the same person.').waitFor()
    const perhaps = panel.getByRole('list', { name: 'Perhaps the same person' })
    await perhaps.getByText('the same name, and few have it').waitFor()
    await keyboard.press(perhaps.getByRole('button', { name: 'Compare with Mira Brandt, mira@home.example' }))
    await panel.getByText('would be one person here').waitFor()
    await expectAccessible(page, 'somebody suggested, side by side')
    await page.reload()
    await panel.getByLabel('The same person as').fill('mira@home.example')
    await page.keyboard.press('Enter')
    const choice = panel.getByRole('combobox', { name: 'The same person as' })
    await choice.selectOption({ label: 'Mira Brandt, mira@home.example' })
    await panel.getByText('would be one person here').waitFor()
    await panel.getByLabel('How do you know?').fill('She told me on the telephone.')
    await expectAccessible(page, 'two customers side by side')
    await page.keyboard.press('Enter')
    await panel.getByText('She told me on the telephone.').waitFor()
    const cases = page.locator('.panel').filter({ has: page.getByRole('heading', { name: 'Cases' }) })
    await cases.getByText('The shade is torn').waitFor()
    await page.getByText('taken for one person with another customer').waitFor()
    await expectAccessible(page, 'one person of two customers')

    await keyboard.press(panel.getByRole('button', { name: 'Separate again' }))
    await panel.getByLabel('Why are they two people?').fill('Two sisters.')
    await page.keyboard.press('Enter')
    await panel.getByText('Nobody else here is taken for the same person.').waitFor()
    await cases.getByText('The shade is torn').waitFor({ state: 'detached' })

    // Whom somebody said it is not is not suggested again.
    const asked = page.waitForResponse(/suggestions$/)
    await page.reload()
    await panel.getByText('Nobody else here is taken for the same person.').waitFor()
    await asked
    expect(await perhaps.count()).toBe(0)
  })

  test('a no to somebody suggested is kept', async () => {
    await page.goto(`${company.desk.url}/customers`)
    await page.getByRole('link', { name: /glass.owl@one.example/ }).click()
    const perhaps = page.getByRole('list', { name: 'Perhaps the same person' })
    await perhaps.getByText('the same mailbox name at another place').waitFor()
    await keyboard.press(perhaps.getByRole('button', { name: 'Not the same as Otto Quist, glass.owl@two.example' }))
    await perhaps.waitFor({ state: 'detached' })
    const asked = page.waitForResponse(/suggestions$/)
    await page.reload()
    await page.getByText('Nobody else here is taken for the same person.').waitFor()
    await asked
    expect(await perhaps.count()).toBe(0)
  })
})
