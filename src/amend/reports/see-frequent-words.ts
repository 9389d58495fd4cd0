// What cases are about: words that many of their matters have, each with examples beside it.
import type { Context } from '../../platform/context/context.ts'
import { askReport, periodShown } from './ask-report.ts'
import type { FrequentWordsReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'
import { asWritten, frequentWordsOf } from './frequent-words.rules.ts'
import { casesWithEach, newestMatters } from './frequent-words.sql.ts'

/** The newest matters are looked at; how many cases have each is counted in all. */
const mostLookedAt = 2000
const mostExamples = 3

/** @throws Refusal('invalid') as `askReport` does */
export async function seeFrequentWords(ctx: Context, query: ReportQuery): Promise<FrequentWordsReport> {
  const asked = await askReport(ctx, query)
  const { cases, span, spanBefore, period } = asked
  const matters = await newestMatters(ctx.db, cases, span, mostLookedAt)
  const found = frequentWordsOf(matters.map(({ plain }) => plain))
  const counts = await casesWithEach(ctx.db, cases, span, spanBefore, found)
  return {
    period: periodShown(asked),
    looked: matters.length,
    frequent: found.map((words, at) => {
      const examples = matters.filter(({ plain }) => plain.includes(words)).slice(0, mostExamples)
      return {
        words: examples[0] ? asWritten(words, examples[0]) : words,
        received: {
          now: asked.figure(counts[at]?.now ?? 0, { ...period.days, q: words }),
          before: asked.figure(counts[at]?.before ?? 0, { ...period.before, q: words }),
        },
        examples: examples.map(({ caseId, number, matter }) => ({ caseId, number, matter })),
      }
    }),
  }
}
