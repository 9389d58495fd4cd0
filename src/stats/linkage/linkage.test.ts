// Likeness of words against the values of Winkler's paper, and evidence for one person against the formula and its properties.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf, onValue, probabilityOf } from './fellegi-sunter.ts'
import { jaroWinkler } from './jaro-winkler.ts'

describe('Jaro and Winkler', () => {
  // Winkler, “String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage”, 1990, table 2 (three decimals).
  test.each([
    ['shackleford', 'shackelford', 0.982],
    ['dunningham', 'cunnigham', 0.896],
    ['nichleson', 'nichulson', 0.956],
    ['jones', 'johnson', 0.832],
    ['massey', 'massie', 0.933],
    ['abroms', 'abrams', 0.922],
    ['jeraldine', 'geraldine', 0.926],
    ['marhta', 'martha', 0.961],
    ['michelle', 'michael', 0.921],
    ['julies', 'julius', 0.933],
    ['tanya', 'tonya', 0.88],
    ['dwayne', 'duane', 0.84],
    ['sean', 'susan', 0.805],
    ['jon', 'john', 0.933],
    ['jon', 'jan', 0.8],
  ])('%s and %s: %d', (one, other, expected) => {
    expect(Math.abs(jaroWinkler(one, other) - expected)).toBeLessThan(0.0006)
  })

  test('is from 0 to 1, the same both ways, and 1 for the same word alone', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        const found = jaroWinkler(one, other)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(found === 1).toBe(one === other)
        expect(jaroWinkler(other, one)).toBeCloseTo(found, 12)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('Fellegi and Sunter', () => {
  test('bits and probabilities as worked out by hand', () => {
    expect(bitsOf({ m: 0.9, u: 0.1 })).toBeCloseTo(3.1699, 4)
    expect(bitsOf({ m: 0.1, u: 0.9 })).toBeCloseTo(-3.1699, 4)
    // Odds 1 : 1023 (−9.9986 bits), and agreements of 8 : 1 and 256 : 1 make 2048 : 1023.
    expect(
      probabilityOf(1 / 1024, [
        { m: 0.8, u: 0.1 },
        { m: 0.512, u: 0.002 },
      ]),
    ).toBeCloseTo(2048 / 3071, 9)
    expect(probabilityOf(0.25, [])).toBeCloseTo(0.25, 12)
  })

  const share = fc.double({ min: 1e-6, max: 1, noNaN: true })
  test('a probability stays between 0 and 1, does not depend on the order, and grows with what speaks for it', () => {
    const agreements = fc.array(fc.record({ m: share, u: share }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), agreements, share, (prior, some, u) => {
        const found = probabilityOf(prior, some)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(probabilityOf(prior, some.toReversed())).toBeCloseTo(found, 9)
        expect(probabilityOf(prior, [...some, { m: 1, u }])).toBeGreaterThanOrEqual(found - 1e-12)
      }),
    )
  })

  test('a rare value weighs more than a common one', () => {
    fc.assert(
      fc.property(share, share, share, (m, one, other) => {
        const [rare, common] = one < other ? [one, other] : [other, one]
        expect(bitsOf(onValue(m, rare, 1e-6))).toBeGreaterThanOrEqual(bitsOf(onValue(m, common, 1e-6)))
      }),
    )
  })
})
