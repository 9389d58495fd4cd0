// A line that is slow, a server that dies and comes again, and answers that never arrive, while somebody writes: nothing is lost, nothing is sent twice.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as act from '../crash/desk-stage.ts'
import { freePort } from '../setup/desk.ts'
import { chromiumPath, openBrowser, openPerson, takeNext } from './browser.ts'
import { type LetterBox, openLetterBox } from './letter-box.ts'

const beginning = 'Dear Mira, the seal of your kettle is on its way. '
const middle = 'It comes on Friday, and the workshop fits it the same day. '
const end = 'We are sorry for the puddle.'

// One afternoon: each test goes on where the one before ended.
describe.skipIf(chromiumPath === null)('while somebody writes (needs Chromium)', { retry: 0 }, () => {
  const stage = act.openDeskStage()
  let browser: Browser
  let letterBox: LetterBox
  let desk: act.DeskProcess
  let order: act.DeskOrder
  let who: act.Founded
  let page: Page

  beforeAll(async () => {
    ;[browser, letterBox] = await Promise.all([openBrowser(), openLetterBox()])
    order = { folder: await stage.foundedFolder(), port: await freePort() }
    who = await stage.founded()
    desk = await stage.start(order)
    await desk.open
    const server = { host: '127.0.0.1', security: 'none', user: null, password: null }
    const mailbox = {
      ...{ name: 'Help', address: 'help@halden.example', displayName: 'Halden Home', trustedAuthservId: null },
      imap: { ...server, port: 1, user: 'help', password: 'help', mailbox: 'INBOX' },
      smtp: { ...server, port: letterBox.port },
    }
    const headers = { cookie: who.cookie, 'x-amends-csrf': who.csrf }
    const made = await fetch(`${desk.url}/api/channels/mail`, act.json(mailbox, headers))
    expect(made.ok, await made.text()).toBe(true)
    await act.complain(desk.url, who, 'My kettle leaks.')
    ;({ page } = await openPerson(browser))
    page.setDefaultTimeout(20_000)
    const [name = '', value = ''] = who.cookie.split('=')
    await page.context().addCookies([{ name, value, url: desk.url }])
    await page.goto(desk.url)
    await takeNext(page)
  })
  afterAll(async () => {
    await browser.close()
    await letterBox.close()
    await stage.clean()
  })

  const reply = () => page.getByRole('textbox', { name: 'Reply' })
  const answers = () => letterBox.letters.filter((letter) => letter.includes('Dear Mira'))
  /** What a fresh look from somewhere else finds as the draft. */
  const draftOnServer = async (): Promise<string> => {
    const caseId = /cases\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    const answer = await fetch(`${desk.url}/api/cases/${caseId}`, { headers: { cookie: who.cookie } })
    return ((await answer.json()) as { draft: { text: string } | null }).draft?.text ?? ''
  }

  test('on a line with two seconds of delay the draft arrives, whole and in the order of writing', async () => {
    const line = await page.context().newCDPSession(page)
    const slow = { offline: false, latency: 2000, downloadThroughput: 6000, uploadThroughput: 3000 }
    await line.send('Network.emulateNetworkConditions', slow)
    await reply().pressSequentially(beginning, { delay: 60 })
    await expect.poll(draftOnServer, { timeout: 30_000 }).toBe(beginning)
    await line.send('Network.emulateNetworkConditions', {
      ...slow,
      ...{ latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    })
    await line.detach()
  })

  test('a server that is killed in the middle of a sentence: the page says so, and keeps the whole of it once the server is back', async () => {
    const typing = reply().pressSequentially(middle, { delay: 60 })
    await act.crash(desk)
    await typing
    await page.getByText('The draft could not be kept').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.composer').getByRole('alert').getByText('Your text is kept.').waitFor()
    expect(await reply().inputValue()).toBe(beginning + middle)
    desk = await stage.start(order)
    await desk.open
    await reply().pressSequentially(end, { delay: 20 })
    await expect.poll(draftOnServer, { timeout: 30_000 }).toBe(beginning + middle + end)
    await page.getByText('The draft could not be kept').waitFor({ state: 'detached' })
    expect(answers()).toHaveLength(0)
  })

  test('loaded again it is all there', async () => {
    await page.reload()
    expect(await reply().inputValue()).toBe(beginning + middle + end)
  })

  test('an answer that was taken although nobody heard so is sent once, when it is sent again', async () => {
    let lost = 0
    await page.route('**/api/cases/*/answer', async (route) => {
      await route.fetch()
      lost += 1
      await route.abort('connectionreset')
    })
    await page.keyboard.press('r')
    await page.keyboard.press('Control+Enter')
    await page.locator('.composer').getByRole('alert').waitFor()
    expect(lost).toBe(1)
    expect(await reply().inputValue()).toBe(beginning + middle + end)
    await page.unroute('**/api/cases/*/answer')
    await page.locator('.message-ours').getByText(end).waitFor()
    await reply().press('Control+Enter')
    await expect.poll(() => reply().inputValue()).toBe('')
    await page.locator('.message-ours').getByText('arrived').waitFor()
    expect(await page.locator('.message-ours').getByText(end).count()).toBe(1)
    await expect.poll(() => answers().length).toBe(1)
    expect(await draftOnServer()).toBe('')
  })
})
