// A case page as it stands on the wire: the first answer of each of its parts.
import { z } from 'zod'
import { promisesOfCase } from '../../promises/promise.schema.ts'
import { pageOfMessages, timeline } from './case-messages.schema.ts'
import { caseView } from '../case.schema.ts'
import { enquiries } from '../outside/enquiry.schema.ts'
import { participants } from '../letters/participant.schema.ts'

export const casePage = z.object({
  case: caseView,
  messages: pageOfMessages,
  timeline,
  promises: promisesOfCase,
  participants,
  enquiries,
})
