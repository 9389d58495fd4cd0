// The states of a case as they stand on the wire.
import { z } from 'zod'

export const caseState = z.enum([
  'received',
  'acknowledged',
  'in-progress',
  'waiting-for-customer',
  'waiting-for-third-party',
  'answered',
  'resolved',
  'rejected',
  'closed',
  'merged',
])
