// A mailbox whose mail a server hands over, in a browser: offered where a door is open, tried, saved and shown as working.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

describe.skipIf(chromiumPath === null)('a mailbox with a door (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let person: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    person = await company.seat(browser, company.founder)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    const troubles = [...person.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const begin = async () => {
    await page.goto(`${company.desk.url}/settings/mailboxes`)
    await keyboard.press(page.getByRole('button', { name: 'Connect a mailbox' }))
    await page.getByLabel('E-mail address').fill('sales@halden.example')
  }

  test('nothing is said of doors where none is open', async () => {
    await begin()
    expect(await page.getByLabel('How does mail come in?').count()).toBe(0)
  })

  test('where one is, no server to read is asked for, and the mailbox works at once', async () => {
    Object.assign(company.desk.desk.house, { mailDoors: ['LMTP at 127.0.0.1:2424'] })
    await begin()
    await page.getByLabel('How does mail come in?').selectOption('handed')
    await page.getByText('LMTP at 127.0.0.1:2424').waitFor()
    expect(await page.getByRole('group', { name: 'Reading (IMAP)' }).count()).toBe(0)
    const smtp = page.getByRole('group', { name: 'Sending (SMTP)' })
    await smtp.getByLabel('Server', { exact: true }).fill('127.0.0.1')
    await smtp.getByLabel('Port').fill('1')
    await smtp.getByLabel('Encryption').selectOption('none')
    await expectAccessible(page, 'mailbox with a door')
    await keyboard.press(page.getByRole('button', { name: 'Test the connection' }))
    await page.locator('.checked').getByText('Your mail server hands mail over by LMTP').waitFor()
    await keyboard.press(page.getByRole('button', { name: 'Save', exact: true }))
    const panel = page.locator('.panel').filter({ hasText: 'sales@halden.example' })
    await panel.getByText('Your mail server hands mail over by LMTP').waitFor({ timeout: 30_000 })
    await keyboard.press(panel.getByRole('button', { name: 'Change' }))
    expect(await page.getByLabel('How does mail come in?').inputValue()).toBe('handed')
  })
})
