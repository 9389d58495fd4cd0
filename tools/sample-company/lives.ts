// The lives of customers: they look, buy by their own rate and end, are hurt by causes, speak or stay silent, and stay or leave.
import { helpPages, pages, productFor, softGoods, subscriptions } from './catalogue.ts'
import type { Product } from './catalogue.ts'
import { hurtBy } from './causes.ts'
import type { Cause } from './causes.ts'
import { playCase } from './case-life.ts'
import { firstMessage } from './first-message.ts'
import { day, isoDate, localDay, minute, somewhenOn, weekdayOf } from './local-time.ts'
import type { Person } from './people.ts'
import { texts } from './texts/texts.ts'
import type { Draft, Order, Played, Story, Town } from './town.ts'
import { busiest, busyOn } from './year.ts'

const week = 7 * day
/** Pareto/NBD by weeks (shape, mean rate of buying; shape, mean rate of leaving) and Gamma-Gamma spend in euros. */
const buying = { shape: 0.75, rate: 0.075, leavingShape: 0.65, leavingRate: 0.045 } as const
const spend = { within: 5, between: 3.7, mean: 74 } as const

interface Life {
  readonly town: Town
  readonly person: Person
  readonly rate: number
  readonly basket: number
  leavesAt: number
  orders: number
  lastOrder: Order | null
  /** How much more or less they buy since they were last looked after. */
  mood: number
}

export function live(town: Town, person: Person): void {
  const { chance, until } = town
  const leavingRate = chance.gamma(buying.leavingShape, buying.leavingRate)
  const life: Life = {
    ...{ town, person, orders: 0, lastOrder: null, mood: 1 },
    rate: chance.gamma(buying.shape, buying.rate) * (person.isAbuser ? 3 : 1),
    basket: spend.mean / (chance.gamma(spend.between, 1) + 0.12),
    leavesAt: person.since + chance.exponential(week / Math.max(leavingRate, 1e-6)) + (person.isAbuser ? 300 * day : 0),
  }

  if (person.group === 'bystander') {
    passBy(life)
    return
  }
  look(life, person.since, person.group === 'prospect' ? chance.whole(1, 5) : chance.whole(0, 2))
  if (person.group === 'prospect') {
    if (chance.happens(0.045)) ask(life, person.since + chance.between(0, 20) * day, null)
    return
  }
  const isSubscriber = chance.happens(0.045)
  buy(life, person.since + chance.between(3, 40) * minute, null)
  if (isSubscriber) subscribe(life, person.since + chance.between(1, 40) * day)
  if (!isSubscriber || chance.happens(0.3)) shop(life)
  town.leftAt.set(person, life.leavesAt)
  if (chance.happens(0.023)) ask(life, chance.between(person.since, Math.min(until, life.leavesAt)), life.lastOrder)
}

function passBy(life: Life): void {
  const { town, person } = life
  const at = person.since + minute
  const cause = hurtBy(town.causes, 'bystander', '', at, town.chance)
  if (cause === null) ask(life, at, null)
  else hurt(life, cause, at, null)
}

/** Buys while they have not left: a Poisson stream of their own, thinned by how busy the days are. */
function shop(life: Life): void {
  const { town, person } = life
  const { chance, until } = town
  let at = person.since
  for (;;) {
    at += chance.exponential(week / (life.rate * life.mood * busiest))
    if (!(at < until && at < life.leavesAt)) return
    if (!chance.happens(busyOn(localDay(at)) / busiest)) continue
    at = Math.max(at, somewhenOn(localDay(at), chance))
    look(life, at - chance.between(5, 90) * minute, chance.happens(0.55) ? 1 : 0)
    if (at < until) buy(life, at, null)
  }
}

/** A parcel a month until the subscription ends. */
function subscribe(life: Life, start: number): void {
  const { town } = life
  const { chance, until } = town
  const product = chance.weighted(subscriptions, ({ weight }) => weight)
  const ending = chance.between(0.03, 0.2)
  for (let at = start; at < until && at < life.leavesAt; at += chance.between(29, 31) * day) {
    buy(life, at, product)
    if (chance.happens(ending)) return
  }
}

function buy(life: Life, at: number, subscription: Product | null): void {
  const { town, person, basket } = life
  const { chance } = town
  if (at >= town.until - minute) return
  const amount = subscription?.price ?? Math.max(6.9, Math.round(chance.gamma(spend.within, basket) * 10) / 10)
  const product = subscription ?? productFor(amount, chance)
  const date = localDay(at)
  const number = (town.ordersOn.get(date) ?? 100) + chance.whole(1, 3)
  town.ordersOn.set(date, number)
  const items = [
    {
      name: product.name,
      quantity: subscription === null ? Math.max(1, Math.min(6, Math.round(amount / product.price / 1.5))) : 1,
    },
  ]
  if (subscription === null && amount > product.price * 1.6 && chance.happens(0.6))
    items.push({ name: productFor(amount / 2, chance).name, quantity: 1 })
  const rest = items.filter((one, index) => items.findIndex(({ name }) => name === one.name) === index)
  const order: Order = {
    id: `H${isoDate(date).slice(2).replaceAll('-', '')}-${String(number)}`,
    person,
    at,
    amount,
    items: rest,
    product,
  }
  town.orders.push(order)
  life.orders++
  life.lastOrder = order
  if (chance.happens(0.035))
    town.refunds.push({ order, at: at + chance.between(8, 25) * day, amount, reason: 'Returned goods' })
  const trigger = subscription === null ? 'order' : 'subscription'
  const cause = hurtBy(town.causes, trigger, product.key, at, chance) ?? claimed(town, person, product)
  if (cause !== null) hurt(life, cause, at + chance.between(...cause.felt) * day, order)
}

/** Some find something broken in every other parcel. */
function claimed({ causes, chance }: Town, { isAbuser }: Person, { key: bought }: Product): Cause | null {
  if (!isAbuser || !chance.happens(0.5)) return null
  return (
    causes.find(({ key }) => key === (!softGoods.includes(bought) && chance.happens(0.8) ? 'damaged' : 'wrong-item')) ??
    null
  )
}

/** Pages looked at, and now and then the voucher that does not work. */
function look(life: Life, at: number, times: number): void {
  const { town, person } = life
  const { chance, until } = town
  for (let time = 0, when = at; time < times; time++, when += chance.exponential(4) * day + minute) {
    if (when >= until || when < person.since) continue
    town.visits.push({ person, at: when, page: chance.pick(pages) })
    const cause = hurtBy(town.causes, 'visit', '', when, chance)
    if (cause !== null) hurt(life, cause, when + chance.between(...cause.felt) * day, null)
  }
}

/** Somebody was let down. They say so or they do not; they leave, or what is done keeps them. The same throw decides both, so what-if is known. */
function hurt(life: Life, cause: Cause, felt: number, order: Order | null): void {
  const { town, person } = life
  const { chance } = town
  const at = somewhenOn(localDay(felt), chance)
  if (at >= town.until - 10 * minute || at < (order?.at ?? person.since)) return
  const hasSpoken = person.isAbuser || chance.happens(cause.spoken)
  const resolve = chance.next()
  const wouldHaveLeft = !person.isAbuser && resolve < cause.drives
  if (!hasSpoken && chance.happens(0.5)) town.visits.push({ person, at, page: chance.pick(helpPages) })
  const isMistaken = chance.happens(person.isAbuser ? 0.25 : cause.unfounded)
  const wrote = mondayMore(at, chance)
  const played =
    hasSpoken && wrote < town.until - 10 * minute
      ? write(town, { person, at: wrote, about: { cause }, order, orders: life.orders, isMistaken })
      : null
  const keeps = played === null ? 1 : { good: 0.22, fair: 0.55, bad: 1.15 }[played.outcome]
  const hasLeft = !person.isAbuser && resolve < cause.drives * keeps
  if (hasLeft) life.leavesAt = Math.min(life.leavesAt, played?.endedAt ?? at)
  else if (played?.outcome === 'good') [life.mood, life.leavesAt] = [1.4, life.leavesAt + 8 * week]
  const warns = hasLeft ? chance.whole(0, 16) : played?.outcome === 'good' ? 0 : chance.whole(0, 4)
  town.hurts.push({ person, cause, at, hasSpoken: played !== null, wouldHaveLeft, hasLeft, warns })
}

/** What happens at a weekend is often written down on Monday. */
function mondayMore(at: number, chance: Town['chance']): number {
  const weekday = weekdayOf(localDay(at))
  if (weekday < 5 || !chance.happens(0.45)) return at
  return somewhenOn(localDay(at) + 7 - weekday, chance)
}

function ask({ town, person, orders }: Life, at: number, order: Order | null): void {
  const { requests } = texts[person.language]
  const able = requests.filter((one) => order !== null || !`${one.subject}${one.ask}`.includes('{order}'))
  const request = town.chance.pick(able.filter((one) => order !== null || !one.ask.includes('{item}')))
  const when = somewhenOn(localDay(at), town.chance)
  if (when >= town.until - 10 * minute || when < person.since || when < (order?.at ?? 0)) return
  write(town, { person, at: when, about: { request }, order, orders, isMistaken: false })
}

function write(town: Town, story: Story): Played {
  const message = firstMessage(town, story)
  const played = playCase(town, story, message, false)
  town.drafts.push({ story, message, ...played })
  return played
}

export const replay = (town: Town, draft: Draft): Draft => ({
  ...draft,
  ...playCase(town, draft.story, draft.message, true),
})
