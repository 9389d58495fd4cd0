// JSON of another system, with no digit of its numbers lost and no sign in its texts that cannot be kept.
import { storableText } from '../../hear/channels/mail/storable-text.ts'

/** Whole numbers beyond 2^53 become the text of their digits. @returns undefined where it is no JSON */
export function exactJson(text: string): unknown {
  const exact = (_key: string, value: unknown, at?: { readonly source?: string }): unknown => {
    if (typeof value === 'string') return storableText(value)
    const isInexact = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(at?.source ?? '')
    return isInexact ? at?.source : value
  }
  try {
    return JSON.parse(text, exact) as unknown
  } catch {
    return undefined
  }
}
