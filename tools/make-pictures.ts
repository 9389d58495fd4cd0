// `npm run pictures`: takes the pictures of docs/pictures from a desk in which a made-up story was played (tools/pictures). Needs Chromium.
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPerson } from '../tests/browser/browser.ts'
import { root } from './list-files.ts'
import { eventually, type Stage } from './pictures/stage.ts'
import { lastMoment, playStory, type Story } from './pictures/story.ts'

const folder = join(root, 'docs/pictures')
const mostBytes = 250_000
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

await mkdir(folder, { recursive: true })
const story = await playStory()
try {
  await takePictures(story)
} finally {
  await story.stage.close()
}

async function takePictures({ stage, looking, caseId, matter }: Story): Promise<void> {
  const browser = await openBrowser()
  try {
    const seen = { timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' } as const
    const { page, troubles } = await openPerson(browser, { ...seen, viewport: desktop })
    const [name = '', value = ''] = looking.cookie.split('=')
    await page.context().addCookies([{ name, value, url: stage.desk.url }])
    await picture(stage, page, '/', 'Desk', 'desk.png')
    await picture(stage, page, `/cases/${caseId}`, matter, 'case.png')
    await page.setViewportSize(phone)
    await picture(stage, page, `/cases/${caseId}`, matter, 'case-phone.png')
    if (troubles.length > 0) throw new Error(`The pages complained: ${troubles.join('\n')}`)
  } finally {
    await browser.close()
  }
}

/** Waits until the page shows all it has, and follows what changes. */
async function picture(stage: Stage, page: Page, place: string, heading: string, name: string): Promise<void> {
  await stage.moveTo(lastMoment)
  await page.goto(`${stage.desk.url}${place}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  const loading = page.locator('[aria-busy=true]')
  await eventually(`something loading for ${name}`, async () => ((await loading.count()) === 0 ? true : null))
  await page.locator('.live-live').waitFor()
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const path = join(folder, name)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = await stat(path)
  if (size > mostBytes) throw new Error(`${name} has ${String(size)} bytes, more than ${String(mostBytes)}.`)
  console.log(`${name} ${String(Math.round(size / 1000))} kB`)
}
