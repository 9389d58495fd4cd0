// The short code that reply addresses carry instead of an identifier: twelve letters and digits, guessable by nobody's benefit (the token guards it).

/** Made from the 60 random bits at the end of an identifier, so that it is known before any row is. */
export const codeOf = (id: string): string =>
  BigInt(`0x${id.replaceAll('-', '').slice(-15)}`)
    .toString(36)
    .padStart(12, '0')
