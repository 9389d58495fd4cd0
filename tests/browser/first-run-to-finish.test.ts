// From the first page ever to a finished complaint, in a real browser: with a mouse under axe in light and dark, and by keyboard alone.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningDesk, startDesk } from '../setup/desk.ts'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, openPerson, type Person } from './browser.ts'
import { type Hands, keyboard, mouse } from './hands.ts'
import { type LetterBox, openLetterBox } from './letter-box.ts'

const password = 'a quiet harbour at noon'
const answer = 'Dear Marta, a new machine is on its way and comes on Friday after six. We are sorry for the puddle.'
const finalAnswer = 'Dear Marta, the new machine is with you and the old one is gone. Thank you for your patience.'

describe.skipIf(chromiumPath === null)('a complaint, from the first page to the final answer (needs Chromium)', () => {
  let browser: Browser
  let desk: RunningDesk

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  test.for([
    { hands: mouse, looks: expectAccessible },
    { hands: keyboard, looks: () => Promise.resolve() },
  ])('$hands.name', async ({ hands, looks }) => {
    const letterBox = await openLetterBox()
    desk = await startDesk({ pages: true })
    try {
      await walk(browser, desk, letterBox, hands, looks)
      expect(letterBox.letters.filter((letter) => letter.includes('Dear Marta'))).toHaveLength(2)
    } finally {
      await desk.stop()
      await letterBox.close()
    }
  })
})

type Looks = (page: Page, place: string) => Promise<void>

async function walk(
  browser: Browser,
  desk: RunningDesk,
  letterBox: LetterBox,
  hands: Hands,
  looks: Looks,
): Promise<void> {
  const founder = await openPerson(browser)
  const handler = await openPerson(browser)
  const customer = await openPerson(browser)
  const link = await foundDesk(founder.page, desk, hands, looks)
  await connectMailbox(founder.page, letterBox, hands, looks)
  await join(handler.page, link, hands, looks)
  await complain(customer.page, desk, hands, looks)
  await answerIt(handler.page, hands, looks)
  await finishIt(handler.page, hands, looks)
  await lookAround(founder.page, desk, looks)
  for (const person of [founder, handler, customer]) expectQuiet(person)
  for (const person of [founder, handler, customer]) await person.leave()
}

/** Nothing on the console, no report of the policy, no request to anywhere but the desk. (Before signing in, one 401 is asked for.) */
function expectQuiet({ troubles, requests, page }: Person): void {
  expect(troubles.filter((words) => !/status of 401 .*\/api\/me$/.test(words))).toEqual([])
  const home = new URL(page.url()).origin
  expect(requests.filter((address) => !address.startsWith(home) && !address.startsWith('data:'))).toEqual([])
}

async function foundDesk(page: Page, desk: RunningDesk, hands: Hands, looks: Looks): Promise<string> {
  await page.goto(desk.url)
  await page.waitForURL('**/first-run')
  await looks(page, 'first run')
  await hands.write(page.getByLabel('Name of the company'), 'Halden Home')
  await hands.write(page.getByLabel('Kind of business'), 'kitchen shop')
  await hands.write(page.getByLabel('Time zone'), 'Europe/Berlin')
  await hands.write(page.getByLabel('Your name'), 'Amira Haddad')
  await hands.write(page.getByLabel('E-mail address'), 'amira@halden.example')
  await hands.write(page.getByLabel('Password', { exact: true }), password)
  await hands.press(page.getByRole('button', { name: 'Open the desk' }))
  await arrive(page.getByRole('heading', { level: 1, name: 'The desk is open' }))
  await hands.write(page.getByLabel('Their e-mail address'), 'jonas@halden.example')
  await hands.press(page.getByRole('button', { name: 'Make an invite' }))
  const link = page.getByLabel('Invite link')
  await link.waitFor()
  await looks(page, 'next steps')
  return link.inputValue()
}

/** Mail goes out by the letter box; nothing is read, because no IMAP server stands there, and the page says so. */
async function connectMailbox(page: Page, { port }: LetterBox, hands: Hands, looks: Looks): Promise<void> {
  await hands.press(page.locator('main').getByRole('link', { name: 'Connect a mailbox' }))
  await hands.press(page.getByRole('button', { name: 'Connect a mailbox' }))
  await hands.write(page.getByLabel('E-mail address'), 'help@halden.example')
  const reading = page.getByRole('group', { name: 'Reading (IMAP)' })
  const sending = page.getByRole('group', { name: 'Sending (SMTP)' })
  for (const server of [reading, sending]) {
    await hands.write(server.getByLabel('Server', { exact: true }), '127.0.0.1')
    await hands.write(server.getByLabel('Port'), server === sending ? String(port) : '1')
    await server.getByLabel('Encryption').selectOption('none')
  }
  await hands.write(reading.getByLabel('User name'), 'help')
  await hands.write(reading.getByLabel('Password', { exact: true }), 'a word to the server')
  await hands.press(page.getByRole('button', { name: 'Test the connection' }))
  await arrive(page.locator('.checked'))
  await looks(page, 'mailbox, tested')
  await hands.press(page.getByRole('button', { name: 'Save' }))
  await page.getByText('Not working').waitFor()
}

async function join(page: Page, link: string, hands: Hands, looks: Looks): Promise<void> {
  await page.goto(link)
  await page.getByText('Halden Home').waitFor()
  await looks(page, 'join')
  await hands.write(page.getByLabel('Your name'), 'Jonas Weber')
  await hands.write(page.getByLabel('Password', { exact: true }), password)
  await hands.press(page.getByRole('button', { name: 'Join' }))
  await arrive(page.getByText('Nothing waits to be taken.'))
  await looks(page, 'empty desk')
}

async function complain(page: Page, desk: RunningDesk, hands: Hands, looks: Looks): Promise<void> {
  await page.goto(`${desk.url}/form`)
  await looks(page, 'web form')
  await hands.write(page.locator('textarea').first(), 'My new coffee machine leaks onto my oak worktop.')
  await hands.write(page.locator('input[name="name"]'), 'Marta Kowalczyk')
  await hands.write(page.locator('input[name="email"]'), 'marta@customer.example')
  await hands.press(page.getByRole('button', { name: 'Send' }))
  await page.locator('textarea').waitFor({ state: 'detached' })
  await looks(page, 'web form, sent')
}

async function answerIt(page: Page, hands: Hands, looks: Looks): Promise<void> {
  const takeNext = page.getByRole('button', { name: 'Take next' })
  // The complaint appears by itself: nobody loads the page again.
  await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 30_000 })
  await page.locator('.take-next').getByText('It is the only one waiting.').waitFor()
  await looks(page, 'desk')
  if (hands === keyboard) await page.keyboard.press('n')
  else await takeNext.click()
  await arrive(page.getByRole('heading', { level: 1, name: /coffee machine leaks/ }))
  await looks(page, 'case')
  if (hands === keyboard) await page.keyboard.press('r')
  await hands.write(page.getByRole('textbox', { name: 'Reply' }), answer)
  await page.getByText(/Draft kept/).waitFor()
  await page.keyboard.press('Control+Enter')
  await arrive(page.locator('.thread').getByText(answer))
  // The next server's word changes the case; finishing before it would be refused as somebody else's change.
  await page.locator('.message-ours').getByText('arrived').waitFor()
  await looks(page, 'case, answered')
}

async function finishIt(page: Page, hands: Hands, looks: Looks): Promise<void> {
  await page.locator('main').focus()
  if (hands === keyboard) await page.keyboard.press('f')
  else await page.getByRole('button', { name: 'Finish' }).click()
  const text = page.getByRole('textbox', { name: 'Final answer' })
  await text.waitFor()
  await looks(page, 'case, finishing')
  await hands.write(text, finalAnswer)
  await hands.choose(page.getByRole('radio', { name: 'Founded', exact: true }))
  await hands.press(page.getByRole('button', { name: 'Send final answer' }))
  await arrive(page.locator('.thread').getByText(finalAnswer))
  await looks(page, 'case, finished')
}

/** Waits until something is shown; where the page says instead what went wrong, that is the failure. */
async function arrive(target: Locator): Promise<void> {
  const trouble = target.page().getByRole('alert')
  await target.or(trouble).first().waitFor()
  expect(await trouble.allInnerTexts()).toEqual([])
}

async function lookAround(page: Page, desk: RunningDesk, looks: Looks): Promise<void> {
  const parts = [
    'mailboxes',
    'form',
    'people',
    'api-keys',
    'company',
    'floor',
    'quarantine',
    'failed-jobs',
    'notices',
    'password',
  ]
  const places = [
    ...parts.map((part) => `settings/${part}`),
    '?view=to-confirm',
    'customers?q=marta',
    'search?q=coffee',
    'nowhere',
  ]
  for (const place of places) {
    await page.goto(`${desk.url}/${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 20_000 }).toBe(0)
    expect(await page.getByRole('alert').count(), `${place} shows an error`).toBe(0)
    await looks(page, place)
  }
}
