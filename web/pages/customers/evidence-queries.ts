// Questions about what colleagues typed of a person, and typing, verifying and taking it back.
import { queryOptions } from '@tanstack/react-query'
import { evidenceList, type EvidenceList, type NewEvidence } from '../../../src/know/evidence/evidence.schema.ts'
import { ask, send } from '../../api.ts'

export type Evidence = EvidenceList['evidence'][number]
export type { NewEvidence }

const address = (customerId: string) => `/api/customers/${customerId}/evidence`

export const evidenceQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'evidence'],
    queryFn: ({ signal }) => ask(evidenceList, address(customerId), signal),
  })

export const typeEvidence = (customerId: string, one: NewEvidence) =>
  send(evidenceList, 'POST', address(customerId), one)

export const verifyEvidence = (evidenceId: string, document: string) =>
  send(evidenceList, 'POST', `/api/evidence/${evidenceId}/verify`, { document })

export const takeEvidenceBack = (evidenceId: string) =>
  send(evidenceList, 'POST', `/api/evidence/${evidenceId}/take-back`)
