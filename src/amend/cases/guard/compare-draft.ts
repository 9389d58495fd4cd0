// Compares what somebody writes in a case with everything its customer has received from anyone, and its questions with what they
// have told; and looks for promises and for advertising in it.
import type { Context } from '../../../platform/context/context.ts'
import { cueLanguages } from '../../../hear/understanding/cues/cues.rules.ts'
import { commitmentsIn } from '../../../hear/understanding/commitments/commitments.rules.ts'
import { findOrganization } from '../../../platform/staff/organization.sql.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { findCase } from '../case.sql.ts'
import { askerOf } from '../unless-about.ts'
import type { DraftCompared } from './guard.schema.ts'
import { askedAgain, type ToldMessage } from './asked-again.rules.ts'
import { promotionsIn } from './promotions.rules.ts'
import { mostLetters } from './received.rules.ts'
import { type HeardWords, lettersReceived, type ReceivedLetter, wordsHeard } from './received.sql.ts'
import { repeats } from './repeats.rules.ts'

/** Newest messages of theirs that are read for facts. */
const mostHeard = 50

export async function compareDraft(ctx: Context, caseId: CaseId, text: string): Promise<DraftCompared> {
  const [kept, letters, heard, company] = await Promise.all([
    findCase(ctx.db, caseId),
    lettersReceived(ctx.db, caseId, askerOf(ctx), mostLetters),
    wordsHeard(ctx.db, caseId, askerOf(ctx), mostHeard),
    findOrganization(ctx.db),
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
    askedAgain: askedAgain(text, null, heard.map(toldMessage)).map(({ message, ...asked }) => ({
      ...asked,
      at: (heard[message]?.at ?? ctx.now()).toISOString(),
    })),
    promises: promisedIn(text, ctx.now(), company?.timeZone ?? 'UTC'),
    promotions: kept?.current.kind === 'complaint' ? [...promotionsIn(text)] : [],
  }
}

/** A sentence each, with its earliest due time; what lies behind is no promise. */
function promisedIn(text: string, now: Date, zone: string): DraftCompared['promises'] {
  const sentences = Map.groupBy(commitmentsIn(text, { now, zone }), ({ sentence }) => sentence.from)
  return [...sentences.values()].flatMap((same) => {
    const [first] = same.filter(({ due }) => due > now).sort((a, b) => a.due.getTime() - b.due.getTime())
    return first ? [{ ...first.sentence, dueAt: first.due.toISOString() }] : []
  })
}

const toldMessage = ({ text, language, hasFiles }: HeardWords): ToldMessage => ({
  ...{ text, hasFiles },
  language: cueLanguages.find((one) => one === language) ?? null,
})

const viewOf = ({ authorName, isMe, at, ...letter }: ReceivedLetter): DraftCompared['letters'][number] => ({
  ...letter,
  at: at.toISOString(),
  author: authorName === null ? null : { name: authorName, isMe },
})
