// In which alphabet a file is written: told by its first bytes, else by whether all of it is UTF-8.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Looks at a file as it passes, in pieces; `answer` once it is over. */
export interface EncodingWatch {
  see(bytes: Uint8Array): void
  answer(): Encoding
}

const headLength = 4096

export function watchEncoding(): EncodingWatch {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let marked: Encoding | null | undefined
  let isUtf8 = true
  const isStill = (decode: () => unknown): boolean => {
    try {
      decode()
      return true
    } catch {
      return false
    }
  }
  return {
    see: (bytes) => {
      if (bytes.length === 0) return
      if (marked === undefined) marked = markOf(bytes.subarray(0, headLength))
      if (isUtf8) isUtf8 = isStill(() => utf8.decode(bytes, { stream: true }))
    },
    answer: () => {
      if (marked) return marked
      // The end may be in the middle of a character.
      return isUtf8 && isStill(() => utf8.decode()) ? 'utf-8' : 'windows-1252'
    },
  }
}

/** By its byte order mark; without one, UTF-16 is told by the zero that half of each Latin letter is. Null where it is neither. */
function markOf(head: Uint8Array): Encoding | null {
  const [first, second, third] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = head.length / 5
  if (odd > most && even < odd / 4) return 'utf-16le'
  return even > most && odd < even / 4 ? 'utf-16be' : null
}
