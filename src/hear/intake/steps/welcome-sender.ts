// A person wrote: the customer with this address, or a new one.
import { findOrMakeCustomer } from '../../customers/find-or-make-customer.ts'
import { needed, type Step } from '../reading.ts'

export const welcomeSender: Step = async (ctx, reading) => {
  const sender = needed(reading.sender, 'welcomeSender')
  const isVerified = sender.authentication === 'verified'
  const known = await findOrMakeCustomer(ctx, { key: sender.key, display: sender.display, isVerified }, sender.known)
  return { ...reading, sender: { ...sender, known } }
}
