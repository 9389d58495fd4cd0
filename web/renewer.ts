// Asks again what events may have changed: soon after the first, and in a wave of them only now and then.

/** Several events within this are one. */
const soonMs = 250
/** Pages of ten people must not ask four times a second while fifty complaints a second come in. */
const restMs = 2000

/** @param ask is told each question once for all events that touched it */
export function createRenewer(ask: (key: string) => void): (keys: readonly string[]) => void {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let rested = 0
  return (keys) => {
    for (const key of keys) waiting.add(key)
    timer ??= setTimeout(
      () => {
        timer = undefined
        rested = performance.now() + restMs
        for (const key of waiting) ask(key)
        waiting.clear()
      },
      Math.max(soonMs, rested - performance.now()),
    )
  }
}
