// A company with a mailbox and a handler, Jonas, who has taken a case: where most of the work on cases begins.
import { answerCase } from '../../src/amend/cases/work/answer-case.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import type { CaseId, ChannelId, FileId, MessageId, StaffId } from '../../src/shared/ids.ts'
import { accept, caseOf, promisesOf, staff, writeIn } from './cases.ts'
import { connectMailbox } from './customers.ts'
import { openTestHouse, type TestHouse } from './house.ts'

export interface CaseDesk {
  readonly home: TestHouse
  readonly mailbox: ChannelId
  readonly jonas: StaffId
  /** A complaint of somebody new that Jonas has taken. */
  taken(): Promise<Awaited<ReturnType<typeof writeIn>> & { readonly from: string }>
  versionOf(caseId: CaseId): Promise<number>
  /** Jonas answers and the next server accepts; finally, unless said otherwise. */
  answered(caseId: CaseId, final?: boolean, fileIds?: readonly FileId[]): Promise<MessageId>
  /** When the promise of a kind is due. */
  dueOf(caseId: CaseId, kind: string): Promise<Date | undefined>
}

/** @param listeners as in `openTestHouse` */
export async function openCaseDesk(listeners?: Parameters<typeof openTestHouse>[0]): Promise<CaseDesk> {
  const home = await openTestHouse(listeners)
  const mailbox = await connectMailbox(home)
  const jonas = await home.addPerson('Jonas Weber', 'handler')
  let people = 0
  const versionOf = async (caseId: CaseId) => (await caseOf(home, caseId)).current.version
  return {
    home,
    mailbox,
    jonas,
    taken: async () => {
      people += 1
      const from = `customer${String(people)}@customer.example`
      const story = await writeIn(home, mailbox, { from, text: 'The lamp is broken.' })
      home.clock.moveMinutes(1)
      await accept(home, story.caseId, 'acknowledgement')
      await home.as(staff(jonas), async (ctx) => takeCase(ctx, story.caseId, await versionOf(story.caseId)))
      return { ...story, from }
    },
    versionOf,
    answered: async (caseId, final = true, fileIds = []) => {
      const version = await versionOf(caseId)
      const finding = final ? ('founded' as const) : null
      const given = { version, text: 'Done.', final, finding, evidence: null, fileIds }
      await home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, given))
      return accept(home, caseId, 'answer')
    },
    dueOf: async (caseId, kind) => (await promisesOf(home, caseId)).find((one) => one.kind === kind)?.dueAt,
  }
}
