// Two cases of one customer, as somebody makes them who writes twice about the same; and everything in them, to be compared.
import { assignCase } from '../../src/amend/cases/work/assign-case.ts'
import { mergeCases } from '../../src/amend/cases/rearranging/merge-cases.ts'
import { moveMessages } from '../../src/amend/cases/rearranging/move-messages.ts'
import type { Rearranged } from '../../src/amend/cases/rearranging/rearrangement.schema.ts'
import type { RearrangementId } from '../../src/amend/cases/rearranging/rearrangement.sql.ts'
import { splitCase } from '../../src/amend/cases/rearranging/split-case.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import { undoRearrangement } from '../../src/amend/cases/rearranging/undo-rearrangement.ts'
import type { Actor } from '../../src/platform/context/actor.rules.ts'
import type { CaseId, MessageId, StaffId } from '../../src/shared/ids.ts'
import { accept, caseOf, count, staff, writeIn } from './cases.ts'
import { write, type Written } from './customers.ts'
import { type CaseDesk, openCaseDesk } from './taken-case.ts'

export type Story = Written & { readonly caseId: CaseId; readonly from: string }

export interface TwoCases extends CaseDesk {
  readonly lead: StaffId
  readonly lea: StaffId
  /** Cases of one customer, each opened a minute after the one before and acknowledged; not taken. */
  cases(how?: { readonly acknowledged?: boolean; readonly text?: string }): Promise<readonly [Story, Story]>
  take(caseId: CaseId, by?: StaffId): Promise<void>
  handTo(caseId: CaseId, to: StaffId): Promise<void>
  /** The customer of a story writes again in its conversation. */
  again(story: Story, text: string): Promise<MessageId>
  merge(from: CaseId, into: CaseId, by?: Actor): Promise<Rearranged>
  split(caseId: CaseId, messageIds: readonly MessageId[], by?: Actor): Promise<Rearranged>
  move(caseId: CaseId, to: CaseId, messageIds: readonly MessageId[], by?: Actor): Promise<Rearranged>
  undo(done: Rearranged, asked: CaseId, by?: Actor): Promise<Rearranged>
  /** Whatever is kept of these cases but what only grows: history, audit, timeline, versions. */
  everything(...caseIds: readonly CaseId[]): Promise<unknown>
}

export async function openTwoCases(): Promise<TwoCases> {
  const desk = await openCaseDesk()
  const { home, mailbox, jonas, versionOf } = desk
  const leadId = await home.addPerson('Tomas Lind', 'lead')
  const lea = await home.addPerson('Lea Sommer', 'handler')
  const lead = staff(leadId, 'lead')
  let customers = 0
  const tick = () => {
    home.clock.moveMinutes(1)
  }
  return {
    ...desk,
    ...{ lead: leadId, lea },
    cases: async ({ acknowledged = true, text = 'The lamp is broken.' } = {}) => {
      customers += 1
      const from = `twice${String(customers)}@customer.example`
      const one = async (): Promise<Story> => {
        tick()
        const story = await writeIn(home, mailbox, { from, text, subject: 'The lamp' })
        if (acknowledged) await accept(home, story.caseId, 'acknowledgement')
        return { ...story, from }
      }
      return [await one(), await one()]
    },
    take: (caseId, by = jonas) =>
      home.as(staff(by), async (ctx) => {
        await takeCase(ctx, caseId, await versionOf(caseId))
      }),
    handTo: (caseId, to) =>
      home.as(lead, async (ctx) => {
        await assignCase(ctx, caseId, { version: await versionOf(caseId), staffId: to, summary: 'As before.' })
      }),
    again: async (story, text) => {
      tick()
      const { messageId } = await write(home, mailbox, { from: story.from, text, to: story })
      await count(home, messageId)
      return messageId
    },
    merge: async (caseId, into, by = lead) => {
      tick()
      const seen = { version: await versionOf(caseId), into, intoVersion: await versionOf(into) }
      return home.as(by, (ctx) => mergeCases(ctx, caseId, seen))
    },
    split: async (caseId, messageIds, by = lead) => {
      tick()
      const version = await versionOf(caseId)
      return home.as(by, (ctx) => splitCase(ctx, caseId, { version, messageIds }))
    },
    move: async (caseId, to, messageIds, by = lead) => {
      tick()
      const seen = { version: await versionOf(caseId), messageIds, to, toVersion: await versionOf(to) }
      return home.as(by, (ctx) => moveMessages(ctx, caseId, seen))
    },
    undo: async ({ rearrangementId }, asked, by = lead) => {
      const version = await versionOf(asked)
      return home.as(by, (ctx) => undoRearrangement(ctx, asked, rearrangementId as RearrangementId, version))
    },
    everything: (...caseIds) => home.as('system', ({ db }) => everythingOf(db, caseIds)),
  }
}

type Db = Parameters<Parameters<CaseDesk['home']['as']>[1]>[0]['db']

async function everythingOf(db: Db, caseIds: readonly CaseId[]): Promise<unknown> {
  const ids = [...caseIds]
  const of = (table: 'promise' | 'clock_pause' | 'case_message' | 'case_note' | 'draft' | 'note_mention') =>
    db.selectFrom(table).selectAll().where('case_id', 'in', ids).execute()
  const cases = await db.selectFrom('cases').selectAll().where('case_id', 'in', ids).orderBy('case_id').execute()
  const conversations = cases.map((one) => one.conversation_id)
  const messages = await db
    .selectFrom('message')
    .select(['message_id', 'conversation_id', 'standing'])
    .where('conversation_id', 'in', conversations)
    .execute()
  const letters = await db
    .selectFrom('outbox')
    .select(['message_id', 'state', 'due_at', 'last_error', 'settled_at'])
    .where(
      'message_id',
      'in',
      messages.map((one) => one.message_id),
    )
    .execute()
  const tables = ['promise', 'clock_pause', 'case_message', 'case_note', 'draft', 'note_mention'] as const
  const rows: unknown[][] = []
  // When a promise is looked at next is only a mark: too early does no harm.
  for (const table of tables) rows.push(sorted((await of(table)).map((row) => ({ ...row, watch_at: null }))))
  return {
    cases: cases.map(({ version: _version, news_version: _newsVersion, changed_at: _changedAt, ...one }) => one),
    messages: sorted(messages),
    letters: sorted(letters),
    rows,
  }
}

const sorted = <T>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** The state of a case in a word. */
export const stateOf = async (desk: CaseDesk, caseId: CaseId) => (await caseOf(desk.home, caseId)).current.state
