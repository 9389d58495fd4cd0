// In which order a machine goes through its texts, and how often.
import type { Random } from '../../shared/random.ts'
import type { Machine } from './linear-machine.ts'

/** A pass over all texts: with every label, or with those that had a say in a text when it was last asked with every one. */
export type Pass = 'every' | 'active'

/** No text is further than this from where it should be: LIBLINEAR's own measure of being done. */
const goodEnough = 0.1

/** Goes through these texts (by number). The same texts, passes and chance make the same machine. */
export function trainMachine(machine: Machine, texts: Int32Array, passes: readonly Pass[], random: Random): void {
  const order = Int32Array.from(texts)
  for (const pass of passes) {
    shuffle(order, random)
    if (pass === 'active') machine.shortPass(order)
    else if (machine.wholePass(order) < goodEnough) return
  }
}

/** Fisher and Yates. */
export function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}
