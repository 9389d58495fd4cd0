// What we call somebody we know little of.

const nameLimit = 200

/** What we call somebody: the name they gave, else the part before the @. One line, no marks that turn the direction of writing. */
export function nameFor(display: string | undefined, address: string): string {
  const name = (display ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  return (name === '' ? address.slice(0, address.lastIndexOf('@')) : name).slice(0, nameLimit).toWellFormed()
}
