// The only place that throws dice. Seeded in tests and wherever a decision must be repeatable; the system's for secrets.
import { randomBytes } from 'node:crypto'

export interface Random {
  /** A number in [0, 1). */
  next(): number
  bytes(length: number): Uint8Array
}

// The system is asked for many at once: an identifier needs ten. None is given out twice.
let ahead = randomBytes(0)
const most = 256

function systemBytes(length: number): Buffer {
  if (length > most) return randomBytes(length)
  if (ahead.length < length) ahead = randomBytes(16 * most)
  const given = ahead.subarray(0, length)
  ahead = ahead.subarray(length)
  return given
}

export const systemRandom: Random = {
  next: () => systemBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: systemBytes,
}

/** Repeatable chance. sfc32 (C. Doty-Humphrey, PractRand), seeded by splitmix32; never for secrets. */
export function seededRandom(seed: number): Random {
  let mix = seed | 0
  const start = () => {
    mix = (mix + 0x9e3779b9) | 0
    let t = mix ^ (mix >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) | 0
  }
  let [a, b, c, d] = [start(), start(), start(), 1]
  const integer = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let warm = 0; warm < 12; warm++) integer()
  return {
    next: () => integer() / 2 ** 32,
    bytes: (length) => Uint8Array.from({ length }, () => integer() & 0xff),
  }
}
