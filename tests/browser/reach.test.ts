// Letters to a customer come back, in a browser: the case says so, an address that is ours is refused, and another one is written to from then on.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markBad } from '../../src/hear/customers/customer.sql.ts'
import { withContext } from '../../src/platform/context/context.ts'
import type { IdentityId } from '../../src/shared/ids.ts'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person, takeNext } from './browser.ts'
import { type Company, openCompany } from './company.ts'
import { keyboard } from './hands.ts'

describe.skipIf(chromiumPath === null)('a customer who cannot be reached (needs Chromium)', { retry: 0 }, () => {
  let browser: Browser
  let company: Company
  let jonas: Person
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    jonas = await company.seat(browser, await company.invite('Jonas Weber', 'handler'))
    ;({ page } = jonas)
    page.setDefaultTimeout(8000)
    await company.mail({
      ...{ from: 'Marta Kowalczyk <marta@customer.example>', subject: 'The lid is loose' },
      text: 'The lid of my kettle is loose.',
    })
    await page.goto(company.desk.url)
    await page.locator('.take-next').getByText('Marta Kowalczyk').waitFor({ timeout: 20_000 })
    await takeNext(page)
    await page.getByRole('heading', { level: 1, name: 'The lid is loose' }).waitFor()
  })
  afterAll(async () => {
    // That one address is refused is part of the story.
    const troubles = jonas.troubles.filter((words) => !/status of 4\d\d .*\/reach$/.test(words))
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  const lose = async () => {
    const { house } = company.desk.desk
    const { organizationId } = company
    await withContext(house, { organizationId, actor: { kind: 'system', part: 'test' } }, async (ctx) => {
      const { identity_id } = await ctx.db
        .selectFrom('identity')
        .select('identity_id')
        .where('value', '=', 'marta@customer.example')
        .executeTakeFirstOrThrow()
      await markBad(ctx.db, identity_id as IdentityId, ctx.now(), 'The letter came back (5.1.1): it was not delivered.')
    })
  }

  test('the case asks for another address, and letters go there', async () => {
    await lose()
    await page.reload()
    const panel = page.getByRole('region', { name: 'Reach the customer another way' })
    await panel.getByText('Letters to marta@customer.example come back').waitFor()
    await expectAccessible(page, 'a case whose letters come back')
    const address = panel.getByLabel('Their other e-mail address')
    await address.fill('help@halden.example')
    await keyboard.press(panel.getByRole('button', { name: 'Write there from now on' }))
    await page.getByRole('alert').first().waitFor()
    await address.fill('marta@home.example')
    await page.keyboard.press('Enter')
    await panel.waitFor({ state: 'detached' })
    await page.getByText('by e-mail, to marta@home.example').waitFor()
    await page.getByText('another address to write to').waitFor()
  })
})
