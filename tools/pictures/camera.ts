// Takes one picture: waits until the page shows all it has and follows what changes, refuses one that is too large, and keeps the old one where
// nobody could tell the difference.
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { type Person, openPerson } from '../../tests/browser/browser.ts'
import { root } from '../list-files.ts'
import { looksSame } from './looks-same.ts'
import { eventually, type Session, type Stage } from './stage.ts'

const folder = join(root, 'docs/pictures')
const mostBytes = 250_000
export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** Somebody at a desktop in Berlin who wants nothing to move; signed in where there is a session. */
export async function sitDown(browser: Browser, stage: Stage, session: Session | null): Promise<Person> {
  const seen = { timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' } as const
  const person = await openPerson(browser, { ...seen, viewport: desktop })
  const [name = '', value = ''] = session?.cookie.split('=') ?? []
  if (session) await person.page.context().addCookies([{ name, value, url: stage.desk.url }])
  return person
}

/** Waits until a page has this title and nothing of it is still loading. */
export async function shows(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).first().waitFor()
  const loading = page.locator('[aria-busy=true]')
  await eventually(`something loading on ${heading}`, async () => ((await loading.count()) === 0 ? true : null))
  if ((await page.locator('.live').count()) > 0) await page.locator('.live-live').waitFor()
}

/** @param of a part of the page, or all of it */
export async function take(of: Page | Locator, name: string): Promise<void> {
  const page = 'page' in of ? of.page() : of
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const path = join(folder, name)
  const picture = await of.screenshot({ animations: 'disabled', caret: 'hide' })
  const size = picture.length
  if (size > mostBytes) throw new Error(`${name} has ${String(size)} bytes, more than ${String(mostBytes)}.`)
  const browser = page.context().browser()
  const isOld = browser && existsSync(path) && (await looksSame(browser, await readFile(path), picture))
  await mkdir(dirname(path), { recursive: true })
  if (!isOld) await writeFile(path, picture)
  console.log(`${name} ${String(Math.round(size / 1000))} kB${isOld ? ', as it was' : ''}`)
}

/** Whoever sat there leaves. @throws what the pages complained about, but that nobody is signed in */
export async function leave(person: Person): Promise<void> {
  await person.leave()
  const troubles = person.troubles.filter((words) => !words.includes('status of 401'))
  if (troubles.length > 0) throw new Error(`The pages complained: ${troubles.join('\n')}`)
}
