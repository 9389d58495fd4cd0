// One case while it is played: its steps so far, and how each further step is put: an answer of the desk, words of the customer.
import type { CaseStep } from '../../src/moving-in/history.schema.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import { amountOf } from './facts.ts'
import type { FirstMessage } from './first-message.ts'
import { customerLine, deskLetter } from './letters.ts'
import type { Wording } from './letters.ts'
import { hour, whenAwake } from './local-time.ts'
import type { Colleague } from './staff.ts'
import type { Played, Story, Town } from './town.ts'

type Finding = Extract<CaseStep, { do: 'answered' }>['finding']

/** A case while it is played. `now` is the time of the last step. */
export interface Play {
  readonly town: Town
  readonly story: Story
  readonly message: FirstMessage
  /** Nothing is left lying and the customer says thanks: how cases go that must be over soon. */
  readonly isSwift: boolean
  readonly steps: CaseStep[]
  readonly isComplaint: boolean
  now: number
  owner: Colleague
  finding: Finding
  refund: Played['refund']
  answeredAt: number
  rounds: number
  isOver: boolean
}

export function put(play: Play, at: number, step: (at: string) => CaseStep): void {
  const seconds = play.town.chance.whole(0, 50) * 1000
  play.now = Math.floor(Math.max(at, play.now + 90_000) / 1000) * 1000 + seconds
  play.steps.push(step(new Date(play.now).toISOString()))
}

/** The time at which the owner has worked so many minutes more. */
export const worked = ({ town, owner, now }: Play, minutes: number): number => town.roster.after(owner, now, minutes)

export function answer(play: Play, wording: Wording, finding: Finding): void {
  const { town, story, message, owner, isComplaint } = play
  put(play, worked(play, town.chance.logNormal(14, 0.5)), (at) => ({
    ...{ do: 'answered', at, by: owner.email, isFinal: wording.isFinal },
    text: deskLetter(town, story, message.facts, owner, Date.parse(at), wording),
    finding: wording.isFinal && isComplaint ? finding : null,
  }))
  if (!wording.isFinal) return
  if (play.rounds === 0) play.answeredAt = play.now
  play.finding = finding
  if (wording.body.includes('{amount}') && story.order !== null && 'cause' in story.about)
    play.refund = { at: play.now + 3 * hour, amount: amountOf(story), reason: story.about.cause.reason }
}

/** The customer writes; answers what the desk will take it to mean. `want` holds the words to what they are for. */
export function customerWrites(
  play: Play,
  after: number,
  lines: readonly string[],
  want: 'any' | 'thanks' | 'no thanks',
): 'thanks' | 'other' {
  const { town, story, message, owner } = play
  const at = whenAwake(play.now + after, town.chance)
  let [text, meaning] = ['', 'other' as 'thanks' | 'other']
  for (let turn = 0; turn < 20; turn++) {
    text = customerLine(town, story, message.facts, owner, at, town.speaker.deal(lines))
    meaning = meaningOf(text, 0) === 'thanks' ? 'thanks' : 'other'
    if (want === 'any' || (want === 'thanks') === (meaning === 'thanks')) break
  }
  put(play, at, (time) => ({ do: 'customer-wrote', at: time, text }))
  return meaning
}
