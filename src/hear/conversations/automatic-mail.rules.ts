// May a machine answer this? The loop guard (RFC 3834) and the caps, as one pure decision. Whoever asks gets the reason in words.

/** An automatic letter to be, and what is known of the one it would answer. */
export interface AutomaticMail {
  /** Where it would go, lower case. */
  readonly to: string
  /** Addresses we write from ourselves, lower case, without plus parts. */
  readonly ourAddresses: readonly string[]
  /** Whether the address is proved, and by the answered message too. */
  readonly isVerified: boolean
  readonly isBad: boolean
  /** What it answers: a person's message that has joined, a machine's, or one that waits to be confirmed. */
  readonly answers: 'human' | 'machine' | 'to-confirm'
  /** Whether the headers of the answered mail allow it (a list, an empty return path and the like do not). */
  readonly isAllowedByHeaders: boolean
  /** Automatic letters to this mailbox, whatever its plus part, within the last day. */
  readonly toAddressToday: number
  readonly inConversation: number
}

/** One conversation never gets more automatic letters than this, whatever happens. */
export const mostInConversation = 10
/** Nobody gets more automatic letters a day than this, proved address or not. */
export const mostToAddressADay = 20

/** Null when it may be sent; else why not. An unproved address gets one automatic letter a day: it may be a victim's. */
export function whyNoAutomaticMail(mail: AutomaticMail): string | null {
  if (mail.answers === 'machine') return 'It would answer a machine.'
  if (mail.answers === 'to-confirm') return 'The sender is not confirmed yet.'
  if (!mail.isAllowedByHeaders)
    return 'The mail came through a list or without a return path; such mail gets no automatic answer.'
  if (mail.ourAddresses.includes(plain(mail.to))) return 'It would go to an address of our own.'
  if (mail.isBad) return 'Letters to this address come back.'
  if (mail.inConversation >= mostInConversation)
    return `This conversation has had ${String(mostInConversation)} automatic letters; no more are sent.`
  if (!mail.isVerified && mail.toAddressToday >= 1)
    return 'The address is not proved and had its one automatic letter of the day.'
  if (mail.toAddressToday >= mostToAddressADay) return 'The address had its automatic letters of the day.'
  return null
}

function plain(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  const plus = lower.indexOf('+')
  return plus < 1 || plus > at ? lower : lower.slice(0, plus) + lower.slice(at)
}
