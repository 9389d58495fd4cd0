// What was open at each of a row of moments, out of stretches of being open: each is added where it begins and taken away where it ends.

/** So many cases that opened after the moment number `opened` (0: before the first), were old from the one after `old` on, and ended after `ended`. */
export interface OpenStretch {
  readonly opened: number
  readonly old: number
  readonly ended: number
  readonly cases: number
}

export interface OpenAt {
  readonly open: number
  readonly old: number
}

/** @param moments how many there are */
export function openAtEach(stretches: readonly OpenStretch[], moments: number): readonly OpenAt[] {
  const open = new Array<number>(moments + 1).fill(0)
  const old = new Array<number>(moments + 1).fill(0)
  const between = (changes: number[], from: number, until: number, cases: number): void => {
    if (from >= until) return
    changes[from] = (changes[from] ?? 0) + cases
    changes[until] = (changes[until] ?? 0) - cases
  }
  for (const stretch of stretches) {
    between(open, stretch.opened, stretch.ended, stretch.cases)
    between(old, Math.max(stretch.opened, stretch.old), stretch.ended, stretch.cases)
  }
  let so: OpenAt = { open: 0, old: 0 }
  return Array.from({ length: moments }, (_, at) => {
    so = { open: so.open + (open[at] ?? 0), old: so.old + (old[at] ?? 0) }
    return so
  })
}
