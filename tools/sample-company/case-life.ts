// The life of one case: how it is acknowledged, taken, answered, asked about, mended and ended, each step in the desk's working hours.
import { kindOf } from '../../src/hear/understanding/kind.rules.ts'
import { strainAt } from './causes.ts'
import type { FirstMessage } from './first-message.ts'
import { causeTexts, deskOf, deskSays } from './letters.ts'
import { day, hour, minute } from './local-time.ts'
import { answer, customerWrites, put, worked } from './play.ts'
import type { Play } from './play.ts'
import type { CauseTexts } from './texts/shape.ts'
import { texts } from './texts/texts.ts'
import type { Played, Story, Town } from './town.ts'

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
  const its = causeTexts(story)
  const body = 'request' in story.about ? story.about.request.answer : ''
  if (its === null)
    answer(play, { opening: deskOf(story).plainOpening, body, isFinal: true, isAmends: false }, 'undecided')
  else workOn(play, its)
  finish(play)
  return { steps: play.steps, outcome: outcomeOf(play), endedAt: play.now, refund: play.refund }
}

function acknowledge(play: Play): void {
  const { town, story, message, owner } = play
  const text = deskSays(town, story, message.facts, owner, story.at, town.speaker.deal(deskOf(story).received))
  put(play, story.at + town.chance.between(1, 7) * minute, (at) => ({ do: 'acknowledged', at, text, by: owner.email }))
}

function take(play: Play): void {
  const { town, story, isSwift, message } = play
  const { chance } = town
  if (chance.happens(0.05))
    customerWrites(play, chance.logNormal(3, 0.7) * hour, texts[story.person.language].manners.laterNews, 'any')
  const isForgotten = chance.happens(0.025) && !isSwift
  const wait = isForgotten
    ? chance.between(700, 2_400)
    : chance.logNormal(isSwift ? 25 : 45 * strainAt(town.causes, story.at), 0.9)
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

/** From the taking to the final answer: at once, after a question back, or after asking somebody outside. */
function workOn(play: Play, its: CauseTexts): void {
  const { town, story, isSwift } = play
  const { chance, speaker } = town
  const desk = deskOf(story)
  const way = isSwift ? 1 : chance.next()
  const refusal = story.isMistaken ? its.refusal : null
  let opening = speaker.deal(openings(play, way >= 0.37 && refusal === null))
  let hasHeard = true
  if (way < 0.2) {
    answer(play, { opening, body: its.question, isFinal: false, isAmends: false }, null)
    hasHeard = waitForCustomer(play, its.reply)
    opening = speaker.deal(hasHeard ? desk.afterReply : desk.noReply)
  } else if (way < 0.37) {
    answer(play, { opening, body: speaker.deal(desk.holding), isFinal: false, isAmends: false }, null)
    waitForThirdParty(play)
    opening = speaker.deal(desk.afterAsking)
  }
  if (refusal !== null) {
    answer(play, { opening: desk.plainOpening, body: refusal, isFinal: true, isAmends: false }, 'unfounded-but-honest')
    refuse(play)
    return
  }
  const body = speaker.deal(its.answers)
  const finding = hasHeard ? (chance.happens(0.9) ? 'founded' : 'partly-founded') : 'undecided'
  answer(play, { opening, body, isFinal: true, isAmends: true }, finding)
  if (!isSwift && canFail(story, body) && chance.happens(0.13 + 0.04 * strainAt(town.causes, story.at)))
    goWrong(play, its)
}

/** How a first letter begins: late, after a handover, to somebody who told much, or with the amends at once. */
function openings({ now, story, steps, message, town }: Play, isAnswer: boolean): readonly string[] {
  const desk = deskOf(story)
  if (now - story.at > 3.5 * day) return desk.lateOpening
  if (steps.some((step) => step.do === 'handed-over')) return desk.takenOver
  if (message.text.length > 180 && town.chance.happens(0.35)) return desk.preciseOpening
  return isAnswer && town.chance.happens(0.25) ? desk.ownOpening : desk.opening
}

const sentAgain: readonly string[] = ['kettle-leaks', 'damaged', 'parcels-lost']

/** Money that was paid back does not leak. */
const canFail = ({ about }: Story, body: string): boolean =>
  'cause' in about && !(sentAgain.includes(about.cause.key) && body.includes('{amount}'))

/** The promised day passes and it is not mended. */
function goWrong(play: Play, its: CauseTexts): void {
  const { town, story } = play
  const { chance, speaker } = town
  const { manners } = texts[story.person.language]
  const lines = chance.happens(0.75) ? [its.again] : manners.stillNot
  customerWrites(play, chance.between(6, 10) * day, lines, 'no thanks')
  play.rounds++
  const opening = speaker.deal(deskOf(story).secondOpening)
  answer(play, { opening, body: its.mended, isFinal: true, isAmends: true }, 'founded')
}

/** Over a weekend or days off it may be late that somebody writes down that they wait; the wait ends after that. */
const shortestWait = 4 * hour

/** Whether the customer wrote back before the wait was over. */
function waitForCustomer(play: Play, reply: string): boolean {
  const { town } = play
  const begins = worked(play, 2)
  const until = new Date(Math.max(play.now + town.chance.whole(5, 8) * day, begins + shortestWait))
  put(play, begins, (at) => ({
    ...{ do: 'waiting', at, by: play.owner.email, for: 'customer', until: until.toISOString() },
    reason: town.chance.pick(reasons),
  }))
  const hasReplied = town.chance.happens(0.84)
  const reaction = hasReplied ? customerWrites(play, town.chance.logNormal(14, 0.9) * hour, [reply], 'any') : null
  // Words that bring something new end the wait by themselves; a mere thanks does not, nor does silence.
  if (reaction === 'other') {
    play.now = Math.max(play.now, worked(play, town.chance.logNormal(60, 0.8)))
    return true
  }
  if (!hasReplied) play.now = until.getTime()
  put(play, worked(play, 20), (at) => ({ do: 'resumed', at, by: play.owner.email }))
  return hasReplied
}

const reasons = [
  'Asked a question that decides what is sent',
  'Waiting for the customer to look and write back',
  'A detail is needed to find it',
] as const

function waitForThirdParty(play: Play): void {
  const { town, story } = play
  const who = 'cause' in story.about ? texts.en.desk.party[story.about.cause.asks] : 'the warehouse'
  const length = town.chance.between(1, 4) * day
  const begins = worked(play, 2)
  const until = new Date(Math.max(play.now + length, begins + shortestWait))
  put(play, begins, (at) => ({
    ...{ do: 'waiting', at, by: play.owner.email, for: 'third-party', reason: `Asked ${who}, who look into it` },
    until: until.toISOString(),
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
    { opening: desk.plainOpening, body: town.speaker.deal(desk.stay), isFinal: true, isAmends: false },
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

const nothingToSend: readonly string[] = ['courier-rude', 'voucher-fails', 'unwanted-mail', 'subscription-stuck']

/** Whether what is done for them is something that can arrive. */
const comesByPost = ({ about }: Story): boolean => 'cause' in about && !nothingToSend.includes(about.cause.key)

/** The customer says thanks, or something like it, or nothing more. */
function finish(play: Play): void {
  if (play.isOver) return
  const { town, story, isSwift } = play
  const { chance } = town
  const { manners } = texts[story.person.language]
  const willing = { good: 0.68, fair: 0.5, bad: 0.25 }[outcomeOf(play)]
  if (isSwift || chance.happens(willing)) {
    const isClear = isSwift || chance.happens(0.78)
    const hasArrived = !isSwift && comesByPost(story) && (!isClear || chance.happens(0.45))
    const delay = hasArrived ? chance.between(44, 120) : chance.logNormal(isSwift ? 5 : 9, isSwift ? 0.4 : 0.9)
    const clear = hasArrived ? manners.arrived : manners.thanks
    const lines = isClear ? clear : hasArrived ? manners.gladArrived : manners.glad
    const meaning = customerWrites(play, delay * hour, lines, isClear ? 'thanks' : 'any')
    if (meaning === 'thanks') {
      end(play, 14)
      return
    }
    answer(
      play,
      { opening: '', body: town.speaker.deal(deskOf(story).glad), isFinal: true, isAmends: false },
      play.finding,
    )
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
