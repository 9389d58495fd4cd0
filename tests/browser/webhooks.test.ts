// Webhooks for programs in a real browser: one is made, its secret shown once, and a case that comes in is told to a receiver on this machine.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('webhooks (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let amira: Person
  const heard: { readonly headers: Record<string, string>; readonly body: string }[] = []
  let status = 200
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.once('end', () => {
      const body = Buffer.concat(pieces).toString('utf8')
      heard.push({ headers: request.headers as Record<string, string>, body })
      response.writeHead(status).end(status === 200 ? 'thanks' : 'not today')
    })
  })

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    browser = await openBrowser()
    company = await openCompany()
    amira = await company.seat(browser, company.founder)
    amira.page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = amira.troubles.filter((trouble) => !trouble.includes('400'))
    await company.stop()
    await browser.close()
    server.closeAllConnections()
    server.close()
    expect(troubles).toEqual([])
  })

  test('one is made with its secret, tried, and told of a case; what failed is sent again', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/settings/webhooks`)
    await page.getByText('No webhooks').waitFor()
    await page.getByLabel('Address').fill('http://10.0.0.7/hook')
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    await page.getByText('This cannot be a webhook.').waitFor()
    await expectAccessible(page, 'an address that can be no webhook')
    const { port } = server.address() as AddressInfo
    await page.getByLabel('Address').fill(`http://127.0.0.1:${String(port)}/hook`)
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    const secret = await page.getByLabel('Secret').inputValue()
    await page.getByRole('heading', { level: 2, name: `127.0.0.1:${String(port)}` }).waitFor()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('It took the test.').waitFor()

    status = 500
    await company.mail({ from: 'Ida Berg <ida@customer.example>', subject: 'The lamp hums', text: 'All night long.' })
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2)
    await page.getByText('1 event waits.').waitFor({ timeout: 15_000 })
    await page.getByRole('button', { name: 'Deliveries' }).click()
    const list = page.getByRole('list', { name: 'Deliveries' })
    await list.getByText('not today').waitFor()
    await expectAccessible(page, 'deliveries')
    status = 200
    company.pass(120)
    await company.desk.tick()
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(3)
    expect(heard[2]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
    const [, second] = heard
    if (!second) throw new Error('nothing came')
    expect(new Webhook(secret).verify(second.body, second.headers)).toMatchObject({ type: 'case.opened' })
    await page.reload()
    await page.getByRole('button', { name: 'Deliveries' }).click()
    await list.getByText('thanks').waitFor()
    await list.getByRole('button', { name: 'Send again: case.opened' }).click()
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(4)
    await page.getByRole('button', { name: 'Change what it is told of' }).click()
    await expectAccessible(page, 'what a webhook is told of')
  })

  test('on a phone nothing is wider than the screen', async () => {
    const phone = await company.seat(browser, company.founder, { viewport: { width: 390, height: 844 } })
    await phone.page.goto(`${company.desk.url}/settings/webhooks`)
    await phone.page.getByRole('button', { name: 'Deliveries' }).click()
    await phone.page.getByText('thanks').waitFor()
    await expectAccessible(phone.page, 'webhooks on a phone')
  })
})
