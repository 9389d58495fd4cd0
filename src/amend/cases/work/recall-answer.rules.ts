// Taking an answer back that has not left yet: by who wrote it. The case is as if it had not been written, but for two lines of its history.
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import { changed, record, refused, unchanged } from '../rules/case-decision.rules.ts'
import type { CaseDecision } from '../rules/case-decision.rules.ts'
import { type Case, isOnItsWay } from '../case.rules.ts'

type Command = Extract<CaseCommand, { readonly do: 'recall-answer' }>

/** The caller makes sure that the letter has not left, and does not. */
export function decideRecallAnswer(current: Case, { by, messageId }: Command, at: Date): CaseDecision {
  const written = current.answers.find((answer) => answer.messageId === messageId)
  if (written === undefined) return unchanged('It is taken back already.')
  if (written.by !== by) return refused('not-theirs', 'Only who wrote an answer takes it back.', written.by)
  if (!isOnItsWay(written)) return refused('too-late', 'This answer has left.')
  return changed(current, at, { answers: current.answers.filter((answer) => answer !== written) }, [
    record('answer-recalled', at, { by, about: messageId }),
  ])
}
