// The closing survey: who is asked, when, and what an answer is. Pure. People never choose who is asked: a draw does, then these rules.

/** Three short sentences on justice, agreed with from 1 (not at all) to 5 (fully): what came of it, the way there, how they were treated. */
export const surveyItems = ['outcome', 'process', 'person'] as const
export type SurveyItem = (typeof surveyItems)[number]
export type Scores = Readonly<Record<SurveyItem, number | null>>

export const surveyStates = ['off', 'on', 'paused'] as const

export interface SurveySetting {
  /** `off`: nobody is asked, and who waited is let go. `paused`: nobody is asked, and who waits waits on. */
  readonly state: (typeof surveyStates)[number]
  /** From the settling of a case to the letter. */
  readonly afterHours: number
  /** Of a hundred cases so many are drawn. */
  readonly share: number
  /** A customer is asked once in so many days. */
  readonly capDays: number
  readonly version: number
}

/** How it is before anybody has set anything. */
export const usualSetting: SurveySetting = { state: 'off', afterHours: 48, share: 100, capDays: 90, version: 0 }

const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** So long an answer can be given, and changed. */
const openDays = 30
/** A question that comes later than this after its time is not asked any more. */
const lapseDays = 7
export const mostWords = 2000

export const dueAfter = (resolvedAt: Date, { afterHours }: SurveySetting): Date =>
  new Date(resolvedAt.getTime() + afterHours * hourMs)
export const closesAfter = (askedAt: Date): Date => new Date(askedAt.getTime() + openDays * dayMs)

export interface Draw {
  readonly isDrawn: boolean
  /** With which chance it came out as it did. */
  readonly propensity: number
}

/** @param dice in [0, 1) */
export function draw({ share }: SurveySetting, dice: number): Draw {
  const isDrawn = dice * 100 < share
  return { isDrawn, propensity: isDrawn ? share / 100 : 1 - share / 100 }
}

/** Why a case that was drawn is not asked about. */
export type LeftOut =
  | 'switched-off'
  | 'erased'
  | 'unsubscribed' // or reported such a letter as unwanted
  | 'spoken-for' // a child, or somebody who has died: their address is not theirs to be asked at
  | 'open-again'
  | 'rejected'
  | 'never-answered' // it settled itself: there is nothing of ours to judge
  | 'no-address'
  | 'letters-return'
  | 'asked-lately'
  | 'too-late'

/** What is known of a case whose question is due. */
export interface ToAsk {
  readonly now: Date
  readonly dueAt: Date
  readonly setting: SurveySetting
  /** Of the case. */
  readonly state: string
  /** Whether a person of ours answered it. */
  readonly isAnswered: boolean
  readonly isErased: boolean
  readonly isStopped: boolean
  /** Whether somebody else speaks for them, as for a child or somebody who has died. */
  readonly isSpokenFor: boolean
  readonly hasAddress: boolean
  readonly isBad: boolean
  /** When this customer was last asked about anything; null if never. */
  readonly lastAskedAt: Date | null
  /** Whether a machine may write now, and there is a mailbox to write from. */
  readonly canWrite: boolean
}

export type AskStep =
  { readonly do: 'ask' } | { readonly do: 'wait' } | { readonly do: 'leave-out'; readonly why: LeftOut }

/** What to do now about a case that was drawn. */
export function nextAskStep(one: ToAsk): AskStep {
  const why = whyLeftOut(one)
  if (why !== null) return { do: 'leave-out', why }
  if (one.setting.state === 'paused' || !one.canWrite || one.now < one.dueAt) return { do: 'wait' }
  return { do: 'ask' }
}

function whyLeftOut(one: ToAsk): LeftOut | null {
  const { now, dueAt, setting, lastAskedAt } = one
  if (setting.state === 'off') return 'switched-off'
  if (one.isErased) return 'erased'
  if (one.isStopped) return 'unsubscribed'
  if (one.isSpokenFor) return 'spoken-for'
  if (one.state === 'rejected') return 'rejected'
  if (one.state !== 'resolved' && one.state !== 'closed') return 'open-again'
  if (!one.isAnswered) return 'never-answered'
  if (!one.hasAddress) return 'no-address'
  if (one.isBad) return 'letters-return'
  if (lastAskedAt !== null && now.getTime() - lastAskedAt.getTime() < setting.capDays * dayMs) return 'asked-lately'
  return now.getTime() - dueAt.getTime() > lapseDays * dayMs ? 'too-late' : null
}

/** Somebody who is this little content is somebody their owner hears of. */
export const lowScore = 2
export const isUnhappy = (scores: Scores): boolean =>
  surveyItems.some((item) => scores[item] !== null && scores[item] <= lowScore)

/** Whether anything was said at all. */
export const isEmptyAnswer = (scores: Scores, words: string): boolean =>
  words.trim() === '' && surveyItems.every((item) => scores[item] === null)
