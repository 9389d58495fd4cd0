// What an answer of a webhook means, and when a delivery is tried again.

const minute = 60_000
const hour = 60 * minute
/** How long after a failed try the next one comes; after the last the delivery has failed. As Standard Webhooks advises. */
const waits = [minute, 5 * minute, hour / 2, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour] as const
/** A receiver that asks for more time than this is not waited for longer. */
const longestAsked = 24 * hour
/** An address that took nothing for so long is switched off. */
export const longestFailing = 5 * 24 * hour
/** A secret that was replaced signs beside the new one for so long. */
export const oldSecretMs = 24 * hour

/**
 * Milliseconds until the next try; null when there is none.
 * @param tries made so far, at least 1
 * @param dice 0 to 1: spreads what failed together over a tenth more
 * @param asked what the receiver asked for in seconds (Retry-After), null where it asked for nothing
 */
export function waitAfter(tries: number, dice: number, asked: number | null): number | null {
  const wait = waits[tries - 1]
  if (wait === undefined) return null
  const spread = Math.round(wait * (1 + dice / 10))
  return asked === null ? spread : Math.max(spread, Math.min(asked * 1000, longestAsked))
}

/** `gone`: nothing will ever be taken there. */
export const meaningOf = (status: number): 'sent' | 'failed' | 'gone' =>
  status >= 200 && status < 300 ? 'sent' : status === 410 ? 'gone' : 'failed'

/** Seconds of a Retry-After header that says a number; null otherwise. */
export const secondsAsked = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null
