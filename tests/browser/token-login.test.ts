// A mailbox that logs in by token, in a browser: filled in, signed in to at a provider on loopback, refused there, and a link that counts no more.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client, openTokenServer, type TokenServer } from '../setup/token-server.ts'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

describe.skipIf(chromiumPath === null)('a mailbox with a token login (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let far: TokenServer
  let person: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    far = await openTokenServer()
    person = await company.seat(browser, company.founder)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // That two of the answers are refused is part of the story.
    const troubles = person.troubles.filter((words) => !/status of 40[49] .*sign-in\/return$/.test(words))
    await far.stop()
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const panel = () => page.locator('.panel').filter({ hasText: 'sales@halden.example' })
  const said = async (): Promise<string> => page.getByRole('alert').innerText()

  test('Google’s and Microsoft’s servers are filled in, and no password is asked for', async () => {
    await page.goto(`${company.desk.url}/settings/mailboxes`)
    await keyboard.press(page.getByRole('button', { name: 'Connect a mailbox' }))
    await page.getByLabel('E-mail address').fill('sales@halden.example')
    const way = page.getByLabel('How to log in')
    const [imap, smtp] = ['Reading (IMAP)', 'Sending (SMTP)'].map((name) => page.getByRole('group', { name }))
    if (!imap || !smtp) throw new Error('no servers')
    expect(await imap.getByLabel('Password', { exact: true }).count()).toBe(1)
    await way.selectOption('microsoft')
    await page.getByRole('button', { name: 'Save and sign in with Microsoft' }).waitFor()
    expect(await smtp.getByLabel('Server', { exact: true }).inputValue()).toBe('smtp.office365.com')
    expect(await imap.getByLabel('User name').inputValue()).toBe('sales@halden.example')
    expect(await imap.getByLabel('Password', { exact: true }).count()).toBe(0)
    expect(await page.getByLabel('Address to come back to').inputValue()).toBe(
      `${company.desk.url}/settings/mailboxes/signed-in`,
    )
    await expectAccessible(page, 'mailbox, Microsoft')
  })

  test('signing in leads to the provider and back, and the mailbox says so', async () => {
    await page.getByLabel('How to log in').selectOption('other')
    await page.getByLabel('Token address').fill(`${far.url}/token`)
    await page.getByLabel('Sign-in address').fill(`${far.url}/authorize`)
    await page.getByLabel('Client ID').fill(client.id)
    await page.getByLabel('Client secret').fill(client.secret)
    for (const name of ['Reading (IMAP)', 'Sending (SMTP)']) {
      const server = page.getByRole('group', { name })
      await server.getByLabel('Server', { exact: true }).fill('127.0.0.1')
      await server.getByLabel('Port').fill('1')
      await server.getByLabel('Encryption').selectOption('none')
    }
    await expectAccessible(page, 'mailbox, another provider')
    await keyboard.press(page.getByRole('button', { name: 'Save and sign in with the provider' }))
    await page.waitForURL('**/settings/mailboxes')
    await panel().getByRole('button', { name: 'Sign in with the provider again' }).waitFor()
    // It has its token, and now fails at the mail server alone, which is not there.
    await panel().getByText('Nothing answers at 127.0.0.1:1').waitFor({ timeout: 30_000 })
    expect(far.asked.map((form) => form.get('grant_type'))).toEqual(['authorization_code', 'refresh_token'])
    await expectAccessible(page, 'mailboxes, signed in')
  })

  test('whoever says no there is told that nothing was changed, and can come back', async () => {
    far.saysNo = true
    await panel().getByRole('button', { name: 'Sign in with the provider again' }).click()
    await page.waitForURL('**/signed-in?**')
    await page.getByRole('alert').waitFor()
    expect(await said()).toContain('told not to let us in. Nothing was changed.')
    await expectAccessible(page, 'back without a sign-in')
    await page.reload()
    await page.getByText('No sign-in of yours is on its way').waitFor()
    await page.getByRole('link', { name: 'All mailboxes' }).click()
    await panel().waitFor()
  })

  test('its secrets are asked for again nowhere, and shown nowhere', async () => {
    await panel().getByRole('button', { name: 'Change' }).click()
    expect(await page.getByLabel('Client ID').inputValue()).toBe(client.id)
    expect(await page.getByLabel('Client secret').inputValue()).toBe('')
    await page.getByText('Leave it empty to keep the one that is stored.').waitFor()
    const answers = JSON.stringify(await company.ask(company.founder, 'GET', '/api/channels'))
    expect(answers).not.toMatch(/canary|refresh-/)
  })
})
