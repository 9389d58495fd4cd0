// A case between its row and its rules: which column holds what. Knows no statement.
import type { Insertable, Selectable } from 'kysely'
import type { Cases } from '../../platform/database/types.ts'
import type { CaseId, ConversationId, CustomerId, MessageId, PoolId, StaffId } from '../../shared/ids.ts'
import type { Answer, Case, CaseEnd, CaseState, Finding, Merged, Rejection } from './case.rules.ts'

/** A case with what is kept beside its rules. */
export interface KeptCase {
  readonly caseId: CaseId
  readonly number: number
  readonly customerId: CustomerId
  readonly conversationId: ConversationId
  readonly openingMessageId: MessageId
  readonly matter: string
  readonly floorVersion: number
  readonly waitingReason: string | null
  /** The earliest due time of what is still owed; null when nothing is. */
  readonly nextDueAt: Date | null
  /** When time alone may change something. */
  readonly lookAgainAt: Date | null
  /** The oldest version that tells people all they must know before they act; what came since is only that letters of ours arrived. */
  readonly newsVersion: number
  readonly current: Case
}

const dated = <K extends string>(
  row: Readonly<Record<string, unknown>>,
  ...keys: readonly K[]
): Record<K, Date | null> =>
  Object.fromEntries(keys.map((key) => [key, typeof row[key] === 'string' ? new Date(row[key]) : null])) as Record<
    K,
    Date | null
  >

const answerOf = (row: Readonly<Record<string, unknown>>): Answer =>
  ({ ...row, ...dated(row, 'writtenAt', 'acceptedAt', 'bouncedAt') }) as unknown as Answer
const endOf = (row: Readonly<Record<string, unknown>>): CaseEnd =>
  ({ ...row, ...dated(row, 'at') }) as unknown as CaseEnd
const mergedOf = (value: unknown): Merged | null =>
  value === null
    ? null
    : ({ ...value, ...dated(value as object as Readonly<Record<string, unknown>>, 'at', 'waitingUntil') } as Merged)
const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  value as readonly Readonly<Record<string, unknown>>[]

export const keptCaseOf = (row: Selectable<Cases>): KeptCase => ({
  caseId: row.case_id as CaseId,
  number: row.number,
  customerId: row.customer_id as CustomerId,
  conversationId: row.conversation_id as ConversationId,
  openingMessageId: row.opening_message_id as MessageId,
  matter: row.matter,
  floorVersion: row.floor_version,
  waitingReason: row.waiting_reason,
  nextDueAt: row.next_due_at,
  lookAgainAt: row.look_again_at,
  newsVersion: row.news_version,
  current: {
    state: row.state as CaseState,
    kind: row.kind as Case['kind'],
    poolId: row.pool_id as PoolId,
    dutyStaffId: row.duty_staff_id as StaffId,
    ownerStaffId: row.owner_staff_id as StaffId | null,
    aboutStaffIds: row.about_staff_ids as StaffId[],
    receivedAt: row.received_at,
    acknowledgedAt: row.acknowledged_at,
    takenAt: row.taken_at,
    firstAnsweredAt: row.first_answered_at,
    finalAnsweredAt: row.final_answered_at,
    answers: list(row.answers).map(answerOf),
    finding: row.finding as Finding | null,
    ends: list(row.ends).map(endOf),
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by as Case['resolvedBy'],
    rejectedAt: row.rejected_at,
    rejection: row.rejection as Rejection | null,
    closedAt: row.closed_at,
    reopenings: row.reopenings,
    isReopened: row.is_reopened,
    silenceNotices: row.silence_notices,
    noticeQueuedAt: row.notice_queued_at,
    waitingUntil: row.waiting_until,
    merged: mergedOf(row.merged),
    changedAt: row.changed_at,
    version: row.version,
  },
})

/** The columns that a change of a case may write. */
export const columnsOf = (kept: KeptCase) =>
  ({
    state: kept.current.state,
    duty_staff_id: kept.current.dutyStaffId,
    owner_staff_id: kept.current.ownerStaffId,
    about_staff_ids: [...kept.current.aboutStaffIds],
    acknowledged_at: kept.current.acknowledgedAt,
    taken_at: kept.current.takenAt,
    first_answered_at: kept.current.firstAnsweredAt,
    final_answered_at: kept.current.finalAnsweredAt,
    answers: JSON.stringify(kept.current.answers),
    finding: kept.current.finding,
    ends: JSON.stringify(kept.current.ends),
    resolved_at: kept.current.resolvedAt,
    resolved_by: kept.current.resolvedBy,
    rejected_at: kept.current.rejectedAt,
    rejection: kept.current.rejection === null ? null : JSON.stringify(kept.current.rejection),
    closed_at: kept.current.closedAt,
    reopenings: [...kept.current.reopenings],
    is_reopened: kept.current.isReopened,
    silence_notices: [...kept.current.silenceNotices],
    notice_queued_at: kept.current.noticeQueuedAt,
    waiting_until: kept.current.waitingUntil,
    // A merged case that waited may go on waiting once that is undone.
    waiting_reason: (kept.current.merged ?? kept.current).waitingUntil === null ? null : kept.waitingReason,
    merged_into: kept.current.merged?.into ?? null,
    merged: kept.current.merged === null ? null : JSON.stringify(kept.current.merged),
    next_due_at: kept.nextDueAt,
    look_again_at: kept.lookAgainAt,
    news_version: kept.newsVersion,
    changed_at: kept.current.changedAt,
    version: kept.current.version,
  }) satisfies Partial<Insertable<Cases>>
