// What hurried fingers do to a text: letters swapped or lost, no capitals, no umlauts. Numbers and what holds them stay as they are.
import type { Chance } from './chance.ts'

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' }

function slipIn(word: string, chance: Chance): string {
  const at = chance.whole(1, word.length - 3)
  const [left, a, b, right] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  return chance.happens(0.6) ? left + b + a + right : left + b + right
}

export function withSlips(whole: string, chance: Chance): string {
  const end = whole.lastIndexOf('\n\n')
  const [text, below] = end > 40 ? [whole.slice(0, end), whole.slice(end)] : [whole, '']
  const words = text.split(/(\s+)/)
  const long = words.flatMap((word, at) => (/^\p{L}{6,}$/u.test(word) ? [at] : []))
  for (let slips = chance.whole(1, 3); slips > 0 && long.length > 0; slips--) {
    const at = chance.pick(long)
    words[at] = slipIn(words[at] ?? '', chance)
  }
  let said = words.join('')
  if (chance.happens(0.35)) said = said.replace(/[äöüßÄÖÜ]/g, (letter) => umlauts[letter] ?? letter)
  if (chance.happens(0.4))
    said = said
      .toLowerCase()
      .replace(/\bh(\d{6}-\d)/g, 'H$1')
      .replace(/\bhalden10\b/g, 'HALDEN10')
  if (chance.happens(0.3)) said = said.replace(/[.]$/, chance.pick(['', '!!', '...']))
  return said + below
}
