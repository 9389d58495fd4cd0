// Why things go wrong at Halden Home: each cause with its season, whom it can hurt, and what it does to them.
import { softGoods } from './catalogue.ts'
import type { Chance } from './chance.ts'
import type { CauseKey } from './texts/shape.ts'
import { day } from './local-time.ts'

export type Trigger =
  /** An order of that product, of anything that can break, or of any. */
  | { readonly by: 'order'; readonly product: string }
  | { readonly by: 'subscription' }
  | { readonly by: 'visit' }
  | { readonly by: 'bystander' }

export interface Cause {
  readonly key: CauseKey
  /** UTC milliseconds. The ordinary troubles of a shop run all the time. */
  readonly from: number
  readonly to: number
  readonly isSteady: boolean
  readonly trigger: Trigger
  /** Of those it can hurt, how many it does. */
  readonly hits: number
  /** Of those it hurts, how many say so. */
  readonly spoken: number
  /** Of those it hurts, how many leave if nothing good is done. */
  readonly drives: number
  /** Days from the order until it is felt: shortest and longest. */
  readonly felt: readonly [number, number]
  /** How much longer the desk takes while it lasts. */
  readonly load: number
  readonly asks: 'carrier' | 'payments' | 'warehouse' | 'workshop'
  /** What the books call the money that is paid back. */
  readonly reason: string
  /** Of those who write, how many are wrong about it (and honest). */
  readonly unfounded: number
}

type Row = Omit<Cause, 'from' | 'to' | 'isSteady'>
const goods = { by: 'order', product: 'any' } as const
const hardGoods = { by: 'order', product: 'hard' } as const

const rows: readonly (Row & { readonly ends: number | 'christmas'; readonly days: number })[] = [
  { key: 'kettle-leaks', ends: 195, days: 75, trigger: { by: 'order', product: 'kettle' }, hits: 0.7, spoken: 0.72, drives: 0.5, felt: [5, 28], load: 0.7, asks: 'workshop', reason: 'Defective goods', unfounded: 0 },
  { key: 'parcels-lost', ends: 'christmas', days: 30, trigger: goods, hits: 0.2, spoken: 0.66, drives: 0.45, felt: [5, 12], load: 1.2, asks: 'carrier', reason: 'Lost on the way', unfounded: 0 },
  { key: 'charged-twice', ends: 290, days: 21, trigger: goods, hits: 0.34, spoken: 0.62, drives: 0.35, felt: [3, 9], load: 0.9, asks: 'payments', reason: 'Charged by mistake', unfounded: 0 },
  { key: 'voucher-fails', ends: 128, days: 13, trigger: { by: 'visit' }, hits: 0.3, spoken: 0.5, drives: 0.2, felt: [0, 1], load: 0.5, asks: 'payments', reason: '', unfounded: 0.16 },
  { key: 'refunds-late', ends: 400, days: 48, trigger: goods, hits: 0.16, spoken: 0.6, drives: 0.4, felt: [42, 60], load: 0.5, asks: 'payments', reason: 'Returned goods', unfounded: 0 },
  { key: 'courier-rude', ends: 60, days: 100, trigger: goods, hits: 0.035, spoken: 0.5, drives: 0.5, felt: [2, 5], load: 0.15, asks: 'carrier', reason: '', unfounded: 0 },
  { key: 'carpet-colour', ends: 470, days: 165, trigger: { by: 'order', product: 'carpet' }, hits: 0.8, spoken: 0.7, drives: 0.35, felt: [3, 9], load: 0.25, asks: 'warehouse', reason: 'Returned goods', unfounded: 0.12 },
  { key: 'subscription-stuck', ends: 5, days: 60, trigger: { by: 'subscription' }, hits: 0.4, spoken: 0.7, drives: 0.8, felt: [1, 12], load: 0.3, asks: 'payments', reason: 'Subscription ended', unfounded: 0 },
  { key: 'chair-screws', ends: 18, days: 45, trigger: { by: 'order', product: 'chair' }, hits: 0.85, spoken: 0.75, drives: 0.25, felt: [3, 10], load: 0.3, asks: 'warehouse', reason: 'Delivery charge', unfounded: 0 },
  { key: 'damaged', ends: 0, days: 800, trigger: hardGoods, hits: 0.015, spoken: 0.6, drives: 0.35, felt: [3, 7], load: 0, asks: 'carrier', reason: 'Damaged on the way', unfounded: 0.07 },
  { key: 'wrong-item', ends: 0, days: 800, trigger: goods, hits: 0.0065, spoken: 0.7, drives: 0.3, felt: [3, 7], load: 0, asks: 'warehouse', reason: 'Delivery charge', unfounded: 0.08 },
  { key: 'delivery-late', ends: 0, days: 800, trigger: goods, hits: 0.014, spoken: 0.45, drives: 0.25, felt: [6, 14], load: 0, asks: 'warehouse', reason: 'Delivery charge', unfounded: 0.12 },
  { key: 'unwanted-mail', ends: 0, days: 800, trigger: { by: 'bystander' }, hits: 0.65, spoken: 1, drives: 0, felt: [0, 2], load: 0, asks: 'workshop', reason: '', unfounded: 0 },
] // prettier-ignore

/** 24 December of the last whole Advent before `until`. */
function christmasBefore(until: number): number {
  const year = new Date(until).getUTCFullYear()
  const thisYear = Date.UTC(year, 11, 24)
  return thisYear <= until ? thisYear : Date.UTC(year - 1, 11, 24)
}

export function causesOf(from: number, until: number): readonly Cause[] {
  return rows.map(({ ends, days, ...row }) => {
    const to = ends === 'christmas' ? christmasBefore(until) : until - ends * day
    return { ...row, to, from: Math.max(from, to - days * day), isSteady: days > 730 }
  })
}

const canHurt = ({ trigger, from, to }: Cause, by: Trigger['by'], product: string, at: number): boolean =>
  trigger.by === by && at >= from && at < to && (trigger.by !== 'order' || isMeant(trigger.product, product))

const isMeant = (meant: string, product: string): boolean =>
  meant === 'any' || (meant === 'hard' ? !softGoods.includes(product) : meant === product)

/** What, if anything, hurts somebody who orders, subscribes, looks or passes by at this time. */
export const hurtBy = (
  causes: readonly Cause[],
  by: Trigger['by'],
  product: string,
  at: number,
  chance: Chance,
): Cause | null => causes.find((cause) => canHurt(cause, by, product, at) && chance.happens(cause.hits)) ?? null

/** How many times longer than usual the desk takes at this time. */
export const strainAt = (causes: readonly Cause[], at: number): number =>
  causes.reduce((sum, cause) => sum + (at >= cause.from && at < cause.to + 7 * day ? cause.load : 0), 1)
