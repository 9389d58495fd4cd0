// How the pages look where people are not at a wide screen: on a phone, at 200 % zoom, and with the colours of their system.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, type Person } from './browser.ts'
import { type Company, openCompany } from './company.ts'

describe.skipIf(chromiumPath === null)('the pages (needs Chromium)', () => {
  let browser: Browser
  let company: Company
  let person: Person
  let page: Page
  const places: string[] = []

  beforeAll(async () => {
    browser = await openBrowser()
    company = await openCompany()
    const matter = 'The replacement of the replacement came chipped as well'
    await company.mail({
      from: 'Marta Kowalczyk <marta@customer.example>',
      subject: matter,
      text: 'It is chipped. '.repeat(40),
    })
    const waiting = () =>
      company.ask<{ waiting: number; next: { line: { customer: { customerId: string } } } }>(
        company.founder,
        'GET',
        '/api/desk',
      )
    await vi.waitUntil(async () => (await waiting()).waiting === 1, { timeout: 20_000, interval: 200 })
    await company.mail({ from: 'Omar <omar@customer.example>', subject: 'The lamp hums', text: 'It hums at night.' })
    await vi.waitUntil(async () => (await waiting()).waiting === 2, { timeout: 20_000, interval: 200 })
    const { customerId } = (await waiting()).next.line.customer
    const { caseId } = await company.ask<{ caseId: string }>(company.founder, 'POST', '/api/desk/take-next', {})
    places.push(
      '',
      '?view=to-confirm',
      `cases/${caseId}`,
      'customers?q=marta',
      `customers/${customerId}`,
      'search?q=chipped',
      'register?q=chipped',
    )
    places.push(
      ...['mailboxes', 'form', 'people', 'api-keys', 'company', 'floor', 'quarantine', 'notices'].map(
        (part) => `settings/${part}`,
      ),
    )
    person = await company.seat(browser, company.founder)
    ;({ page } = person)
    page.setDefaultTimeout(8000)
  })
  afterAll(async () => {
    // Before the desk is gone: an open page would complain of that.
    const troubles = [...person.troubles]
    await company.stop()
    await browser.close()
    expect(troubles).toEqual([])
  })

  async function visit(place: string): Promise<void> {
    await page.goto(`${company.desk.url}/${place}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)
    expect(await page.getByRole('alert').count(), `${place} shows an error`).toBe(0)
  }

  test('on a phone are accessible in light and dark, and nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const place of places) {
      await visit(place)
      if (place !== 'settings/form' && place !== 'settings/api-keys' && place !== 'settings/quarantine')
        await expectAccessible(page, `phone: ${place}`)
      expect(await page.evaluate(cutOff), `phone: ${place}`).toEqual([])
    }
  })

  test('on a phone a case is read and answered in its parts', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(places[2] ?? '')
    await page.getByRole('textbox', { name: 'Reply' }).waitFor()
    await page
      .getByRole('button', { name: 'Timeline' })
      .or(page.getByRole('tab', { name: 'Timeline' }))
      .click()
    await page.locator('.case-timeline').waitFor()
    expect(await page.getByRole('textbox', { name: 'Reply' }).isVisible()).toBe(false)
  })

  test('at 200 % zoom can be read: nothing is cut off, nothing overlaps, and the conversation has its room', async () => {
    await page.setViewportSize({ width: 720, height: 450 })
    for (const place of places) {
      await visit(place)
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
        place,
      ).toBeLessThanOrEqual(0)
      expect(await page.evaluate(cutOff), `200 %: ${place}`).toEqual([])
      expect(await page.evaluate(overlapping), `200 %: ${place}`).toEqual([])
    }
    await visit(places[2] ?? '')
    expect(
      await page.evaluate(
        "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.thread'))",
      ),
    ).toBeLessThanOrEqual(1)
  })

  test('have fields whose line can be seen, in light and dark', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await visit('settings/people')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const field of ['main input', 'main select'])
        expect(
          contrast(...(await page.locator(field).first().evaluate(lineAndGround))),
          `${field}, ${colorScheme}`,
        ).toBeGreaterThanOrEqual(3)
    }
  })

  test('with the colours of the system keep the shapes of what can be pressed and of what has the focus', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ forcedColors: 'active' })
    await visit('')
    const takeNext = page.getByRole('button', { name: 'Take next' })
    expect(await takeNext.evaluate(outlineOf)).toMatchObject({ border: true })
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus-visible').evaluate(outlineOf)).toMatchObject({ outline: true })
    expect(await page.locator('.ring circle').first().evaluate(strokeOf)).not.toBe('none')
    await visit(places[2] ?? '')
    expect(await page.getByRole('button', { name: 'Send' }).evaluate(outlineOf)).toMatchObject({ border: true })
  })
})

// Written as texts, because they run in the page.

/** Controls, headings and labels whose words do not fit, but those that say so with an ellipsis; and what sticks out of the window. */
const cutOff = `[...document.querySelectorAll('main button, main a, main h1, main h2, main label, main input, main select')]
  .filter((one) => one.checkVisibility() && !one.closest('.reader-only, .thread iframe'))
  .filter((one) => {
    const style = getComputedStyle(one)
    const box = one.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) return false
    const hides = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1
    return hides || box.right > window.innerWidth + 1 || box.left < -1
  })
  .map((one) => one.outerHTML.slice(0, 120))`

/** Pairs of controls that lie on each other, though neither is inside the other. */
const overlapping = `(() => {
  const all = [...document.querySelectorAll('main button, main a, main input, main select, main textarea')]
    .filter((one) => one.checkVisibility() && !one.closest('.reader-only'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2)
  const found = []
  for (const [n, a] of all.entries())
    for (const b of all.slice(n + 1)) {
      if (a.one.contains(b.one) || b.one.contains(a.one) || a.one.parentElement === b.one.parentElement && a.one.closest('.mantine-Input-wrapper')) continue
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      if (wide > 2 && high > 2) found.push(a.one.outerHTML.slice(0, 90) + ' | ' + b.one.outerHTML.slice(0, 90))
    }
  return found
})()`

const outlineOf = (one: unknown): { border: boolean; outline: boolean } => {
  const style = (
    globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> }
  ).getComputedStyle(one)
  return {
    border: style['borderTopStyle'] !== 'none' && parseFloat(style['borderTopWidth'] ?? '0') > 0,
    outline: style['outlineStyle'] !== 'none' && parseFloat(style['outlineWidth'] ?? '0') > 0,
  }
}
/** The colour of a field's line, and of the ground around it. */
const lineAndGround = (one: unknown): [string, string] => {
  const styleOf = (of: unknown) =>
    (globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> }).getComputedStyle(of)
  const line = styleOf(one)['borderTopColor'] ?? ''
  let around = one as { parentElement: unknown }
  let ground = 'rgba(0, 0, 0, 0)'
  while (ground === 'rgba(0, 0, 0, 0)') {
    around = around.parentElement as { parentElement: unknown }
    ground = styleOf(around)['backgroundColor'] ?? 'none'
  }
  return [line, ground]
}
/** WCAG's contrast of two opaque colours, as in `rgb(1, 2, 3)`. */
function contrast(one: string, other: string): number {
  const brightness = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [brightness(one), brightness(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
const strokeOf = (one: unknown): string =>
  (globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> }).getComputedStyle(one)[
    'stroke'
  ] ?? 'none'
