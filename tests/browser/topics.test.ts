// Topics in a real browser: an administrator makes some, handlers say what cases are about, and the desk begins to suggest it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelCase } from '../../src/amend/topics/label-case.ts'
import { withContext } from '../../src/platform/context/context.ts'
import type { CaseId, OrganizationId, StaffId } from '../../src/shared/ids.ts'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('topics (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let amira: Person

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    amira = await company.seat(browser, company.founder)
    amira.page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = amira.troubles.filter((trouble) => !trouble.includes('409'))
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  test('are made, used once at a time, renamed and archived', async () => {
    const { page } = amira
    await page.goto(`${company.desk.url}/settings/topics`)
    await page.getByText('No topics').waitFor()
    await expectAccessible(page, 'no topics')
    for (const name of ['Delivery', 'Machine', 'Invoices']) {
      await page.getByLabel('Name of the topic').fill(name)
      await page.getByRole('button', { name: 'Add the topic' }).click()
      await page.getByRole('link', { name: `Cases about ${name}` }).waitFor()
    }
    await page.getByLabel('Name of the topic').fill('delivery')
    await page.getByRole('button', { name: 'Add the topic' }).click()
    await page.getByText('There is a topic of this name already.').waitFor()
    await page.getByRole('button', { name: 'Rename Invoices' }).click()
    await page.getByLabel('New name of Invoices').fill('Bills')
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('button', { name: 'Archive Bills' }).click()
    await page.getByRole('button', { name: 'Use Bills again' }).waitFor()
    await expectAccessible(page, 'topics')
  })

  test('are said of cases by hand and by key; then suggested with the words that decided, and found in the register', async () => {
    const { page } = amira
    const lines = [
      'The parcel is lost, says the courier.',
      'The motor of the mixer rattles and smells.',
      'My parcel came late and wet, the courier was rude.',
      'The mixer is loud, its motor does not turn.',
    ]
    for (let n = 0; n < 14; n++)
      await company.mail({
        ...{ from: `Person ${String(n)} <p${String(n)}@customer.example>`, subject: `Order ${String(n)}` },
        text: `${lines[n % 4] ?? ''} That was on day ${String(n)}.`,
      })
    const { house } = company.desk.desk
    const read = async <Row extends object>(statement: string) => (await house.ownerPool.query<Row>(statement)).rows
    await expect.poll(async () => (await read('select from cases')).length, { timeout: 20_000 }).toBe(14)
    const [me] = await read<{ organization: OrganizationId; id: StaffId }>(
      'select organization_id as organization, staff_id as id from staff order by joined_at limit 1',
    )
    const topics = await read<{ id: string; name: string }>('select topic_id as id, name from topic order by name')
    const cases = await read<{ id: CaseId; text: string }>(
      'select c.case_id as id, m.text from cases c join message m on m.message_id = c.opening_message_id order by c.number offset 1',
    )
    if (!me) throw new Error('nobody works here')
    const actor = { kind: 'staff', staffId: me.id, role: 'administrator' } as const
    for (const { id, text } of cases.slice(0, 12)) {
      const value = topics.find(({ name }) => name === (text.includes('parcel') ? 'Delivery' : 'Machine'))?.id ?? null
      await withContext(house, { organizationId: me.organization, actor }, async (ctx) => {
        await labelCase(ctx, id, { aspect: 'topic', value })
        await labelCase(ctx, id, { aspect: 'stage', value: text.includes('parcel') ? 'deliver' : 'use' })
      })
    }
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Person 0', { exact: true }).waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page
      .getByText(/Likely Delivery \(\d+\s?%\), by the words .*parcel/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'That is right' }).waitFor()
    await expectAccessible(page, 'a suggested topic')
    await page.keyboard.press('y')
    await page
      .getByText(/Likely Delivery/)
      .first()
      .waitFor({ state: 'detached' })
    await expect.poll(() => page.getByLabel('Topic').inputValue()).not.toBe('')
    await expect.poll(() => page.getByLabel('Stage of the journey').inputValue()).toBe('deliver')

    await page.keyboard.press('a')
    await page.locator('select:focus').waitFor()
    await page.getByLabel('Topic').selectOption({ label: 'Machine' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(`${company.desk.url}/register`)
    await page.getByLabel('Topic').selectOption({ label: 'Machine' })
    await page.getByRole('link', { name: /Order 0/ }).waitFor()
    await page.getByLabel('Stage').selectOption({ label: 'Delivery' })
    await page.getByText('1 case').waitFor()
    await expectAccessible(page, 'the register by topic')
  })

  test('what a message most likely is, and how bad they say it is, stand where it is read', async () => {
    const { page } = amira
    await company.mail({
      ...{ from: 'Ida Berg <ida@customer.example>', subject: 'Your driver' },
      text: 'I just wanted to say how friendly your driver was. What a lovely, patient man, five stars!',
    })
    await page.goto(`${company.desk.url}/register`)
    await page.getByRole('link', { name: /Your driver/ }).click({ timeout: 20_000 })
    await page.getByText(/Likely praise \(\d+\s?%\), by “/).waitFor()
    await expectAccessible(page, 'a message that is likely praise')
    await company.mail({
      ...{ from: 'Otto Quist <otto@customer.example>', subject: 'Your kettle' },
      text: 'The kettle burned my hand. I want my money back.',
    })
    await page.goto(`${company.desk.url}/register`)
    await page.getByRole('link', { name: /Your kettle/ }).click({ timeout: 20_000 })
    await page.getByText('Tells of danger or harm').waitFor()
  })
})
