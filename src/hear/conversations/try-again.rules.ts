// When a letter that could not be handed over is tried again: soon at first, then ever more seldom, never all at the same moment; five days at most.

const firstMs = 15_000
const longestMs = 60 * 60_000
const giveUpMs = 5 * 86_400_000

/** Milliseconds to wait after this many tries, or null after five days (RFC 5321, 4.5.4.1). `chance` in [0, 1) spreads the tries by half. */
export function tryAgainMs(attempts: number, waitedMs: number, chance: number): number | null {
  if (waitedMs >= giveUpMs) return null
  const base = Math.min(firstMs * 2 ** Math.min(attempts - 1, 20), longestMs)
  return Math.round(base * (0.75 + chance / 2))
}

/** Whether a server's refusal says that nobody is at the address: no such mailbox, name or form of address, or a mailbox that is closed (RFC 3463,
 * 3.2 and 3.3; RFC 7505). A refusal for what was written, or for who we are, says nothing of the address. */
export const saysNoSuchAddress = (refusal: string): boolean =>
  /(?:^|[^\d.])5\.(?:1\.(?:1|2|3|6|10)|2\.1)(?![\d.])/.test(refusal)
