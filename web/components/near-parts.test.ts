// Of a long list only what is near the screen is drawn, and it is as high as if all of it were.
import { expect, it } from 'vitest'
import { heightsAround, nextParts, partsNear } from './near-parts.ts'

/** Parts of 300 pixels, the third one of 500. */
const heightOf = (part: number): number => (part === 2 ? 500 : 300)
const whole = 100 * 300 + 200

it('draws the beginning before anybody scrolls', () => {
  expect(partsNear(-250, 600, 100, heightOf)).toEqual({ from: 0, to: 3 })
})

it('draws what is on screen and a little before and after it', () => {
  expect(partsNear(10_000, 10_850, 100, heightOf)).toEqual({ from: 31, to: 37 })
  expect(heightsAround({ from: 31, to: 37 }, 100, heightOf)).toEqual({ before: 9500, after: whole - 11_300 })
})

it('begins anew where the list has become shorter than where one is', () => {
  expect(partsNear(10_000, 10_850, 3, heightOf)).toEqual({ from: 0, to: 3 })
})

it('loses no height wherever one is', () => {
  for (let top = -500; top < whole + 5000; top += 130) {
    const parts = partsNear(top, top + 850, 100, heightOf)
    const { before, after } = heightsAround(parts, 100, heightOf)
    const drawn = Array.from({ length: parts.to - parts.from }, (_, at) => heightOf(parts.from + at))
    expect(before + drawn.reduce((sum, one) => sum + one, 0) + after, String(top)).toBe(whole)
    expect(parts.to, String(top)).toBeGreaterThan(parts.from)
  }
})

it.each([
  ['scrolling on', { from: 0, to: 5 }, { from: 2, to: 9 }, 4, { from: 2, to: 7 }],
  ['scrolling back', { from: 10, to: 15 }, { from: 6, to: 12 }, 8, { from: 8, to: 12 }],
  ['what is wanted on both sides', { from: 10, to: 12 }, { from: 7, to: 13 }, 9, { from: 9, to: 13 }],
  ['a leap', { from: 0, to: 5 }, { from: 40, to: 46 }, 42, { from: 42, to: 44 }],
  ['a leap to the end', { from: 0, to: 5 }, { from: 95, to: 100 }, 99, { from: 99, to: 100 }],
  ['nothing new', { from: 3, to: 8 }, { from: 3, to: 8 }, 4, { from: 3, to: 8 }],
])('draws a few parts more at a time: %s', (_what, now, wanted, onScreen, next) => {
  expect(nextParts(now, wanted, onScreen)).toEqual(next)
})

it('has drawn all that is wanted after some pictures', () => {
  let drawn = { from: 0, to: 3 }
  const wanted = { from: 31, to: 37 }
  for (let picture = 0; picture < 3; picture++) drawn = nextParts(drawn, wanted, 33)
  expect(drawn).toEqual(wanted)
})
