// Answers: written by the owner, counted from when the next server accepted them, and no longer once they bounce.
import type { CaseCommand } from './case-commands.rules.ts'
import { changed, endOfPause, isBlank, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect, CasePromiseKind } from './case-effects.rules.ts'
import { unlessOwner } from './case-owner.rules.ts'
import { reopening } from './case-reopening.rules.ts'
import { isUnderWay } from './case-waiting.rules.ts'
import { counts, standingEnd } from '../case.rules.ts'
import type { Answer, Case } from '../case.rules.ts'

type Command<K extends CaseCommand['do']> = Extract<CaseCommand, { readonly do: K }>

export function decideAnswer(current: Case, command: Command<'answer'>, at: Date): CaseDecision {
  const { by, messageId, final, finding } = command
  const stranger = unlessOwner(current, by)
  if (stranger !== null) return stranger
  if (current.answers.some((answer) => answer.messageId === messageId)) return unchanged('It is written already.')
  if (current.state === 'closed') return refused('over', 'This case is closed. Reopen it first.')
  const isOpen = isUnderWay(current) || current.state === 'answered'
  if (final && !isOpen) return refused('over', 'This case is over. Reopen it to give another final answer.')
  const unfit = unlessFindingFits(current, command)
  if (unfit !== null) return unfit
  const answer: Answer = {
    ...{ messageId, by, final, finding, writtenAt: at, acceptedAt: null, bouncedAt: null },
    ...{ round: current.reopenings.length, crossed: false, keeps: [] },
  }
  const words = command.evidence ?? finding
  return changed(current, at, { answers: [...current.answers, answer] }, [
    record('answer-written', at, { by, words, about: messageId }),
  ])
}

function unlessFindingFits(current: Case, { final, finding, evidence }: Command<'answer'>): CaseDecision | null {
  const isWanted = final && current.kind === 'complaint'
  if (isWanted && finding === null) {
    return refused('no-finding', 'Say what was found: the final answer to a complaint rests on it.')
  }
  if (!isWanted && finding !== null) {
    return refused('finding-not-wanted', 'Only the final answer to a complaint carries a finding.')
  }
  if (finding === 'dishonest' && (evidence === null || isBlank(evidence))) {
    return refused('no-evidence', 'Say what shows dishonesty. Most who are wrong are honest.')
  }
  return null
}

/** An answer as of one moment, replaced in the list by message. */
const replaced = (answers: readonly Answer[], next: Answer): readonly Answer[] =>
  answers.map((answer) => (answer.messageId === next.messageId ? next : answer))

/** Never before the answer that was counted last, so that reports out of order leave the times of a case in order. */
function countsFrom(current: Case, acceptedAt: Date): Date {
  const times = current.answers.flatMap((answer) => answer.acceptedAt ?? [])
  return times.reduce((latest, time) => (time > latest ? time : latest), acceptedAt)
}

/** The promises an answer keeps: any answer the first and, unless it crossed with the customer's words, the next; a final one the final. */
function keptBy(current: Case, answer: Answer): readonly CasePromiseKind[] {
  const isFirst = current.firstAnsweredAt === null
  const isNext = current.isReopened && !answer.crossed
  const isFinal = answer.final && answer.round === current.reopenings.length
  return [
    ...(isFirst ? (['first-answer'] as const) : []),
    ...(isNext ? (['still-broken-answer'] as const) : []),
    ...(isFinal ? (['final-answer'] as const) : []),
  ]
}

export function decideAnswerAccepted(current: Case, command: Command<'answer-accepted'>, at: Date): CaseDecision {
  const { messageId, acceptedAt } = command
  const written = current.answers.find((answer) => answer.messageId === messageId)
  if (written === undefined) return refused('no-such-answer', 'No answer of this case is that message.')
  if (written.acceptedAt !== null) return unchanged('It is counted already.')
  if (written.bouncedAt !== null) return unchanged('It has bounced.')
  if (!(acceptedAt >= written.writtenAt && acceptedAt <= at)) {
    return refused('time-out-of-order', 'An answer is accepted after it was written and not in the future.')
  }
  const from = countsFrom(current, acceptedAt)
  const keeps = keptBy(current, written)
  const answer: Answer = { ...written, acceptedAt: from, keeps }
  const counted: Partial<Case> = {
    answers: replaced(current.answers, answer),
    firstAnsweredAt: current.firstAnsweredAt ?? from,
    ...(answer.final ? { finalAnsweredAt: current.finalAnsweredAt ?? from, finding: answer.finding } : {}),
    ...(keeps.includes('still-broken-answer') ? { isReopened: false } : {}),
  }
  const effects: readonly CaseEffect[] = [
    ...keeps.map((kind): CaseEffect => ({ do: 'settle-promise', kind, at: from })),
    record('answer-accepted', from, { by: answer.by, about: messageId }),
  ]
  const isOpen = isUnderWay(current) || current.state === 'answered'
  if (!isOpen || !keeps.includes('final-answer')) return changed(current, at, counted, effects)
  if (answer.crossed) {
    const again = reopening({ ...current, ...counted }, at, { about: messageId })
    return changed(current, at, { ...counted, ...again.change }, [
      ...endOfPause(current, at),
      ...effects,
      ...again.effects,
    ])
  }
  const silence = { silenceNotices: [], noticeQueuedAt: null, waitingUntil: null }
  return changed(current, at, { ...counted, ...silence, state: 'answered' }, [...endOfPause(current, at), ...effects])
}

/** An answer came back: what it kept runs again, unless another answer kept it too or the customer has ended the case in their own words. */
export function decideAnswerBounced(current: Case, command: Command<'answer-bounced'>, at: Date): CaseDecision {
  const written = current.answers.find((answer) => answer.messageId === command.messageId)
  if (written === undefined) return refused('no-such-answer', 'No answer of this case is that message.')
  if (written.bouncedAt !== null) return unchanged('That is known already.')
  const bounced: Answer = { ...written, bouncedAt: at, keeps: [] }
  const answers = replaced(current.answers, bounced)
  const event = record('answer-bounced', at, { by: written.by, about: written.messageId })
  const end = standingEnd(current)
  const isOver = !isUnderWay(current) && current.state !== 'answered'
  const hasTheirWord = isOver && end?.kind === 'resolved' && end.by === 'customer'
  const isOfThisRound = written.round === current.reopenings.length
  if (!counts(written) || !isOfThisRound || hasTheirWord) return changed(current, at, { answers }, [event])
  return withdrawn(current, written, answers, event, at)
}

/** The case without an answer that had counted. Its promises pass to the earliest other answer that keeps them, or run again. */
function withdrawn(
  current: Case,
  lost: Answer & { readonly acceptedAt: Date },
  answers: readonly Answer[],
  event: CaseEffect,
  at: Date,
): CaseDecision {
  const byTime = answers.filter(counts).sort((a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime())
  const finals = byTime.filter((answer) => answer.final)
  const heirOf = (kind: CasePromiseKind) =>
    byTime.find((answer) => answer.round === lost.round && couldKeep(answer, kind)) ?? null
  const passOn = lost.keeps.flatMap((kind): readonly CaseEffect[] => {
    const heir = heirOf(kind)
    const again: CaseEffect = { do: 'reopen-promise', kind }
    return heir === null ? [again] : [again, { do: 'settle-promise', kind, at: heir.acceptedAt }]
  })
  const inherited = (answer: Answer) => lost.keeps.filter((kind) => heirOf(kind)?.messageId === answer.messageId)
  const wasFirstFinal = lost.final && current.finalAnsweredAt?.getTime() === lost.acceptedAt.getTime()
  const isUnkeptAgain = lost.keeps.includes('still-broken-answer') && heirOf('still-broken-answer') === null
  const change: Partial<Case> = {
    answers: answers.map((answer) => ({ ...answer, keeps: [...answer.keeps, ...inherited(answer)] })),
    isReopened: current.isReopened || isUnkeptAgain,
    ...(lost.keeps.includes('first-answer') ? { firstAnsweredAt: heirOf('first-answer')?.acceptedAt ?? null } : {}),
    ...(wasFirstFinal ? { finalAnsweredAt: finals[0]?.acceptedAt ?? null } : {}),
    ...(lost.final ? { finding: finals.at(-1)?.finding ?? null } : {}),
  }
  const effects = [...passOn, event]
  if (!lost.final || heirOf('final-answer') !== null) return changed(current, at, change, effects)
  const open = { ...change, state: 'in-progress', silenceNotices: [], noticeQueuedAt: null } as const
  if (current.state === 'answered') return changed(current, at, open, effects)
  const again = reopening({ ...current, ...change }, at, { about: lost.messageId })
  // The final answer is due again already, by the promise that was just reopened.
  const isNew = (effect: CaseEffect) => effect.do !== 'make-promise' || effect.kind !== 'final-answer'
  return changed(current, at, { ...change, ...again.change }, [...effects, ...again.effects.filter(isNew)])
}

/** Whether an answer of the round would have kept a promise of this kind. */
export const couldKeep = (answer: Answer, kind: CasePromiseKind): boolean =>
  kind === 'first-answer' || (kind === 'final-answer' ? answer.final : !answer.crossed)
