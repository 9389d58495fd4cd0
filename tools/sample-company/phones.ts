// Telephone numbers that regulators keep free for fiction: nobody can be called on them.
import type { Chance } from './chance.ts'
import type { Language } from './language.ts'

/** Ranges for drama: Bundesnetzagentur (de), Ofcom (en), Arcep (fr). Spain and Italy keep none: customers there leave no number. */
const german = ['+49 30 23125 xxx', '+49 69 90009 xxx', '+49 40 66969 xxx', '+49 221 4710 xxx', '+49 89 99998 xxx']
const ranges: Readonly<Record<Language, readonly string[]>> = {
  en: ['+44 7700 900xxx', '+44 20 7946 0xxx', '+44 161 496 0xxx', '+44 113 496 0xxx'],
  de: german,
  fr: ['+33 6 39 98 xx xx', '+33 1 99 00 xx xx', '+33 4 65 71 xx xx', '+33 5 36 49 xx xx'],
  es: [],
  it: [],
}

/** None where no number is nobody's. */
export const phonesFor = (language: Language, chance: Chance): readonly string[] =>
  ranges[language].length === 0 ? [] : [chance.pick(ranges[language]).replace(/x/g, () => String(chance.whole(0, 9)))]
