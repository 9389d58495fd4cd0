// The facts a sentence may name, in the local form: order, thing, date, amount, people, due day.
import type { Language } from './language.ts'
import { moneyIn } from './language.ts'
import { dateIn, day, isElided, localDay, weekdayAndDate, weekdayOf } from './local-time.ts'
import type { Colleague } from './staff.ts'
import type { Town, Story } from './town.ts'
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
    ? { date: `l'${plain}`, ofdate: `dell'${plain}` }
    : { date: `il ${plain}`, ofdate: `del ${plain}` }
}

/** What holds for the whole story. */
export function factsOf(town: Town, { person, order, at }: Story): Facts {
  const { language, isWoman, first, last } = person
  const date = localDay(order?.at ?? at - town.chance.between(4, 20) * day)
  const title = titles[language][isWoman ? 1 : 0]
  return {
    ...datesIn(language, date),
    ...{
      first,
      last,
      title,
      name: `${first} ${last}`,
      customer: language === 'en' ? `${title} ${last}` : `${first} ${last}`,
    },
    order: order?.id ?? '',
    item: order?.product.called[language] ?? '',
    amount: moneyIn(language, (order?.amount ?? 0).toFixed(2)),
    number: digits(6, town),
    number4: digits(4, town),
    number2: String(town.chance.whole(11, 24)),
    month:
      dateIn(language, localDay(at + 20 * day))
        .split(' ')
        .at(-1) ?? '',
  }
}

/** A working day some days after `at`, as a promise names it. */
export function dueAfter(town: Town, language: Language, at: number, days: number): string {
  let date = localDay(at) + days
  while (weekdayOf(date) > 4) date++
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
  due: dueAfter(town, person.language, at, town.chance.whole(2, 6)),
  handler: colleague.name.split(' ')[0] ?? '',
  party: texts[person.language].desk.party['cause' in about ? about.cause.asks : 'warehouse'],
})
