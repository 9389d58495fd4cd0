// What the answers come to: of how many asked, what they answered, and how sure that is. Pure.
import { type SurveyItem, surveyItems } from './survey.rules.ts'
import { type Interval, wilsonInterval } from './wilson-interval.rules.ts'

/** Fewer than this are not enough to say anything. */
export const fewest = 10
/** From this score on somebody agrees. */
export const highScore = 4

export interface Counted {
  /** Whose letter arrived, as far as we know. */
  readonly asked: number
  readonly returned: number
  readonly answered: number
  /** Answers with a low score for anything. */
  readonly low: number
  /** By item: how many answered 1, 2, 3, 4 and 5. */
  readonly scores: Readonly<Record<SurveyItem, readonly number[]>>
}

export interface ItemFigures {
  readonly item: SurveyItem
  readonly answers: number
  /** Null where there are not enough to say. */
  readonly mean: number | null
  /** Of those who answered it: how many gave 4 or 5. */
  readonly high: Interval | null
  readonly scores: readonly number[]
}

/** The share of those asked who answered; null where not enough were asked. */
export const responseOf = ({ asked, answered }: Counted): Interval | null =>
  asked < fewest ? null : wilsonInterval(answered, asked)

export const itemFigures = ({ scores }: Counted): readonly ItemFigures[] =>
  surveyItems.map((item) => {
    const given = scores[item]
    const answers = given.reduce((sum, count) => sum + count, 0)
    const points = given.reduce((sum, count, index) => sum + count * (index + 1), 0)
    const high = given.slice(highScore - 1).reduce((sum, count) => sum + count, 0)
    const isEnough = answers >= fewest
    return {
      ...{ item, answers, scores: given },
      ...{ mean: isEnough ? points / answers : null, high: isEnough ? wilsonInterval(high, answers) : null },
    }
  })
