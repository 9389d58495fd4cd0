// The facts a sentence may name, in the local form: order, thing, date, amount, people, due day.
import type { Language } from './language.ts'
import { moneyIn } from './language.ts'
import { dateIn, day, isElided, localDay, weekdayAndDate, weekdayOf } from './local-time.ts'
import { isHoliday } from './staff.ts'
import type { Colleague } from './staff.ts'
import type { Town, Story } from './town.ts'
import { goodsKeys } from './texts/shape.ts'
import { texts } from './texts/texts.ts'

export type Facts = Readonly<Record<string, string>>

const titles: Readonly<Record<Language, readonly [man: string, woman: string]>> = {
  en: ['Mr', 'Ms'],
  de: ['Herr', 'Frau'],
  fr: ['Monsieur', 'Madame'],
  es: ['Sr.', 'Sra.'],
  it: ['Signor', 'Signora'],
}

const digits = (count: number, { chance }: Town): string =>
  String(chance.whole(Math.pow(10, count - 1), Math.pow(10, count) - 1))

/** Italian dates bring their article: "il 3 maggio", "dell'8 maggio". Everywhere else {date} and {ofdate} are the same. */
function datesIn(language: Language, date: number): Facts {
  const plain = dateIn(language, date)
  if (language !== 'it') return { date: plain, ofdate: plain }
  return isElided(date)
    ? { date: `l’${plain}`, ofdate: `dell’${plain}` }
    : { date: `il ${plain}`, ofdate: `del ${plain}` }
}

/** The day somebody speaks of: of their order, of the delivery, or of the day on which they gave notice. */
function dayMeant({ chance }: Town, { about, order, at }: Story): number {
  const cause = 'cause' in about ? about.cause.key : null
  if (order === null) return localDay(at - chance.between(4, 20) * day)
  if (cause === 'courier-rude') return localDay(at - chance.between(0, 1.5) * day)
  if (cause === 'subscription-stuck') return localDay(order.at - chance.between(8, 25) * day)
  return localDay(order.at)
}

/** What it is about in money: the thing itself where the thing is at fault, else all that was paid. */
export function amountOf({ about, order }: Story): number {
  if (order === null) return 0
  const isOfGoods = 'cause' in about && (goodsKeys as readonly string[]).includes(about.cause.key)
  return isOfGoods ? Math.min(order.amount, order.product.price) : order.amount
}

/** What holds for the whole story. */
export function factsOf(town: Town, story: Story): Facts {
  const { person, order, at } = story
  const { language, isWoman, first, last } = person
  const title = titles[language][isWoman ? 1 : 0]
  const name = `${first} ${last}`
  return {
    ...datesIn(language, dayMeant(town, story)),
    ...{ first, last, title, name, customer: language === 'en' ? `${title} ${last}` : name },
    order: order?.id ?? '',
    item: order?.product.called[language] ?? '',
    amount: moneyIn(language, amountOf(story).toFixed(2)),
    number: digits(6, town),
    number4: digits(4, town),
    number2: String(town.chance.whole(11, 24)),
    days: String(Math.max(3, Math.floor((at - (order?.at ?? at)) / day) - 1)),
    month:
      dateIn(language, localDay(at + 20 * day))
        .split(' ')
        .at(-1) ?? '',
  }
}

/** A working day some days after `at`, as a promise names it. */
export function dueAfter(language: Language, at: number, days: number): string {
  let date = localDay(at) + days
  while (weekdayOf(date) > 4 || isHoliday(date)) date++
  return weekdayAndDate(language, date)
}

/** With the colleague who writes now and the day they name. */
export const factsFor = (
  town: Town,
  facts: Facts,
  { person, about }: Story,
  colleague: Colleague,
  at: number,
): Facts => ({
  ...facts,
  due: dueAfter(person.language, at, town.chance.whole(2, 6)),
  handler: colleague.name.split(' ')[0] ?? '',
  party: texts[person.language].desk.party['cause' in about ? about.cause.asks : 'warehouse'],
})
