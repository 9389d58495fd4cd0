// Whom the sender of a message named beside us. Anybody can name anybody, so nobody is written to because of it: a person is only offered them.
import { emailIdentity, isSameMailbox } from '../channels/address.rules.ts'

/** As many as a message keeps, and as an answer may have copies at most. */
export const mostCopies = 20

/** Without mailboxes of ours and the sender, each once, as they identify. */
export function othersNamed(named: readonly string[], ours: readonly string[], sender: string): readonly string[] {
  const values = named.flatMap((address) => emailIdentity(address)?.value ?? [])
  const others = values.filter((value) => ![...ours, sender].some((one) => isSameMailbox(one, value)))
  return [...new Set(others)].slice(0, mostCopies)
}
