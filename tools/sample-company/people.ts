// Who lives around Halden Home: when each came to know it, in which language, with which temper, and what nobody is told about them.
import type { Chance } from './chance.ts'
import { languages, share } from './language.ts'
import type { Language } from './language.ts'
import { day, localDay, somewhenOn } from './local-time.ts'
import { names } from './names/names.ts'
import { phonesFor } from './phones.ts'
import { busyOn } from './year.ts'

export interface Person {
  readonly id: string
  /** Buyers buy, prospects only look, bystanders write without ever having bought. */
  readonly group: 'buyer' | 'prospect' | 'bystander'
  readonly language: Language
  readonly isWoman: boolean
  readonly first: string
  readonly last: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly since: number
  readonly isConnector: boolean
  readonly isAbuser: boolean
  readonly isInfluencer: boolean
  /** People brought in a year. */
  readonly referralRate: number
  readonly isHurried: boolean
  readonly isInformal: boolean
  readonly temper: 'polite' | 'plain' | 'angry'
}

/** Instants at which so many people first come, in order, growing over the time. */
export function arrivals(count: number, from: number, until: number, chance: Chance): readonly number[] {
  const [first, last] = [localDay(from), localDay(until)]
  const upTo: number[] = []
  let sum = 0
  for (let date = first; date <= last; date++) {
    sum += busyOn(date) * (1 + (0.6 * (date - first)) / (last - first))
    upTo.push(sum)
  }
  const one = () => {
    const wanted = chance.next() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return somewhenOn(first + low, chance)
  }
  const inside = (at: number) => at >= from && at < until - day / 8
  return Array.from({ length: count }, () => {
    let at = one()
    while (!inside(at)) at = one()
    return at
  }).sort((a, b) => a - b)
}

/** SCIENCE of connectors: one in ten brings two a year on average (shape 2), everybody else one in ten years (shape .5). */
const connectors = { share: 0.1, theirs: [2, 2], others: [0.5, 0.1] } as const

const hosts = [
  'post.example',
  'mail.example',
  'inbox.example',
  'letters.example',
  'briefkasten.example',
  'courrier.example',
]

export function peopleOf(times: readonly number[], chance: Chance): readonly Person[] {
  const taken = new Set<string>()
  const influencer = Math.floor(times.length * 0.11)
  const people = times.map((since, index): Person => {
    const language = chance.weighted(languages, (one) => share[one])
    const isWoman = chance.happens(0.54)
    const first = chance.pick(isWoman ? names[language].women : names[language].men)
    const last = chance.pick(names[language].families)
    const isInfluencer = index === influencer
    const group = isInfluencer ? 'buyer' : chance.weighted(groups, (one) => groupShare[one])
    const isConnector = chance.happens(connectors.share)
    const [shape, mean] = isConnector ? connectors.theirs : connectors.others
    return {
      ...{ id: `C-${String(index + 1).padStart(6, '0')}`, group, language, isWoman, first, last, since },
      ...{ isConnector, isInfluencer, referralRate: chance.gamma(shape, mean) },
      isAbuser: group === 'buyer' && !isInfluencer && chance.happens(0.0009),
      emails: emailsOf(first, last, taken, chance),
      phones: chance.happens(0.4) ? phonesFor(language, chance) : [],
      isHurried: chance.happens(0.18),
      isInformal: chance.happens(0.35),
      temper: chance.weighted(tempers, (one) => temperShare[one]),
    }
  })
  return people
}

const groups = ['buyer', 'prospect', 'bystander'] as const
const groupShare = { buyer: 0.772, prospect: 0.22, bystander: 0.008 } as const
const tempers = ['polite', 'plain', 'angry'] as const
const temperShare = { polite: 0.35, plain: 0.37, angry: 0.28 } as const

function emailsOf(first: string, last: string, taken: Set<string>, chance: Chance): readonly string[] {
  const one = () => {
    const [given, family] = [plain(first), plain(last)]
    const shape = chance.pick([
      `${given}.${family}`,
      `${given}${family}`,
      `${given.slice(0, 1)}.${family}`,
      `${family}.${given}`,
    ])
    const host = chance.pick(hosts)
    let [address, number] = [`${shape}@${host}`, chance.happens(0.3) ? chance.whole(50, 99) : 0]
    if (number > 0) address = `${shape}${String(number)}@${host}`
    while (taken.has(address)) address = `${shape}${String(++number)}@${host}`
    taken.add(address)
    return address
  }
  return chance.happens(0.06) ? [one(), one()] : [one()]
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
