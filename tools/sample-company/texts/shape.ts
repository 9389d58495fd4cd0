// What each language has to say: the shape of the files in the folders beside. [a|b] is a choice by chance, <a|b> one by who speaks or is spoken to.

/** What people write about one cause, and what they are told. Slots in braces are facts; facts.ts knows them all. */
export interface CauseTexts {
  readonly subject: string
  /** All that somebody in a hurry writes. */
  readonly short: string
  readonly facts: readonly string[]
  readonly details: readonly string[]
  readonly asks: readonly string[]
  /** What the desk asks back, and what it is told. */
  readonly question: string
  readonly reply: string
  readonly answers: readonly string[]
  /** It is not mended, and what is done then. */
  readonly again: string
  readonly mended: string
  /** A no, with its reason; where there is none, the cause is always ours. */
  readonly refusal: string | null
}

export interface RequestTexts {
  readonly subject: string
  readonly ask: string
  readonly answer: string
}

/** How people of one language begin, end, thank and lose their temper. */
export interface Manners {
  readonly hello: readonly string[]
  readonly polite: readonly string[]
  readonly angry: readonly string[]
  readonly loyal: readonly string[]
  readonly newcomer: readonly string[]
  readonly bye: readonly string[]
  /** Thanks that end a case, and thanks in words that may be missed. */
  readonly thanks: readonly string[]
  /** The same once something has arrived. */
  readonly arrived: readonly string[]
  readonly gladArrived: readonly string[]
  readonly glad: readonly string[]
  readonly stillNot: readonly string[]
  readonly protest: readonly string[]
  readonly laterNews: readonly string[]
}

/** How the desk speaks in one language. */
export interface DeskManners {
  readonly received: readonly string[]
  readonly greeting: readonly string[]
  readonly opening: readonly string[]
  /** To somebody who told a good deal. */
  readonly preciseOpening: readonly string[]
  /** Where the answer comes at once. */
  readonly ownOpening: readonly string[]
  /** Thanks for writing, without blame on anybody. */
  readonly plainOpening: string
  readonly lateOpening: readonly string[]
  readonly takenOver: readonly string[]
  readonly holding: readonly string[]
  readonly afterReply: readonly string[]
  /** After somebody outside was asked. */
  readonly afterAsking: readonly string[]
  readonly noReply: readonly string[]
  readonly secondOpening: readonly string[]
  readonly gesture: readonly string[]
  readonly invitation: readonly string[]
  readonly end: readonly string[]
  readonly glad: readonly string[]
  readonly stay: readonly string[]
  readonly reasons: readonly string[]
  readonly recourse: string
  /** Whom the desk asks, in the form in which `holding` names them. */
  readonly party: Readonly<Record<'carrier' | 'payments' | 'warehouse' | 'workshop', string>>
}

export const causeKeys = [
  'kettle-leaks',
  'parcels-lost',
  'charged-twice',
  'voucher-fails',
  'refunds-late',
  'courier-rude',
  'carpet-colour',
  'subscription-stuck',
  'chair-screws',
  'damaged',
  'wrong-item',
  'delivery-late',
  'unwanted-mail',
] as const
export type CauseKey = (typeof causeKeys)[number]

export const goodsKeys = ['kettle-leaks', 'carpet-colour', 'chair-screws', 'damaged', 'wrong-item'] as const
export type GoodsKey = (typeof goodsKeys)[number]
export type ServiceKey = Exclude<CauseKey, GoodsKey>

export interface Texts {
  readonly causes: Readonly<Record<CauseKey, CauseTexts>>
  readonly requests: readonly RequestTexts[]
  readonly manners: Manners
  readonly desk: DeskManners
}
