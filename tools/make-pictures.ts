// `npm run pictures`: takes the pictures of docs/pictures: of a made-up story for the README, of the sample company for the guide. Needs Chromium.
import type { Browser } from 'playwright-core'
import { openBrowser } from '../tests/browser/browser.ts'
import { leave, phone, shows, sitDown, take } from './pictures/camera.ts'
import { openGuide } from './pictures/guide.ts'
import { shootFirstRun, shootGuide } from './pictures/guide-shots.ts'
import { lastMoment, playStory } from './pictures/story.ts'

const browser = await openBrowser()
try {
  await shootStory(browser)
  const guide = await openGuide((stage) => shootFirstRun(browser, stage))
  try {
    await shootGuide(browser, guide)
  } finally {
    await guide.stage.close()
  }
} finally {
  await browser.close()
}

async function shootStory(browser: Browser): Promise<void> {
  const { stage, looking, caseId, matter } = await playStory()
  try {
    const person = await sitDown(browser, stage, looking)
    const { page } = person
    const picture = async (place: string, heading: string, name: string): Promise<void> => {
      await stage.moveTo(lastMoment)
      await page.goto(`${stage.desk.url}${place}`)
      await shows(page, heading)
      await take(page, name)
    }
    await picture('/', 'Desk', 'desk.png')
    await picture(`/cases/${caseId}`, matter, 'case.png')
    await page.setViewportSize(phone)
    await picture(`/cases/${caseId}`, matter, 'case-phone.png')
    await leave(person)
  } finally {
    await stage.close()
  }
}
