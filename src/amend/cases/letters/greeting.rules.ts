// How a letter nobody checks greets a customer. The name comes from the sender: only what looks like one is repeated, so that nobody can
// have us send their words to somebody else.

const likeAName = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}][\p{L}\p{M}'’.-]*){0,4}$/u
const likeAnAddress = /\p{L}\.\p{L}{2,}/u

/** The name to greet by; null where what we have might be a message, a link or an address. */
export function nameToGreet(name: string): string | null {
  const trimmed = name.trim()
  if (trimmed.length > 50 || !likeAName.test(trimmed) || likeAnAddress.test(trimmed)) return null
  return trimmed
}

/** The first name of somebody who works here. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name
