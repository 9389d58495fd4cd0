// One complaint of another desk, laid out as rows. Nothing of it is sent, no clock of the past runs, and nobody there becomes somebody here.
import type { BroughtCase, BroughtNote } from '../amend/cases/brought-cases.sql.ts'
import type { KeptCase } from '../amend/cases/case-columns.ts'
import type { Case } from '../amend/cases/case.rules.ts'
import type { CaseEvent } from '../amend/cases/rules/case-effects.rules.ts'
import { caseFromElsewhere } from '../amend/cases/rules/case-elsewhere.rules.ts'
import { colleaguesNamed } from '../amend/cases/work/colleagues-named.rules.ts'
import { emptyBook, madeByFloor, owedIn, type PromiseBook } from '../amend/promises/promise-book.rules.ts'
import type { BroughtConversation } from '../hear/conversations/brought-words.sql.ts'
import { codeOf } from '../hear/conversations/code.rules.ts'
import type { NewMessage } from '../hear/conversations/message.sql.ts'
import type { NewInteraction } from '../hear/customers/interaction.sql.ts'
import { kindOf } from '../hear/understanding/kind.rules.ts'
import { matterOf } from '../hear/understanding/matter.rules.ts'
import { meaningOf } from '../hear/understanding/meaning.rules.ts'
import { toldIn } from '../hear/understanding/told.rules.ts'
import type { Context } from '../platform/context/context.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { ComplaintLine, SaidThere } from './complaint-line.schema.ts'
import { opened, said, type Settings } from './tell-case.ts'

export interface ToldComplaint {
  readonly brought: BroughtCase
  readonly conversation: BroughtConversation
  readonly messages: readonly NewMessage[]
  readonly notes: readonly BroughtNote[]
  readonly promises: PromiseBook['promises']
  readonly interactions: readonly NewInteraction[]
}

export interface Bringing extends Settings {
  /** Whose name stands over what is noted. */
  readonly broughtBy: StaffId
  /** The other desk, as they call it. */
  readonly source: string
  /** Whether a number of theirs is somebody who writes in, and not somebody who worked there. */
  readonly isCustomer: (sourceId: string) => boolean
}

/** @returns why not, in a sentence */
export function tellComplaint(
  ctx: Context,
  bringing: Bringing,
  line: ComplaintLine,
  customerId: CustomerId,
  number: number,
): ToldComplaint | { readonly refused: string } {
  const { staff, poolId, identities } = bringing
  const identityId = identities.get(customerId)
  if (identityId === undefined) return { refused: 'This customer has no address to hear them by.' }
  const received = new Date(line.at)
  const endedAt = line.endedAt === null ? null : new Date(line.endedAt)
  if (endedAt && endedAt < received) return { refused: 'It ended before it began.' }
  if (line.said.some(({ at }) => new Date(at) < received)) return { refused: 'Something was said before it began.' }
  const aboutStaffIds = colleaguesNamed(line.subject, line.text, staff)
  const free = staff.filter(({ staffId }) => !aboutStaffIds.includes(staffId))
  const dutyStaffId = free[number % Math.max(1, free.length)]?.staffId
  if (dutyStaffId === undefined) return { refused: 'Nobody works here who could answer for it.' }
  const opening = { kind: kindOf(line.subject, line.text), poolId, dutyStaffId, aboutStaffIds, receivedAt: received }
  const current = caseFromElsewhere(opening, endedAt, ctx.now())
  if (!current) throw new Error('on duty is somebody whom it is about')
  return laidOut(ctx, { ...bringing, line, number, customerId, identityId, current })
}

interface About extends Bringing {
  readonly line: ComplaintLine
  readonly number: number
  readonly customerId: CustomerId
  readonly identityId: NonNullable<NewMessage['identityId']>
  readonly current: Case
}

function laidOut(ctx: Context, about: About): ToldComplaint {
  const { line, number, customerId, identityId, current, floor } = about
  const channelId = about.channelIds.get(line.channel)
  if (!channelId) throw new Error('a channel of the history was not made')
  const caseId = ctx.newId<'case'>()
  const conversationId = ctx.newId<'conversation'>()
  const [first, ...others] = [firstOf(line), ...line.said].map((one) => ({ one, role: roleOf(about, one) }))
  const spoken = [{ ...first, role: 'customer' as const }, ...others]
  const messages = spoken.flatMap(({ one, role }) =>
    role === 'aside' || one === undefined ? [] : [messageOf(ctx, { ...about, channelId }, conversationId, one, role)],
  )
  const last = messages.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
  const [opening] = messages
  if (!last || !opening) throw new Error('a complaint in which nothing was said')
  const book = current.state === 'closed' ? emptyBook : promised(ctx, about, caseId)
  const kept: KeptCase = {
    ...{ caseId, number, customerId, conversationId, openingMessageId: opening.messageId, current },
    ...{ matter: matterOf(line.subject, line.text), floorVersion: floor.policy.version, waitingReason: null },
    ...{ nextDueAt: owedIn(book).nextDueAt, lookAgainAt: null, newsVersion: current.version },
  }
  const counted = messages.map(({ messageId, at, meaning, direction }, place) => ({
    ...{ messageId, at },
    meaning: direction === 'out' ? 'answer' : place === 0 ? current.kind : (meaning ?? 'new-information'),
  }))
  return {
    brought: {
      ...{ kept, channel: line.channel, counted, events: eventsOf(current).map((event) => ({ event, by: null })) },
      last: { at: last.at, direction: last.direction, text: last.text },
    },
    conversation: {
      ...{ conversationId, customerId, identityId, channelId, code: codeOf(conversationId), subject: line.subject },
      ...{ reference: `${about.casePrefix}-${String(number)}`, at: current.receivedAt, lastMessageAt: last.at },
    },
    messages,
    notes: [
      ...others.flatMap(({ one, role }) => (role === 'aside' ? [noteOf(ctx, about, caseId, one)] : [])),
      { noteId: ctx.newId<'note'>(), caseId, by: about.broughtBy, at: ctx.now(), text: broughtWords(about) },
    ],
    promises: book.promises,
    interactions: [opened(ctx, kept), ...messages.map((one) => said(ctx, customerId, one))],
  }
}

const firstOf = ({ at, customer, text }: ComplaintLine): SaidThere => ({
  ...{ at, author: customer, name: '', text, isInternal: false },
})

/** Who spoke: their customer, their desk, or somebody beside the conversation (a colleague's note, somebody else who took part). */
function roleOf({ line, isCustomer }: About, { author, isInternal }: SaidThere): 'customer' | 'desk' | 'aside' {
  if (isInternal) return 'aside'
  if (author === line.customer) return 'customer'
  return author !== null && isCustomer(author) ? 'aside' : 'desk'
}

/** The floor from the day it came here; no acknowledgement, for nobody waits to hear that we have it. */
function promised(ctx: Context, { floor }: About, caseId: CaseId): PromiseBook {
  return (['first-answer', 'final-answer'] as const).reduce(
    (book, kind) => madeByFloor(book, floor, { promiseId: ctx.newId<'promise'>(), caseId, kind, from: ctx.now() }),
    emptyBook,
  )
}

/** One that ended there was never received here, so that no report of this desk counts its time. */
function eventsOf(current: Case): readonly CaseEvent[] {
  const nothing = { by: null, words: null, about: null }
  return current.closedAt === null
    ? [{ kind: 'received', at: current.receivedAt, ...nothing }]
    : [{ kind: 'closed', at: current.closedAt, ...nothing }]
}

function messageOf(
  ctx: Context,
  { line, identityId, channelId, source, current }: About & { readonly channelId: NewMessage['channelId'] },
  conversationId: NewMessage['conversationId'],
  { at, name, text }: SaidThere,
  role: 'customer' | 'desk',
): NewMessage {
  const isTheirs = role === 'customer'
  const time = new Date(at)
  // Of what ended nobody is in danger any more whom this desk could help.
  const cues = isTheirs && current.closedAt === null ? toldIn(line.subject, text).cues : []
  return {
    ...{ messageId: ctx.newId<'message'>(), conversationId, direction: isTheirs ? 'in' : 'out' },
    ...{
      kind: isTheirs ? 'human' : 'answer',
      staffId: null,
      toldBy: isTheirs ? null : `${name || source} (${source})`,
    },
    ...{ channelId, identityId, rawId: null, externalId: null, html: null, subject: line.subject, text },
    ...{ visibleText: text, language: null, meaning: isTheirs ? meaningOf(text, 0) : null, authentication: 'none' },
    ...{ standing: 'joined', joinedBy: 'history', mayAnswerAutomatically: isTheirs, at: time, storedAt: time, cues },
  }
}

const mostNoted = 20_000

const noteOf = (
  ctx: Context,
  { broughtBy, source }: About,
  caseId: CaseId,
  { at, name, text }: SaidThere,
): BroughtNote => ({
  ...{ noteId: ctx.newId<'note'>(), caseId, by: broughtBy, at: new Date(at) },
  text: `${name || source} (${source}): ${text}`.slice(0, mostNoted),
})

const broughtWords = ({ line, source }: About): string =>
  [
    `Brought along from ${source}, where its number was ${line.id}.`,
    line.endedAt === null ? 'It was open there; what we promise counts from today.' : 'It ended there.',
    ...line.remarks,
  ]
    .join('\n')
    .slice(0, mostNoted)
