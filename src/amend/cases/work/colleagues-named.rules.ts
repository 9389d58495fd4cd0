// Which colleagues a complaint names: by their full name or work address, wholly, and never by a first name alone.
import type { StaffId } from '../../../shared/ids.ts'

export interface Colleague {
  readonly staffId: StaffId
  readonly name: string
  readonly email: string
}

/** Who is spoken to is not complained about: of "Dear Jonas Weber, the lamp is broken" the first three words name nobody. */
const salutation =
  /^\s*(?:dear|hi|hello|hey|good (?:morning|day|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|bonjour|ch[eè]re?|madame|monsieur|hola|buen[oa]s|estimad[oa]s?|ciao|buongiorno|gentile|egregio)(?:[ \t]+[^\s,!:;]+){0,5}[ \t]*(?:[,!:;]|$)/i
/** Letters that no accent makes: they stand for these where a keyboard lacks them. */
const likeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** The words of a text, without case and accents, with a blank around each. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => likeLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `

// The same few colleagues are looked for in every complaint.
const known = new Map<string, readonly string[]>()
const mostKnown = 1000

/** The ways a full name is written, as `wordsOf` writes them: also with the family name first, as in forms and in many countries. None for a single word. */
function waysToWrite(name: string): readonly string[] {
  const before = known.get(name)
  if (before) return before
  const parts = wordsOf(name).trim().split(' ')
  const [last = '', ...rest] = parts.toReversed()
  const ways = rest.length === 0 ? [] : [` ${parts.join(' ')} `, ` ${[last, ...rest.toReversed()].join(' ')} `]
  if (known.size < mostKnown) known.set(name, ways)
  return ways
}

const addressesIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}@._%+'-]+/u)
      .filter((word) => word.includes('@'))
      .map((word) => word.replace(/^[.'-]+|[.'-]+$/g, '')),
  )

/** The colleagues named in subject or text. */
export function colleaguesNamed(subject: string, text: string, colleagues: readonly Colleague[]): readonly StaffId[] {
  const said = [subject, ...text.split('\n').map((line) => line.replace(salutation, ''))].join('\n')
  const withoutAddresses = said.split(/\s+/).filter((word) => !word.includes('@'))
  const [words, addresses] = [wordsOf(withoutAddresses.join(' ')), addressesIn(said)]
  const isNamed = ({ name, email }: Colleague): boolean =>
    addresses.has(email.toLowerCase()) || waysToWrite(name).some((way) => words.includes(way))
  return colleagues.filter(isNamed).map(({ staffId }) => staffId)
}
