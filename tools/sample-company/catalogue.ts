// What Halden Home sells: the names on the invoice, what customers call things in their language, and what they cost.
import type { Chance } from './chance.ts'
import type { Language } from './language.ts'

export interface Product {
  readonly key: string
  /** As on the invoice. */
  readonly name: string
  readonly page: string
  readonly price: number
  readonly weight: number
  readonly called: Readonly<Record<Language, string>>
}

const product = (
  key: string,
  [name, page, price, weight]: readonly [string, string, number, number],
  [en, de, fr, es, it]: readonly [string, string, string, string, string],
): Product => ({ key, name, page, price, weight, called: { en, de, fr, es, it } })

export const products: readonly Product[] = [
  product('kettle', ['Varde kettle 1.7 l', '/kettles/varde', 39.9, 14], ['the Varde kettle', 'Wasserkocher Varde', 'la bouilloire Varde', 'el hervidor Varde', 'il bollitore Varde']),
  product('glass-kettle', ['Skarn glass kettle', '/kettles/skarn', 54.9, 7], ['the Skarn kettle', 'Wasserkocher Skarn', 'la bouilloire Skarn', 'el hervidor Skarn', 'il bollitore Skarn']),
  product('table-lamp', ['Glimt table lamp', '/lamps/glimt', 34.9, 13], ['the Glimt lamp', 'Tischlampe Glimt', 'la lampe Glimt', 'la lámpara Glimt', 'la lampada Glimt']),
  product('floor-lamp', ['Lysa floor lamp', '/lamps/lysa', 89, 9], ['the Lysa floor lamp', 'Stehlampe Lysa', 'le lampadaire Lysa', 'la lámpara de pie Lysa', 'la piantana Lysa']),
  product('hand-mixer', ['Kvern hand mixer', '/mixers/kvern', 44.9, 10], ['the Kvern mixer', 'Handmixer Kvern', 'le batteur Kvern', 'la batidora Kvern', 'lo sbattitore Kvern']),
  product('stand-mixer', ['Kvern Pro stand mixer', '/mixers/kvern-pro', 189, 3], ['the Kvern Pro mixer', 'Küchenmaschine Kvern Pro', 'le robot Kvern Pro', 'la amasadora Kvern Pro', 'l’impastatrice Kvern Pro']),
  product('chair', ['Torvik chair', '/chairs/torvik', 119, 8], ['the Torvik chair', 'Stuhl Torvik', 'la chaise Torvik', 'la silla Torvik', 'la sedia Torvik']),
  product('stool', ['Torvik stool', '/chairs/torvik-stool', 64, 5], ['the Torvik stool', 'Hocker Torvik', 'le tabouret Torvik', 'el taburete Torvik', 'lo sgabello Torvik']),
  product('carpet', ['Myra carpet 160 x 230', '/carpets/myra', 149, 7], ['the Myra carpet', 'Teppich Myra', 'le tapis Myra', 'la alfombra Myra', 'il tappeto Myra']),
  product('linen', ['Dunvik bed linen', '/bed-linen/dunvik', 59.9, 13], ['the Dunvik bed linen', 'Bettwäsche Dunvik', 'la parure de lit Dunvik', 'el juego de cama Dunvik', 'il completo letto Dunvik']),
  product('towels', ['Brisa towels, set of 4', '/bed-linen/brisa', 29.9, 11], ['the Brisa towels', 'Handtücher Brisa', 'les serviettes Brisa', 'las toallas Brisa', 'gli asciugamani Brisa']),
] // prettier-ignore

export const subscriptions: readonly Product[] = [
  product('coffee', ['Coffee subscription 500 g', '/subscriptions/coffee', 14.9, 3], ['the coffee subscription', 'Kaffee-Abo', 'l’abonnement café', 'la suscripción de café', 'l’abbonamento caffè']),
  product('filters', ['Filter subscription', '/subscriptions/filters', 9.9, 1], ['the filter subscription', 'Filter-Abo', 'l’abonnement filtres', 'la suscripción de filtros', 'l’abbonamento filtri']),
] // prettier-ignore

export const pages = [
  '/',
  '/kettles',
  '/lamps',
  '/mixers',
  '/chairs',
  '/carpets',
  '/bed-linen',
  '/offers',
  '/delivery',
] as const
export const helpPages = ['/help', '/help/returns', '/help/refunds', '/orders/status', '/contact'] as const

/** What nothing on the way can break. */
export const softGoods: readonly string[] = ['carpet', 'linen', 'towels']

/** Something that fits a basket of so much: what costs far more than it is left out. */
export const productFor = (amount: number, chance: Chance): Product =>
  chance.weighted(products, ({ price, weight }) =>
    price > amount * 1.15 ? 0 : weight * Math.sqrt(price / amount) + 0.01,
  )
