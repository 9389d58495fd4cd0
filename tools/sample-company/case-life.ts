// The life of one case: how it is acknowledged, taken, answered, asked about, mended and ended, each step in the desk's working hours.
import type { CaseStep } from '../../src/moving-in/history.schema.ts'
import { kindOf } from '../../src/hear/understanding/kind.rules.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import { strainAt } from './causes.ts'
import type { FirstMessage } from './first-message.ts'
import { causeTexts, customerLine, deskLetter, deskOf, deskSays } from './letters.ts'
import type { Wording } from './letters.ts'
import { day, hour, minute, whenAwake } from './local-time.ts'
import type { Colleague } from './staff.ts'
import { texts } from './texts/texts.ts'
import type { Played, Story, Town } from './town.ts'

type Finding = Extract<CaseStep, { do: 'answered' }>['finding']

/** A case while it is played. `now` is the time of the last step. */
interface Play {
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

export function playCase(town: Town, story: Story, message: FirstMessage, isSwift: boolean): Played {
  const { person, at } = story
  const play: Play = {
    ...{ town, story, message, isSwift, steps: [], now: at, finding: null, refund: null },
    ...{ answeredAt: at, rounds: 0, isOver: false },
    isComplaint: kindOf(message.subject, message.text) === 'complaint',
    owner: town.roster.somebody(person.language, at, null),
  }
  acknowledge(play)
  take(play)
  if (causeTexts(story) === null)
    answer(play, { opening: plainOpening(story), body: requestAnswer(story), isFinal: true }, 'undecided')
  else workOn(play)
  finish(play)
  return { steps: play.steps, outcome: outcomeOf(play), endedAt: play.now, refund: play.refund }
}

/** Thanks for writing, without taking any blame. */
const plainOpening = (story: Story): string => deskOf(story).plainOpening

const requestAnswer = ({ about }: Story): string => ('request' in about ? about.request.answer : '')

function put(play: Play, at: number, step: (at: string) => CaseStep): void {
  const seconds = play.town.chance.whole(0, 50) * 1000
  play.now = Math.floor(Math.max(at, play.now + 90_000) / 1000) * 1000 + seconds
  play.steps.push(step(new Date(play.now).toISOString()))
}

/** The time at which the owner has worked so many minutes more. */
const worked = ({ town, owner, now }: Play, minutes: number): number => town.roster.after(owner, now, minutes)

function acknowledge(play: Play): void {
  const { town, story, message, owner } = play
  const text = deskSays(town, story, message.facts, owner, story.at, town.speaker.deal(deskOf(story).received))
  put(play, story.at + town.chance.between(1, 7) * minute, (at) => ({ do: 'acknowledged', at, text }))
}

function take(play: Play): void {
  const { town, story, isSwift, message } = play
  const { chance } = town
  if (chance.happens(0.05))
    customerWrites(play, chance.logNormal(3, 0.7) * hour, texts[story.person.language].manners.laterNews, 'any')
  const isForgotten = chance.happens(0.035) && !isSwift
  const wait = isForgotten
    ? chance.between(700, 2_400)
    : chance.logNormal(isSwift ? 25 : 70 * strainAt(town.causes, story.at), 0.95)
  put(play, worked(play, wait), (at) => ({ do: 'taken', at, by: play.owner.email }))
  if (!chance.happens(0.05)) return
  const from = play.owner
  const to = town.roster.somebody(story.person.language, play.now, from)
  const about = message.subject === '' ? 'see the letter' : message.subject
  const summary = chance.pick([
    `${about} (${story.order?.id ?? 'no order'}). I have read everything and promised nothing beyond the first letter. You know this matter better than I do.`,
    `I am away from tomorrow. ${story.order?.id ?? 'No order'}: ${about}. Nothing was promised yet, the customer writes ${story.person.language}.`,
    `Please take this one: ${about}. The order is ${story.order?.id ?? 'not named'}; nothing was sent or paid so far.`,
  ])
  put(play, worked(play, chance.between(8, 90)), (at) => ({
    do: 'handed-over',
    at,
    by: from.email,
    to: to.email,
    summary,
  }))
  play.owner = to
}

function answer(play: Play, wording: Wording, finding: Finding): void {
  const { town, story, message, owner, isComplaint } = play
  put(play, worked(play, town.chance.logNormal(14, 0.5)), (at) => ({
    ...{ do: 'answered', at, by: owner.email, isFinal: wording.isFinal },
    text: deskLetter(town, story, message.facts, owner, Date.parse(at), wording),
    finding: wording.isFinal && isComplaint ? finding : null,
  }))
  if (!wording.isFinal) return
  if (play.rounds === 0) play.answeredAt = play.now
  play.finding = finding
  if (wording.body.includes('{amount}') && finding === 'founded' && story.order !== null && 'cause' in story.about)
    play.refund = { at: play.now + 3 * hour, amount: story.order.amount, reason: story.about.cause.reason }
}

/** The customer writes; answers what the desk will take it to mean. `want` holds the words to what they are for. */
function customerWrites(
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

/** From the taking to the final answer: at once, after a question back, or after asking somebody outside. */
function workOn(play: Play): void {
  const { town, story, isSwift } = play
  const { chance } = town
  const [desk, its] = [deskOf(story), causeTexts(story)]
  if (its === null) return
  const isLate = play.now - story.at > 3.5 * day
  const hasChanged = play.steps.some((step) => step.do === 'handed-over')
  const first = isLate ? desk.lateOpening : hasChanged ? desk.takenOver : desk.opening
  let opening = town.speaker.deal(first)
  const way = isSwift ? 1 : chance.next()
  if (way < 0.2) {
    answer(play, { opening, body: its.question, isFinal: false }, null)
    opening = town.speaker.deal(waitForCustomer(play, its.reply))
  } else if (way < 0.37) {
    answer(play, { opening, body: town.speaker.deal(desk.holding), isFinal: false }, null)
    waitForThirdParty(play)
    opening = town.speaker.deal(desk.afterAsking)
  }
  const isRefused = its.refusal !== null && story.isMistaken
  const finding = isRefused ? 'unfounded-but-honest' : chance.weighted(found, (one) => foundShare[one])
  const body = isRefused ? (its.refusal ?? '') : town.speaker.deal(its.answers)
  answer(play, { opening: isRefused ? desk.plainOpening : opening, body, isFinal: true }, finding)
  if (isRefused) return refuse(play)
  const isUnmended = !isSwift && chance.happens(0.11 + 0.03 * strainAt(town.causes, story.at))
  if (!isUnmended) return
  const lines = chance.happens(0.75) ? [its.again] : [its.again, ...texts[story.person.language].manners.stillNot]
  customerWrites(play, chance.between(2, 6) * day, lines, 'no thanks')
  play.rounds++
  answer(play, { opening: town.speaker.deal(desk.secondOpening), body: its.mended, isFinal: true }, 'founded')
}

const found = ['founded', 'partly-founded', 'undecided'] as const
const foundShare = { founded: 0.84, 'partly-founded': 0.12, undecided: 0.04 } as const

/** How the answer opens then. */
function waitForCustomer(play: Play, reply: string): readonly string[] {
  const { town, story } = play
  const until = new Date(play.now + town.chance.whole(5, 8) * day)
  put(play, worked(play, 2), (at) => ({
    ...{ do: 'waiting', at, by: play.owner.email, for: 'customer', until: until.toISOString() },
    reason: town.chance.pick([
      'Asked a question that decides what is sent',
      'Waiting for the customer to look and write back',
      'A detail is needed to find it',
    ]),
  }))
  const hasReplied = town.chance.happens(0.84)
  if (hasReplied && customerWrites(play, town.chance.logNormal(14, 0.9) * hour, [reply], 'any') === 'other') {
    // Their words end the wait.
    put(play, worked(play, town.chance.logNormal(60, 0.8)) - 5 * minute, (at) => ({
      do: 'resumed',
      at,
      by: play.owner.email,
    }))
    return deskOf(story).afterReply
  }
  const from = hasReplied ? play.now : Math.max(play.now, until.getTime())
  play.now = Math.max(play.now, from)
  put(play, worked(play, 20), (at) => ({ do: 'resumed', at, by: play.owner.email }))
  return hasReplied ? deskOf(story).afterReply : deskOf(story).noReply
}

function waitForThirdParty(play: Play): void {
  const { town, story } = play
  const who = 'cause' in story.about ? texts.en.desk.party[story.about.cause.asks] : 'the warehouse'
  const length = town.chance.between(1, 4) * day
  put(play, worked(play, 2), (at) => ({
    ...{ do: 'waiting', at, by: play.owner.email, for: 'third-party', reason: `Asked ${who}, who look into it` },
    until: new Date(play.now + length).toISOString(),
  }))
  play.now += length * town.chance.between(0.4, 1)
  put(play, worked(play, 10), (at) => ({ do: 'resumed', at, by: play.owner.email }))
}

function refuse(play: Play): void {
  const { town, story, message } = play
  const desk = deskOf(story)
  if (!town.chance.happens(0.65)) return
  customerWrites(play, town.chance.between(0.2, 3) * day, texts[story.person.language].manners.protest, 'no thanks')
  play.rounds++
  answer(
    play,
    { opening: desk.plainOpening, body: town.speaker.deal(desk.stay), isFinal: true },
    'unfounded-but-honest',
  )
  const say = (line: string) => deskSays(town, story, message.facts, play.owner, play.now, line)
  put(play, worked(play, town.chance.between(300, 900)), (at) => ({
    ...{ do: 'rejected', at, by: play.owner.email },
    ...{ reasons: say(town.chance.pick(desk.reasons)), recourse: say(desk.recourse) },
  }))
  end(play, 60)
}

function end(play: Play, days: number): void {
  play.isOver = true
  const resolvedAt = play.now
  put(play, resolvedAt + days * day + play.town.chance.whole(4, 40) * minute, (at) => ({ do: 'closed', at }))
  play.now = resolvedAt
}

/** The customer says thanks, or something like it, or nothing more. */
function finish(play: Play): void {
  if (play.isOver) return
  const { town, story, isSwift } = play
  const { chance } = town
  const { manners } = texts[story.person.language]
  const willing = { good: 0.68, fair: 0.5, bad: 0.25 }[outcomeOf(play)]
  if (isSwift || chance.happens(willing)) {
    const isClear = isSwift || chance.happens(0.78)
    const delay = chance.logNormal(isSwift ? 5 : 12, isSwift ? 0.4 : 1.1) * hour
    const meaning = customerWrites(play, delay, isClear ? manners.thanks : manners.glad, isClear ? 'thanks' : 'any')
    if (meaning === 'thanks') return end(play, 14)
    answer(play, { opening: '', body: town.speaker.deal(deskOf(story).glad), isFinal: true }, play.finding)
  }
  const silentUntil = play.now + 21 * day + chance.whole(60, 200) * minute
  put(play, silentUntil, (at) => ({ do: 'resolved-by-silence', at }))
  end(play, 14)
}

/** How it went for the customer. */
function outcomeOf({ answeredAt, story, rounds, finding }: Play): Played['outcome'] {
  const days = (answeredAt - story.at) / day
  if (finding === 'unfounded-but-honest' || days > 8 || rounds > 1) return 'bad'
  return days < 4 && rounds === 0 ? 'good' : 'fair'
}
