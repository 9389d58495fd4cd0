// One case of the history, told to the rules and laid out as rows.
import type { BroughtCase } from '../amend/cases/brought-cases.sql.ts'
import type { KeptCase } from '../amend/cases/case-columns.ts'
import type { Letter } from '../amend/cases/rules/case-effects.rules.ts'
import { colleaguesNamed } from '../amend/cases/work/colleagues-named.rules.ts'
import { composeLetter } from '../amend/cases/letters/compose-letter.ts'
import { lookAgainAt } from '../amend/cases/rules/look-again.rules.ts'
import { replayCase, type Replayed, type Said, type ToldStep } from '../amend/cases/replay-case.ts'
import { silencePolicyOf } from '../amend/cases/silence-policy.ts'
import type { Floor } from '../amend/promises/floor-policy.sql.ts'
import type { Pause } from '../amend/promises/pauses.rules.ts'
import { owedIn } from '../amend/promises/promise-book.rules.ts'
import type { KeptPromise } from '../amend/promises/promise.rules.ts'
import type { BroughtSurvey } from '../amend/surveys/brought-surveys.sql.ts'
import type { ChannelKind } from '../hear/channels/channel.sql.ts'
import type { BroughtConversation } from '../hear/conversations/brought-words.sql.ts'
import { codeOf } from '../hear/conversations/code.rules.ts'
import type { NewMessage } from '../hear/conversations/message.sql.ts'
import type { NewInteraction } from '../hear/customers/interaction.sql.ts'
import { kindOf } from '../hear/understanding/kind.rules.ts'
import { matterOf } from '../hear/understanding/matter.rules.ts'
import type { Context } from '../platform/context/context.ts'
import type { CaseId, ChannelId, CustomerId, Id, IdentityId, PoolId, StaffId } from '../shared/ids.ts'
import type { CaseLine, CaseStep } from './history.schema.ts'
import { tellSurvey } from './tell-survey.ts'

type Colleague = Parameters<typeof colleaguesNamed>[2][number]

/** What every case of a request is told with. */
export interface Settings {
  readonly poolId: PoolId
  readonly casePrefix: string
  readonly floor: Floor
  readonly channelIds: ReadonlyMap<ChannelKind, ChannelId>
  readonly identities: ReadonlyMap<CustomerId, IdentityId>
  readonly names: ReadonlyMap<CustomerId, string>
  readonly staff: readonly Colleague[]
  readonly company: string
  readonly timeZone: string
}

export interface ToldCase {
  readonly brought: BroughtCase
  readonly conversation: BroughtConversation
  readonly messages: readonly NewMessage[]
  readonly promises: readonly KeptPromise[]
  readonly pauses: readonly (Pause & { readonly pauseId: Id<'pause'>; readonly caseId: CaseId })[]
  readonly interactions: readonly NewInteraction[]
  readonly survey: BroughtSurvey | null
}

interface About extends Settings {
  readonly line: CaseLine
  readonly number: number
  readonly customerId: CustomerId
  readonly identityId: IdentityId
  readonly channelId: ChannelId
}

/** @returns why not, in a sentence, where the history names nobody we know or the rules refuse a step of it */
export function tellCase(
  ctx: Context,
  settings: Settings,
  line: CaseLine,
  customerId: CustomerId,
  number: number,
): ToldCase | { readonly refused: string } {
  const steps = stepsOf(line.steps, settings.staff)
  if (typeof steps === 'string') return { refused: steps }
  const about = { ...settings, line, number, customerId, ...whereOf(settings, line, customerId) }
  if (about.identityId === undefined) return { refused: 'This customer has no address to hear them by.' }
  const aboutStaffIds = colleaguesNamed(line.subject, line.text, settings.staff)
  const dutyStaffId = onDuty(settings.staff, steps, aboutStaffIds, number)
  if (dutyStaffId === undefined) return { refused: 'Nobody works here who could answer for it.' }
  const kind = kindOf(line.subject, line.text)
  const opening = { kind, poolId: settings.poolId, dutyStaffId, aboutStaffIds, receivedAt: new Date(line.at) }
  const caseId = ctx.newId<'case'>()
  const first = { messageId: ctx.newId<'message'>(), text: line.text }
  const how = { caseId, terms: settings.floor, newId: <K extends string>() => ctx.newId<K>() }
  const replayed = replayCase(opening, first, steps, how)
  if ('refused' in replayed) return replayed
  return laidOut(ctx, { ...about, identityId: about.identityId }, caseId, replayed)
}

function whereOf(
  { channelIds, identities }: Settings,
  { channel }: CaseLine,
  customerId: CustomerId,
): { readonly channelId: ChannelId; readonly identityId: IdentityId | undefined } {
  const channelId = channelIds.get(channel)
  if (!channelId) throw new Error('a channel of the history was not made')
  return { channelId, identityId: identities.get(customerId) }
}

/** The duty person, or who took it first, else in turn; never somebody whom it names. */
function onDuty(
  staff: readonly Colleague[],
  steps: readonly ToldStep[],
  about: readonly StaffId[],
  turn: number,
): StaffId | undefined {
  const named = steps.flatMap((step) => (step.do === 'acknowledged' || step.do === 'taken' ? [step.by] : []))
  const first = named.find((one) => one !== null && !about.includes(one))
  if (first) return first
  const free = staff.filter(({ staffId }) => !about.includes(staffId))
  return free[turn % Math.max(1, free.length)]?.staffId
}

/** The steps with the people who work here; a sentence where one names somebody else. */
function stepsOf(steps: readonly CaseStep[], staff: readonly Colleague[]): readonly ToldStep[] | string {
  const byEmail = new Map(staff.map((one) => [one.email.toLowerCase(), one.staffId]))
  const told: ToldStep[] = []
  for (const step of steps) {
    const names = [...('by' in step && step.by !== null ? [step.by] : []), ...('to' in step ? [step.to] : [])]
    const unknown = names.find((name) => !byEmail.has(name.toLowerCase()))
    if (unknown !== undefined) return `Nobody with the address ${unknown} works here.`
    const idOf = (name: string): StaffId => byEmail.get(name.toLowerCase()) as StaffId
    const people = {
      ...('by' in step ? { by: step.by === null ? null : idOf(step.by) } : {}),
      ...('to' in step ? { to: idOf(step.to) } : {}),
    }
    const until = 'until' in step ? { until: new Date(step.until) } : {}
    told.push({ ...step, ...people, ...until, at: new Date(step.at) } as ToldStep)
  }
  return told
}

function laidOut(
  ctx: Context,
  about: About,
  caseId: CaseId,
  replayed: Replayed,
): ToldCase | { readonly refused: string } {
  const { line, number, floor, customerId, channelId, identityId } = about
  const { current, book } = replayed
  const conversationId = ctx.newId<'conversation'>()
  const messages = replayed.said.map((said) => messageOf(about, current.dutyStaffId, said, conversationId))
  const last = messages
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .findLast(({ kind }) => kind === 'human' || kind === 'answer')
  const [opening] = replayed.said
  if (!opening || !last) throw new Error('a case in which nothing was said')
  const kept: KeptCase = {
    ...{ caseId, number, customerId, conversationId, openingMessageId: opening.messageId },
    ...{ matter: matterOf(line.subject, line.text), floorVersion: floor.policy.version, current },
    waitingReason: replayed.events.findLast(({ event }) => event.kind.startsWith('waiting-for-'))?.event.words ?? null,
    nextDueAt: owedIn(book).nextDueAt,
    lookAgainAt: lookAgainAt(current, silencePolicyOf(floor.policy)),
    newsVersion: current.version,
  }
  const told = tellSurvey(ctx, kept, line.survey)
  if (told && 'refused' in told) return told
  const at = new Date(line.at)
  const reference = `${about.casePrefix}-${String(number)}`
  const counted = replayed.said.map(({ messageId, meaning, at }) => ({ messageId, meaning, at }))
  const times = messages.map((one) => one.at.getTime())
  return {
    brought: {
      ...{ kept, channel: line.channel, events: replayed.events, counted },
      last: { at: last.at, direction: last.direction, text: last.text },
    },
    conversation: {
      ...{ conversationId, customerId, identityId, channelId, code: codeOf(conversationId), reference },
      ...{ subject: line.subject, at, lastMessageAt: new Date(Math.max(...times)) },
    },
    messages,
    promises: book.promises,
    pauses: book.pauses.map((pause) => ({ ...pause, caseId, pauseId: ctx.newId<'pause'>() })),
    interactions: [
      opened(ctx, kept),
      ...messages.map((one) => said(ctx, customerId, one)),
      ...(told?.interactions ?? []),
    ],
    survey: told?.survey ?? null,
  }
}

export const opened = (
  ctx: Context,
  { customerId, caseId, openingMessageId, number, current }: KeptCase,
): NewInteraction => ({
  ...{ interactionId: ctx.newId<'interaction'>(), customerId, at: current.receivedAt, kind: 'case', caseId },
  ...{ messageId: openingMessageId, details: { what: 'opened', case: current.kind, number } },
})

export const said = (
  ctx: Context,
  customerId: CustomerId,
  { messageId, at, direction, kind }: NewMessage,
): NewInteraction => ({
  ...{ interactionId: ctx.newId<'interaction'>(), customerId, at, kind: 'message', messageId, caseId: null },
  details: direction === 'in' ? { machine: false, standing: 'joined' } : { out: true, kind },
})

function messageOf(about: About, duty: StaffId, said: Said, conversationId: NewMessage['conversationId']): NewMessage {
  const isTheirs = said.by === 'customer'
  const text = said.text ?? composed(about, duty, said)
  return {
    ...{ messageId: said.messageId, conversationId, direction: isTheirs ? 'in' : 'out', kind: messageKind(said) },
    ...{ channelId: about.channelId, identityId: about.identityId, rawId: null, externalId: null, html: null },
    staffId: said.by === 'customer' || said.by === 'desk' ? null : said.by,
    ...{ subject: about.line.subject, text, visibleText: text, language: null },
    ...{ meaning: isTheirs && said.meaning !== 'complaint' && said.meaning !== 'request' ? said.meaning : null },
    ...{ authentication: 'none', standing: 'joined', joinedBy: 'history', mayAnswerAutomatically: isTheirs },
    ...{ at: said.at, storedAt: said.at },
  }
}

function messageKind({ by, meaning }: Said): NewMessage['kind'] {
  if (by === 'customer') return 'human'
  if (by !== 'desk') return 'answer'
  return meaning === 'acknowledgement' ? 'acknowledgement' : 'notice'
}

/** The desk's own letters, in the words it would have used. */
function composed(about: About, duty: StaffId, { by, meaning, words }: Said): string {
  const nameOf = (staffId: StaffId): string => about.staff.find((one) => one.staffId === staffId)?.name ?? about.company
  const facts = {
    ...{ number: `${about.casePrefix}-${String(about.number)}`, company: about.company, timeZone: about.timeZone },
    ...{ customerName: about.names.get(about.customerId) ?? '', isProved: true, dutyName: nameOf(duty) },
    ownerName: by === 'customer' || by === 'desk' ? null : nameOf(by),
    ...{ firstAnswerDue: null, finalAnswerDue: null, late: [] },
  }
  return composeLetter(meaning as Letter, facts, words).text
}
