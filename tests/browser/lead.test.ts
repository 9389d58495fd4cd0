// A lead at the desk: what is at risk today, moving cases with a minute to think better of it, and cover for who is away; with a mouse and by
// keyboard alone.
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany, type Session } from './company.ts'
import { type Hands, keyboard, mouse } from './hands.ts'

// One company and one lead after the other: what the mouse moved, the keyboard finds moved.
describe.skipIf(chromiumPath === null)('a lead at the desk (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Session
  let lead: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.invite('Jonas Weber', 'handler')
    await company.invite('Lea Brandt', 'handler')
    for (const n of [1, 2, 3, 4])
      await company.mail({
        from: `Mira Sand <mira${String(n)}@customer.example>`,
        subject: `Lamp ${String(n)}`,
        text: 'It is broken, and I am not pleased.',
      })
    await vi.waitFor(async () => expect(await waiting()).toBe(4), 30_000)
    for (let n = 0; n < 4; n++) await company.ask(jonas, 'POST', '/api/desk/take-next')
    // From here on nothing but people moves a due time.
    await vi.waitFor(async () => {
      const [count] = await inDatabase<{ open: number }>(
        `select count(*)::int as open from cases where acknowledged_at is not null`,
      )
      expect(count?.open).toBe(4)
    }, 30_000)
    lead = await company.seat(browser, company.founder)
    ;({ page } = lead)
    page.setDefaultTimeout(8000)
  }, 120_000)
  afterAll(async () => {
    // What a lead is refused the browser notes as well.
    const troubles = lead.troubles.filter((words) => !words.includes('409 (Conflict)'))
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const waiting = async () =>
    (await company.ask<{ waiting: number }>(company.founder, 'GET', '/api/desk?lines=1')).waiting
  const openOf = async (name: string) =>
    (await company.ask<{ people: { name: string; open: number }[] }>(company.founder, 'GET', '/api/team')).people.find(
      (person) => person.name === name,
    )?.open
  /** As the superuser: time passes for what is promised. */
  async function inDatabase<Row extends object>(statement: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: company.desk.databaseUrl })
    await client.connect()
    try {
      await client.query('set session_replication_role = replica')
      return (await client.query<Row>(statement)).rows
    } finally {
      await client.end()
    }
  }
  const person = (name: string) => page.getByRole('row').filter({ hasText: name })
  const pick = (number: string) => page.getByRole('checkbox', { name: `Choose ${number}`, exact: true })
  const toTeam = async (hands: Hands) => {
    await page.goto(company.desk.url)
    await hands.press(page.getByRole('group', { name: 'Views' }).getByRole('button', { name: 'Team' }))
    await page.getByRole('heading', { level: 2, name: 'Team today' }).waitFor()
  }
  const tick = async (hands: Hands, number: string) => {
    if (hands === mouse) return pick(number).check()
    await pick(number).focus()
    await page.keyboard.press('Space')
    expect(await pick(number).isChecked()).toBe(true)
  }
  const choosePerson = async (hands: Hands, label: RegExp, name: string) => {
    if (hands === mouse) {
      await page.getByLabel(label).selectOption({ label: name })
      return
    }
    await page.getByLabel(label).focus()
    await page.keyboard.type(name.slice(0, 4))
    expect(await page.getByLabel(label).locator('option:checked').innerText()).toBe(name)
  }

  test.each([mouse, keyboard])('sees what is at risk today, and opens it, $name', async (hands) => {
    await inDatabase(`update cases set next_due_at = now() - interval '2 hours' where matter = 'Lamp 1'`)
    await toTeam(hands)
    const late = page.getByRole('region', { name: 'Jonas Weber' })
    await late.getByText('Lamp 1').waitFor()
    expect(await person('Jonas Weber').innerText()).toMatch(/Jonas Weber\s+4\s+1\s/)
    expect(await late.getByRole('listitem').count()).toBeLessThan(4)
    await hands.press(late.getByRole('link', { name: /Lamp 1/ }))
    await page.getByRole('heading', { level: 1, name: /Lamp 1/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: 'Team today' }).waitFor()
    expect(new URL(page.url()).search).toBe('?view=team')
  })

  test.each([mouse, keyboard])(
    'moves cases with a reason, sees what each has then, and undoes it, $name',
    async (hands) => {
      await toTeam(hands)
      await hands.press(person('Jonas Weber').getByRole('button', { name: 'Jonas Weber', exact: true }))
      await page.getByRole('heading', { level: 2, name: 'Cases of Jonas Weber' }).waitFor()
      await tick(hands, 'A-2')
      await tick(hands, 'A-3')
      await choosePerson(hands, /Move 2 cases to whom/, 'Lea Brandt')
      const preview = page.getByRole('list', { name: 'Open cases before and after' })
      expect(await preview.getByRole('listitem').allInnerTexts()).toEqual([
        'Jonas Weber: 4 open now, 2 afterwards',
        'Lea Brandt: 0 open now, 2 afterwards',
      ])
      if (hands === mouse) await expectAccessible(page, 'moving cases')
      await hands.write(page.getByLabel('Why, and what should they know?'), 'Jonas has four, Lea has none.')
      await hands.press(page.getByRole('button', { name: 'Move 2 cases' }))
      await page.getByRole('status').getByText('2 cases were moved.').waitFor()
      expect([await openOf('Jonas Weber'), await openOf('Lea Brandt')]).toEqual([2, 2])
      if (hands === mouse) await expectAccessible(page, 'moved cases')
      await hands.press(page.getByRole('button', { name: 'Undo' }))
      await page.getByRole('status').getByText('2 cases are where they were').waitFor()
      expect([await openOf('Jonas Weber'), await openOf('Lea Brandt')]).toEqual([4, 0])
    },
  )

  test('what was changed meanwhile, or cannot be theirs, stays with the reason; the rest goes', async () => {
    await toTeam(mouse)
    await person('Jonas Weber').getByRole('button', { name: 'Jonas Weber', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Cases of Jonas Weber' }).waitFor()
    for (const number of ['A-2', 'A-3', 'A-4']) await pick(number).check()
    await inDatabase(`
      update cases set version = version + 1, news_version = version + 1 where number = 2;
      update cases set about_staff_ids = array(select staff_id from staff where name = 'Lea Brandt') where number = 3`)
    await page.getByLabel(/Move 3 cases to whom/).selectOption({ label: 'Lea Brandt' })
    await page.getByLabel('Why, and what should they know?').fill('Lea has none.')
    await page.getByRole('button', { name: 'Move 3 cases' }).click()
    const kept = page.getByRole('alert')
    await kept.getByText('2 cases stayed where they are.').waitFor()
    const words = (await kept.getByRole('listitem').allInnerTexts()).toSorted()
    expect(words[0]).toContain('A-2: Somebody changed it meanwhile')
    expect(words[1]).toContain('A-3: This complaint is about this person')
    await page.getByRole('status').getByText('1 case was moved.').waitFor()
    await expectAccessible(page, 'cases that stayed')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('status').getByText('1 case is where it was').waitFor()
    await inDatabase(`update cases set about_staff_ids = '{}'`)
  })

  test.each([mouse, keyboard])(
    'says that somebody is away, until when, and that they are back, $name',
    async (hands) => {
      await toTeam(hands)
      await hands.press(page.getByRole('button', { name: 'Lea Brandt is away' }))
      const form = page.getByRole('form', { name: 'Lea Brandt is away' })
      await form.getByText('The roster leaves them out until then.').waitFor()
      if (hands === mouse) await expectAccessible(page, 'somebody away')
      await hands.press(form.getByRole('button', { name: 'They are away' }))
      await person('Lea Brandt').getByText('away until').waitFor()
      await hands.press(page.getByRole('button', { name: 'Lea Brandt is back' }))
      await expect.poll(() => person('Lea Brandt').innerText()).not.toContain('away until')
    },
  )

  test('covers for who is away: their cases go, nobody is offered cases meanwhile, and they say that they are back', async () => {
    const theirs = await company.seat(browser, jonas, { viewport: { width: 390, height: 844 } })
    const { staffId } = await company.ask<{ staffId: string }>(jonas, 'GET', '/api/me')
    const until = new Date(Date.now() + 86_400_000).toISOString()
    await company.ask(company.founder, 'PUT', `/api/staff/${staffId}/absence`, { from: null, until })
    await theirs.page.goto(company.desk.url)
    await theirs.page.getByText('You are away until').waitFor()
    await expectAccessible(theirs.page, 'the desk of who is away')
    // As the desk does every minute.
    await company.desk.tick()
    await expect.poll(() => openOf('Jonas Weber'), { timeout: 20_000 }).toBe(0)
    await toTeam(mouse)
    await person('Jonas Weber').getByText('away until').waitFor()
    await person('Amira Haddad').getByRole('button', { name: 'Amira Haddad', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Cases of Amira Haddad' }).waitFor()
    await page.getByRole('checkbox', { name: 'Choose all' }).check()
    expect(
      await page
        .getByLabel(/to whom/)
        .locator('option')
        .allInnerTexts(),
    ).not.toContain('Jonas Weber')
    await theirs.page.getByRole('button', { name: 'I am back' }).click()
    await expect.poll(() => theirs.page.getByText('You are away until').count()).toBe(0)
    expect(theirs.troubles).toEqual([])
    await theirs.leave()
  })

  test('a handler has no team to look at, whatever the address says; on a phone it fits for a lead', async () => {
    const theirs = await company.seat(browser, jonas)
    await theirs.page.goto(`${company.desk.url}/?view=team`)
    await theirs.page.getByRole('button', { name: 'My cases' }).waitFor()
    expect(await theirs.page.getByRole('button', { name: 'Team', exact: true }).count()).toBe(0)
    expect(await theirs.page.getByRole('heading', { name: 'Team today' }).count()).toBe(0)
    await theirs.leave()
    await page.setViewportSize({ width: 390, height: 844 })
    await toTeam(mouse)
    await expectAccessible(page, 'the team on a phone')
  })
})
