// The pictures of the guide, in the order of its pages. Each does what the page beside it tells people to do.
import type { Browser, Page } from 'playwright-core'
import { desktop, leave, phone, shows, sitDown, take } from './camera.ts'
import { guideMoment, type Guide } from './guide.ts'
import type { Stage } from './stage.ts'

const reply =
  'Dear Amy Bell,\n\nthe towels are packed and leave us today, and you pay no delivery for them. I will write to you tomorrow with the number of the parcel.\n\nJonas'

/** The five questions, while nobody has answered them. */
export async function shootFirstRun(browser: Browser, stage: Stage): Promise<void> {
  const person = await sitDown(browser, stage, null)
  await person.page.goto(stage.desk.url)
  await shows(person.page, 'Your complaint desk')
  await take(person.page, 'guide/first-run.png')
  await leave(person)
}

export async function shootGuide(browser: Browser, guide: Guide): Promise<void> {
  await asHandler(browser, guide)
  await asLead(browser, guide)
  await asAdministrator(browser, guide)
  await asCustomer(browser, guide)
}

async function asHandler(browser: Browser, { stage, signIn }: Guide): Promise<void> {
  const person = await sitDown(browser, stage, await signIn('jonas.weidner'))
  const { page } = person
  const go = goer(page, stage)
  await go('/', 'Desk')
  await take(page, 'guide/desk.png')
  await page.getByRole('link', { name: /Delivery late/ }).click()
  await shows(page, 'Delivery late')
  await page.getByRole('textbox', { name: 'Reply' }).fill(reply)
  await page.getByText(/^Draft kept/).waitFor()
  await take(page, 'guide/case.png')
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('May we waive the delivery, as it is a week late? @mar')
  await page.getByRole('option', { name: 'Marit Lindqvold' }).waitFor()
  await take(page.locator('.case-middle'), 'guide/note.png')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Hand over/ }).click()
  await page.getByLabel('To whom?').selectOption({ label: 'Aylin Demircan' })
  await page
    .getByLabel('What should they know?')
    .fill(
      'Order H260222-154 was left behind for one missing article. I have split it: what is here goes out today and is with her by 9 March. She was told so this morning.',
    )
  await take(page.locator('.case-middle'), 'guide/hand-over.png')
  await go('/', 'Desk')
  await page.getByRole('combobox', { name: 'Search' }).fill('kvern')
  await page.locator('.found li').first().waitFor()
  await take(page, 'guide/find.png')
  await leave(person)
}

async function asLead(browser: Browser, { stage, signIn }: Guide): Promise<void> {
  const person = await sitDown(browser, stage, await signIn('marit.lindqvold'))
  const { page } = person
  const go = goer(page, stage)
  await page.emulateMedia({ colorScheme: 'dark' })
  await go('/', 'Desk')
  await take(page, 'guide/lead-dark.png')
  await page.emulateMedia({ colorScheme: 'light' })
  await go('/register?late=now&sort=due', 'Register')
  await page.locator('a.register-line').first().waitFor()
  await take(page, 'guide/register.png')
  await leave(person)
}

async function asAdministrator(browser: Browser, { stage, signIn }: Guide): Promise<void> {
  const person = await sitDown(browser, stage, await signIn('amira.haddad'))
  const { page } = person
  const go = goer(page, stage)
  await go('/settings/mailboxes', 'Mailboxes')
  await page.getByRole('button', { name: 'Connect a mailbox' }).click()
  // As high as the whole form.
  await page.setViewportSize({ width: desktop.width, height: 1700 })
  await fillMailbox(page)
  await take(page.locator('.panel').filter({ has: page.locator('form') }), 'guide/mailbox.png')
  await page.setViewportSize(desktop)
  for (const [place, heading] of [
    ['people', 'People'],
    ['floor', 'Floor and calendar'],
    ['notices', 'Notices'],
  ] as const) {
    await go(`/settings/${place}`, heading)
    await take(page, `guide/${place}.png`)
  }
  await leave(person)
}

async function asCustomer(browser: Browser, { stage }: Guide): Promise<void> {
  const person = await sitDown(browser, stage, null)
  await person.page.setViewportSize(phone)
  await person.page.goto(`${stage.desk.url}/form`)
  await shows(person.page, '')
  await take(person.page, 'guide/form-phone.png')
  await leave(person)
}

async function fillMailbox(page: Page): Promise<void> {
  const all = {
    ...{ 'E-mail address': 'service@halden.example', 'Name shown to customers': 'Halden Home' },
    ...{ Server: 'mail.halden.example', 'User name': 'service' },
  }
  for (const [label, words] of Object.entries(all))
    for (const field of await page.getByLabel(label, { exact: true }).all()) await field.fill(words)
}

const goer = (page: Page, stage: Stage) => async (place: string, heading: string) => {
  await stage.moveTo(guideMoment)
  await page.goto(`${stage.desk.url}${place}`)
  await shows(page, heading)
}
