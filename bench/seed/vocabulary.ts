// Words of made-up letters: common English ones first, then some twenty thousand invented ones, drawn as often as Zipf's law says.
import type { Random } from '../../src/shared/random.ts'

const common =
  `the I to and a my it is you was for in of on not have that with but this be order your me has been at an are
  we will from as no they so still when what if would had or please by it's out do can there after more which just now only were up
  again all any because one them about delivery box arrived broken kettle money back refund received days week ordered said called
  nobody answer wrong missing late parcel package paid invoice card charged twice account customer service number phone reply waiting
  promised yesterday today Monday Friday item product size colour blue red white replaced replacement return returned label courier
  driver left neighbour door damaged scratched cracked leaking loud smell stopped working warranty repair screen battery charger cable
  button lid handle glass kitchen table chair lamp shelf drawer screw instructions manual address street wrongly sent photo attached
  receipt shop website password voucher discount price offer cancel cancelled subscription month year contract disappointed angry
  unacceptable ridiculous sorry thank thanks help urgent birthday gift family child baby dog friend recommend review never always
  every other first second third time since before until between without within another same different old new good bad worse best
  quality cheap expensive bought sold store staff rude polite person manager email mail letter form ticket case complaint request
  question information confirm confirmation status tracking link site update date deadline evening morning weekend hours minutes`
    .split(/\s+/)
    .filter((word) => word !== '')

const beginnings = [
  'br',
  'c',
  'd',
  'f',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
]
const middles = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo', 'ei']
const ends = ['n', 'r', 'l', 's', 't', 'ck', 'm', 'nd', 'x', '']

const wordCount = 20_000
const drawn = 1 << 20

const pick = <Item>(from: readonly Item[], random: Random): Item =>
  from[Math.floor(random.next() * from.length)] as Item

const syllable = (random: Random): string => pick(beginnings, random) + pick(middles, random) + pick(ends, random)

export interface Vocabulary {
  /** From the most common to the rarest. */
  readonly words: readonly string[]
  /** One word, the rank r with a chance proportional to 1 / (r + 2.7) (Zipf's law as Mandelbrot corrected it). */
  readonly draw: (random: Random) => string
}

export function makeVocabulary(random: Random): Vocabulary {
  const known = new Set(common)
  while (known.size < wordCount)
    known.add(syllable(random) + syllable(random) + (random.next() < 0.6 ? syllable(random) : ''))
  const words = [...known]
  const weights = words.map((_, rank) => 1 / (rank + 2.7))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const table = new Uint16Array(drawn)
  let rank = 0
  let reached = weights[0] ?? 0
  for (let place = 0; place < drawn; place++) {
    while (((place + 0.5) / drawn) * total > reached && rank < words.length - 1) reached += weights[++rank] ?? 0
    table[place] = rank
  }
  return { words, draw: (source) => words[table[Math.floor(source.next() * drawn)] ?? 0] ?? '' }
}
