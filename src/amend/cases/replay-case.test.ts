// A case told all at once comes to stand exactly where the same case came by living through it here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, caseOf, count, promisesOf, staff, writeIn } from '../../../tests/setup/cases.ts'
import { write } from '../../../tests/setup/customers.ts'
import { openCaseDesk, type CaseDesk } from '../../../tests/setup/taken-case.ts'
import { newId } from '../../shared/ids.ts'
import { seededRandom } from '../../shared/random.ts'
import { currentFloor } from '../promises/floor-policy.sql.ts'
import { answerCase } from './work/answer-case.ts'
import { replayCase, type ToldStep } from './replay-case.ts'
import { takeCase } from './work/take-case.ts'
import { waitOnCase } from './work/wait-on-case.ts'

let desk: CaseDesk
beforeAll(async () => {
  desk = await openCaseDesk()
})
afterAll(() => desk.home.close())

const untold = /^(messageId|promiseId|caseId|version|insteadOf|about|poolId)$/
/** Without what differs by chance: identifiers, and how often it was saved. */
const comparable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (untold.test(key) ? undefined : one)))

test('taken, waited for the customer, answered, thanked, still broken, answered again', async () => {
  const { home, mailbox } = desk
  const me = staff(home.founder, 'administrator')
  const at = (): Date => new Date(home.clock.now())
  const told: ToldStep[] = []
  const first = await writeIn(home, mailbox, { from: 'lived@customer.example', text: 'The kettle leaks.' })
  const { caseId } = first
  const version = async (): Promise<number> => (await caseOf(home, caseId)).current.version
  const received = await caseOf(home, caseId)

  home.clock.moveMinutes(1)
  await accept(home, caseId, 'acknowledgement')
  told.push({ do: 'acknowledged', at: at(), text: 'We have it.', by: null })
  home.clock.moveMinutes(30)
  await home.as(me, async (ctx) => takeCase(ctx, caseId, await version()))
  told.push({ do: 'taken', at: at(), by: home.founder })
  home.clock.moveMinutes(30)
  const until = new Date(at().getTime() + 3 * 86_400_000)
  await home.as(me, async (ctx) =>
    waitOnCase(ctx, caseId, { version: await version(), for: 'customer', reason: 'a photo', until }),
  )
  told.push({ do: 'waiting', at: at(), by: home.founder, for: 'customer', reason: 'a photo', until })
  home.clock.moveMinutes(300)
  await writeAgain('Here it is, with the photo.')
  home.clock.moveMinutes(60)
  await answer('A new one is on its way.')
  home.clock.moveMinutes(1500)
  await writeAgain('Thank you very much!')
  home.clock.moveMinutes(2000)
  await writeAgain('It is still broken.')
  home.clock.moveMinutes(90)
  await answer('We send somebody tomorrow.')

  const lived = await caseOf(home, caseId)
  const floor = await home.as('system', (ctx) => currentFloor(ctx.db))
  const random = seededRandom(7)
  const replayed = replayCase(
    {
      ...{ kind: 'complaint', poolId: received.current.poolId, dutyStaffId: received.current.dutyStaffId },
      ...{ aboutStaffIds: [], receivedAt: received.current.receivedAt },
    },
    { messageId: first.messageId, text: 'The kettle leaks.' },
    told,
    { caseId, terms: floor!, newId: () => newId(at(), random) },
  )
  if ('refused' in replayed) throw new Error(replayed.refused)
  expect(comparable(replayed.current)).toEqual(comparable(lived.current))
  const inOrder = (promises: readonly { kind: string; madeAt: Date }[]): unknown =>
    comparable(promises.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime() || (a.kind < b.kind ? -1 : 1)))
  expect(inOrder(replayed.book.promises)).toEqual(inOrder(await promisesOf(home, caseId)))

  async function writeAgain(text: string): Promise<void> {
    const written = await write(home, mailbox, { from: 'lived@customer.example', text, to: first })
    await count(home, written.messageId)
    told.push({ do: 'customer-wrote', at: at(), text })
  }

  async function answer(text: string): Promise<void> {
    const given = {
      version: await version(),
      text,
      final: true,
      finding: 'founded',
      evidence: null,
      fileIds: [],
    } as const
    await home.as(me, (ctx) => answerCase(ctx, caseId, given))
    told.push({ do: 'answered', at: at(), by: home.founder, text, isFinal: true, finding: 'founded' })
    home.clock.moveTo(new Date(at().getTime() + 20_000))
    await accept(home, caseId, 'answer')
  }
})
