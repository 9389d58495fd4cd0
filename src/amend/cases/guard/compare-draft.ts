// Compares what somebody writes in a case with everything its customer has received from anyone, and looks for advertising in it.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { findCase } from '../case.sql.ts'
import { askerOf } from '../unless-about.ts'
import type { DraftCompared } from './guard.schema.ts'
import { promotionsIn } from './promotions.rules.ts'
import { mostLetters } from './received.rules.ts'
import { lettersReceived, type ReceivedLetter } from './received.sql.ts'
import { repeats } from './repeats.rules.ts'

export async function compareDraft(ctx: Context, caseId: CaseId, text: string): Promise<DraftCompared> {
  const [kept, letters] = await Promise.all([
    findCase(ctx.db, caseId),
    lettersReceived(ctx.db, caseId, askerOf(ctx), mostLetters),
  ])
  const compared = repeats(
    text,
    letters.map((letter) => letter.text),
  )
  const shown = [...new Set(compared.repeats.map(({ letter }) => letter))]
  return {
    letters: shown.flatMap((at) => letters[at] ?? []).map(viewOf),
    repeats: compared.repeats.map((repeat) => ({ ...repeat, letter: shown.indexOf(repeat.letter) })),
    fresh: [...compared.fresh],
    isMostlyReceived: compared.isMostlyReceived,
    promotions: kept?.current.kind === 'complaint' ? [...promotionsIn(text)] : [],
  }
}

const viewOf = ({ authorName, isMe, at, ...letter }: ReceivedLetter): DraftCompared['letters'][number] => ({
  ...letter,
  at: at.toISOString(),
  author: authorName === null ? null : { name: authorName, isMe },
})
