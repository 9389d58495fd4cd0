// Cases that are brought along, many at once.
import { sql } from 'kysely'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, ConversationId, MessageId, NoteId, OrganizationId, StaffId } from '../../shared/ids.ts'
import { columnsOf, type KeptCase } from './case-columns.ts'
import type { CaseEvent } from './rules/case-effects.rules.ts'
import { beginningLength } from './case-message.sql.ts'
import type { CaseLine } from './case.schema.ts'

/** So many numbers that nobody else is given. */
export async function takeCaseNumbers(db: Database, wanted: number): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    select take_case_number() as number from generate_series(1, ${wanted}::integer)`.execute(db)
  return rows.map(({ number }) => number)
}

export interface BroughtCase {
  readonly kept: KeptCase
  readonly channel: CaseLine['channel']
  readonly last: { readonly at: Date; readonly direction: 'in' | 'out'; readonly text: string }
  readonly events: readonly { readonly event: CaseEvent; readonly by: StaffId | null }[]
  readonly counted: readonly { readonly messageId: MessageId; readonly meaning: string; readonly at: Date }[]
}

export async function addManyCases(
  db: Database,
  organizationId: OrganizationId,
  cases: readonly BroughtCase[],
): Promise<void> {
  await insertMany(
    db,
    'cases',
    cases.map(({ kept, channel, last }) => ({
      ...columnsOf(kept),
      ...{ answers: kept.current.answers, ends: kept.current.ends, rejection: kept.current.rejection },
      ...{ organization_id: organizationId, case_id: kept.caseId, number: kept.number, kind: kept.current.kind },
      ...{ customer_id: kept.customerId, conversation_id: kept.conversationId, matter: kept.matter, channel },
      ...{ opening_message_id: kept.openingMessageId, pool_id: kept.current.poolId, floor_version: kept.floorVersion },
      ...{ received_at: kept.current.receivedAt, last_heard_at: last.at, last_direction: last.direction },
      last_text: last.text.slice(0, beginningLength),
    })),
  )
  await insertMany(
    db,
    'case_event',
    cases.flatMap(({ kept, events }) => events.map((one, at) => eventRow(organizationId, kept.caseId, one, at + 1))),
  )
  await insertMany(
    db,
    'case_message',
    cases.flatMap(({ kept, counted }) =>
      counted.map((one) => ({
        ...{ organization_id: organizationId, case_id: kept.caseId },
        ...{ message_id: one.messageId, meaning: one.meaning, counted_at: one.at },
      })),
    ),
  )
}

const eventRow = (
  organizationId: OrganizationId,
  caseId: CaseId,
  { event, by }: BroughtCase['events'][number],
  sequence: number,
) => ({
  ...{ organization_id: organizationId, case_id: caseId, sequence, at: event.at, kind: event.kind },
  ...{ actor_kind: by === null ? 'system' : 'staff', actor_id: by ?? 'history' },
  details: { words: event.words, about: event.about, by: event.by },
})

/** A note that came with a case, under the name of whoever brought it. */
export interface BroughtNote {
  readonly noteId: NoteId
  readonly caseId: CaseId
  readonly by: StaffId
  readonly text: string
  readonly at: Date
}

export const addManyNotes = (
  db: Database,
  organizationId: OrganizationId,
  notes: readonly BroughtNote[],
): Promise<void> =>
  insertMany(
    db,
    'case_note',
    notes.map((one) => ({
      ...{ organization_id: organizationId, note_id: one.noteId, case_id: one.caseId, staff_id: one.by },
      ...{ text: one.text, at: one.at, is_brought: true },
    })),
  )

/** Removes those that stand as they were brought; answers which, with their conversations, which are then nobody's. */
export async function removeBroughtCases(
  db: Database,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: CaseId; readonly conversationId: ConversationId }[]> {
  const { rows } = await sql<{ caseId: CaseId; conversationId: ConversationId }>`
    select case_id as "caseId", conversation_id as "conversationId" from remove_brought_cases(${[...caseIds]}::uuid[])`.execute(
    db,
  )
  return rows
}

/** Which of these there are. */
export async function findBroughtCases(db: Database, caseIds: readonly string[]): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select c.case_id as "caseId" from cases c where c.case_id = any (${[...caseIds]}::uuid[])`.execute(db)
  return rows.map(({ caseId }) => caseId)
}
