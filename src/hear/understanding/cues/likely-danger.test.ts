// Danger in words that no list has, on sentences that neither the lists nor the classifier have seen.
import { expect, test } from 'vitest'
import { labelledKinds } from '../kinds/labelled-kinds.ts'
import { cueLanguages, cuesOf, isDanger } from './cues.rules.ts'
import { labelledSentences } from './labelled-cues.ts'
import { likelyDanger } from './likely-danger.ts'

const heldOut = cueLanguages.flatMap((language) =>
  labelledSentences(language, 'held-out').map(({ kind, sentence }) => {
    const isListed = cuesOf(sentence, [language]).some((cue) => cue.isDanger)
    return { kind, isListed, isTold: isListed || likelyDanger(sentence).length > 0 }
  }),
)

// Measured: 69 of 100 by the lists, 80 with this; 3 and 4 false alarms in 150.
test('of 100 dangers held out at least 80 are told, with at most 4 false alarms in 150', () => {
  const dangers = heldOut.filter(({ kind }) => kind !== 'none' && isDanger(kind))
  const none = heldOut.filter(({ kind }) => kind === 'none')
  expect([dangers.length, none.length]).toEqual([100, 150])
  expect(dangers.filter(({ isListed }) => isListed).length).toBeGreaterThanOrEqual(69)
  expect(dangers.filter(({ isTold }) => isTold).length).toBeGreaterThanOrEqual(80)
  expect(none.filter(({ isTold }) => isTold).length).toBeLessThanOrEqual(4)
})

// Measured: 6 in 900, of which two thirds are the same sentences between courtesies.
test('of what people write on any day not one in a hundred is taken for danger by it', () => {
  const ordinary = labelledKinds((language) => `fixtures/${language}-held-out.txt`)
  const alarms = ordinary.filter(({ text }) => likelyDanger(text).length > 0)
  expect(alarms.length / ordinary.length).toBeLessThanOrEqual(0.01)
})

test.for(['', '4471', 'OK', '你好'])('“%s” is no danger', (text) => {
  expect(likelyDanger(text)).toEqual([])
})
