// A case that went on elsewhere, told step by step to the one decision function: so no case is brought along that could not have come to be here.
import { meaningOf } from '../../hear/understanding/meaning.rules.ts'
import type { CaseId, Id, MessageId, PromiseId, StaffId } from '../../shared/ids.ts'
import {
  type BookTerms,
  emptyBook,
  madeByFloor,
  owedIn,
  pausedFrom,
  type PromiseBook,
  releasedAt,
  resumedAt,
  settledAt,
} from '../promises/promise-book.rules.ts'
import type { CaseCommand } from './rules/case-commands.rules.ts'
import type { CaseEffect, CaseEvent, Letter } from './rules/case-effects.rules.ts'
import type { Case, CaseOpening, Finding } from './case.rules.ts'
import { openedCase } from './case.rules.ts'
import { decideCase } from './rules/decide-case.rules.ts'
import { nextNoticeDue } from './rules/silence.rules.ts'
import { silencePolicyOf } from './silence-policy.ts'

/** What happened to a case after its first message. */
export type ToldStep =
  | { readonly do: 'acknowledged'; readonly at: Date; readonly text: string; readonly by: StaffId | null }
  | { readonly do: 'taken'; readonly at: Date; readonly by: StaffId }
  | {
      readonly do: 'handed-over'
      readonly at: Date
      readonly by: StaffId
      readonly to: StaffId
      readonly summary: string
    }
  | {
      readonly do: 'answered'
      readonly at: Date
      readonly by: StaffId
      readonly text: string
      readonly isFinal: boolean
      readonly finding: Finding | null
    }
  | { readonly do: 'customer-wrote'; readonly at: Date; readonly text: string }
  | {
      readonly do: 'waiting'
      readonly at: Date
      readonly by: StaffId
      readonly for: 'customer' | 'third-party'
      readonly reason: string
      readonly until: Date
    }
  | { readonly do: 'resumed'; readonly at: Date; readonly by: StaffId }
  | {
      readonly do: 'rejected'
      readonly at: Date
      readonly by: StaffId
      readonly reasons: string
      readonly recourse: string
    }
  | { readonly do: 'resolved-by-silence'; readonly at: Date }
  | { readonly do: 'closed'; readonly at: Date }

/** Something that was said, by the customer or by us. `letter` is what a letter of ours was for. */
export interface Said {
  readonly messageId: MessageId
  readonly at: Date
  readonly by: 'customer' | 'desk' | StaffId
  /** Null where the desk's own words are put together by whoever keeps them. */
  readonly text: string | null
  /** As what the case counts it. */
  readonly meaning: string
  readonly words: readonly string[]
}

export interface Replayed {
  readonly current: Case
  readonly book: PromiseBook
  readonly events: readonly { readonly event: CaseEvent; readonly by: StaffId | null }[]
  readonly said: readonly Said[]
}

interface Told extends Replayed {
  readonly caseId: CaseId
  readonly terms: BookTerms
  readonly newId: <K extends string>() => Id<K>
}

/** Our letters reach the next server within seconds. */
const acceptedAfterMs = 20_000

/** The case as it stands after its steps.
 * @returns the sentence of the rule that refuses a step, where one does */
export function replayCase(
  opening: CaseOpening,
  first: { readonly messageId: MessageId; readonly text: string },
  steps: readonly ToldStep[],
  how: Pick<Told, 'caseId' | 'terms' | 'newId'>,
): Replayed | { readonly refused: string } {
  const opened = openedCase(opening)
  if (!opened) return { refused: 'The complaint is about the person who was to answer for it.' }
  const start: Told = {
    ...{ ...how, current: opened.next, book: emptyBook, events: [] },
    said: [
      {
        ...{ messageId: first.messageId, at: opening.receivedAt, by: 'customer', text: first.text },
        ...{ meaning: opening.kind, words: [] },
      },
    ],
  }
  // The acknowledgement is a step of its own.
  let told = carried(
    start,
    opened.effects.filter((effect) => effect.do !== 'queue-letter'),
    opening.receivedAt,
    null,
  )
  for (const step of steps) {
    const next = afterStep(told, step)
    if ('refused' in next) return { refused: `${step.do} at ${step.at.toISOString()}: ${next.refused}` }
    told = next
  }
  return told
}

type After = Told | { readonly refused: string }

function afterStep(told: Told, step: ToldStep): After {
  const messageId = told.newId<'message'>()
  switch (step.do) {
    case 'acknowledged': {
      const after = asked(told, { do: 'acknowledge', acceptedAt: step.at }, step.at, null)
      return withSaid(after, {
        messageId,
        at: step.at,
        by: 'desk',
        text: step.text,
        meaning: 'acknowledgement',
        words: [],
      })
    }
    case 'taken':
      return asked(told, { do: 'take', by: step.by }, step.at, step.by)
    case 'handed-over':
      return asked(told, { do: 'hand-over', from: step.by, to: step.to, summary: step.summary }, step.at, step.by)
    case 'answered':
      return afterAnswer(told, step, messageId)
    case 'customer-wrote': {
      const meaning = meaningOf(step.text, 0)
      const after = asked(told, { do: 'customer-wrote', messageId, meaning }, step.at, null)
      return withSaid(after, { messageId, at: step.at, by: 'customer', text: step.text, meaning, words: [] })
    }
    case 'waiting': {
      const { by, reason, until } = step
      const command =
        step.for === 'customer'
          ? ({ do: 'wait-for-customer', by, reason, until } as const)
          : ({ do: 'wait-for-third-party', by, reason, until } as const)
      return asked(told, command, step.at, by)
    }
    case 'resumed':
      return asked(told, { do: 'resume', by: step.by }, step.at, step.by)
    case 'rejected': {
      const { by, reasons, recourse } = step
      return asked(told, { do: 'reject', by, reasons, recourse }, step.at, by)
    }
    case 'resolved-by-silence':
      return asked(askedTwice(told, step.at), { do: 'resolve-by-silence' }, step.at, null)
    case 'closed':
      return asked(told, { do: 'close' }, step.at, null)
  }
}

function afterAnswer(told: Told, step: Extract<ToldStep, { do: 'answered' }>, messageId: MessageId): After {
  const { by, text, isFinal, finding } = step
  const command = { do: 'answer', by, messageId, final: isFinal, finding, evidence: null } as const
  const written = withSaid(asked(told, command, step.at, by), {
    ...{ messageId, at: step.at, by, text, meaning: 'answer', words: [] },
  })
  const acceptedAt = new Date(step.at.getTime() + acceptedAfterMs)
  return asked(written, { do: 'answer-accepted', messageId, acceptedAt }, acceptedAt, null)
}

/** Nobody's silence counts before they were asked twice. */
function askedTwice(told: Told, until: Date): After {
  let after: After = told
  for (let notice = 0; notice < 2; notice++) {
    if ('refused' in after) return after
    const due = nextNoticeDue(after.current, silencePolicyOf(after.terms.policy))
    if (due === null || due > until) return after
    after = asked(after, { do: 'silence-notice' }, due, null)
    const acceptedAt = new Date(due.getTime() + acceptedAfterMs)
    after = asked(after, { do: 'notice-accepted', acceptedAt }, acceptedAt, null)
  }
  return after
}

function asked(before: After, command: CaseCommand, at: Date, by: StaffId | null): After {
  if ('refused' in before) return before
  const { count } = owedIn(before.book)
  const facts = { openPromises: count, silence: silencePolicyOf(before.terms.policy) }
  const decision = decideCase(before.current, command, at, facts)
  if (decision.outcome === 'refused') return { refused: decision.sentence }
  if (decision.outcome === 'unchanged') return before
  return carried({ ...before, current: decision.next }, decision.effects, at, by)
}

const withSaid = (after: After, said: Said): After =>
  'refused' in after ? after : { ...after, said: [...after.said, said] }

const carried = (told: Told, effects: readonly CaseEffect[], at: Date, by: StaffId | null): Told =>
  effects.reduce((so, effect) => carriedOne(so, effect, at, by), told)

/** What carry-out.ts does with rows. */
function carriedOne(told: Told, effect: CaseEffect, at: Date, by: StaffId | null): Told {
  const { book, terms, caseId } = told
  switch (effect.do) {
    case 'make-promise': {
      const promiseId: PromiseId = told.newId<'promise'>()
      return { ...told, book: madeByFloor(book, terms, { promiseId, caseId, kind: effect.kind, from: effect.from }) }
    }
    case 'settle-promise':
      return { ...told, book: settledAt(book, effect.kind, effect.at) }
    case 'release-promises':
      return { ...told, book: releasedAt(book, effect.at) }
    case 'start-pause':
      return { ...told, book: pausedFrom(book, terms, effect.at, effect.reason) }
    case 'end-pause':
      return { ...told, book: resumedAt(book, terms, effect.at) }
    case 'queue-letter':
      return { ...told, said: [...told.said, letterOf(told, effect.letter, effect.words ?? [], at, by)] }
    case 'record':
      return { ...told, events: [...told.events, { event: effect.event, by }] }
    // Nothing bounces, nobody was told late, no handover or merge is undone, and a new matter is a case of its own line.
    case 'withdraw-letter':
    case 'take-up-pause':
    case 'reopen-promise':
    case 'renew-promise':
    case 'open-new-case':
      return told
  }
}

const letterOf = (told: Told, letter: Letter, words: readonly string[], at: Date, by: StaffId | null): Said => ({
  ...{ messageId: told.newId<'message'>(), at, text: null, meaning: letter, words },
  by: letter === 'rejection' && by !== null ? by : 'desk',
})
