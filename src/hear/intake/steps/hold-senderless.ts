// Without a usable sender nobody can be answered: a person looks, and may say who wrote it.
import { emailIdentity } from '../../channels/address.rules.ts'
import { quarantine, type Step } from '../reading.ts'

export const holdSenderless: Step = (_ctx, reading) => {
  if (reading.raw.release?.senderAddress) return reading
  const { author } = reading.parsed.inbound
  if (author === null) return quarantine('It names no sender. Release it with an address if you can tell who wrote it.')
  return emailIdentity(author.value)
    ? reading
    : quarantine('Its sender is no address that could be answered. Release it with the right one.')
}
