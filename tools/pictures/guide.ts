// What the guide shows: the sample company on a Tuesday morning, at the same minute of the same day each time.
import { settleIn } from '../sample-company/settle-in.ts'
import { openDoors } from './doors.ts'
import { berlin, eventually, openEmptyStage, type Session, type Stage } from './stage.ts'

const lived = '2026-03-03 10:00'
/** When the pictures are taken. */
export const guideMoment = '2026-03-03 10:42'
const password = 'seven lanterns under a quiet harbour'

export interface Guide {
  readonly stage: Stage
  /** A session for somebody by the part of their address before the @. */
  readonly signIn: (who: string) => Promise<Session>
}

/** @param beforeFounding takes its pictures while the desk is empty */
export async function openGuide(beforeFounding: (stage: Stage) => Promise<void>): Promise<Guide> {
  const stage = await openEmptyStage(lived)
  try {
    await beforeFounding(stage)
    const { url } = stage.desk
    await settleIn({ url, password, hasPostBox: false, seed: 1, customers: 20_000, until: berlin(lived) })
    const signIn = (who: string) => stage.enter(`${who}@halden.example`, password)
    const administrator = await signIn('amira.haddad')
    await openDoors(stage, administrator, () => administrator)
    await stage.moveTo(guideMoment)
    await untilQuiet(stage, administrator)
    return { stage, signIn }
  } catch (error) {
    await stage.close()
    throw error
  }
}

/** What follows from the two years is done when the desk says the same twice. */
async function untilQuiet(stage: Stage, by: Session): Promise<void> {
  let before = ''
  await eventually('something going on', async () => {
    const now = JSON.stringify(await stage.ask(by, 'GET', '/api/desk'))
    const isQuiet = now === before
    before = now
    await new Promise((resolve) => setTimeout(resolve, isQuiet ? 0 : 3000))
    return isQuiet ? true : null
  })
}
