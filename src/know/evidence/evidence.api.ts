// Routes about evidence that people here type, verify and take back.
import { z } from 'zod'
import { type AnyRoute, route } from '../../platform/http/route.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { evidenceList, typeEvidence as typed, verifyEvidence as verified } from './evidence.schema.ts'
import { seeEvidence } from './see-evidence.ts'
import { takeEvidenceBack, typeEvidence } from './type-evidence.ts'
import { verifyEvidence } from './verify-evidence.ts'

const params = z.object({ customerId: idOf<'customer'>() })
const oneOf = z.object({ evidenceId: idOf<'evidence'>() })

export const evidenceRoutes: readonly AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/evidence', permission: 'customer.read', params },
    summary: 'What people here typed of a person, and what it weighs: nothing until it is verified.',
    response: evidenceList,
    answer: (ctx, input) => seeEvidence(ctx, input.params.customerId),
  }),
  route({
    ...{ method: 'POST', url: '/api/customers/:customerId/evidence', permission: 'evidence.type', params },
    summary: 'Say that a person bought something, or came by somebody. It is a claim, and no figure counts it.',
    ...{ body: typed, response: evidenceList },
    answer: (ctx, input) => typeEvidence(ctx, input.params.customerId, input.body),
  }),
  route({
    ...{ method: 'POST', url: '/api/evidence/:evidenceId/verify', permission: 'evidence.type', params: oneOf },
    summary: 'Say which document shows it; never by whoever typed it.',
    ...{ body: verified, response: evidenceList },
    answer: (ctx, input) => verifyEvidence(ctx, input.params.evidenceId, input.body.document),
  }),
  route({
    ...{ method: 'POST', url: '/api/evidence/:evidenceId/take-back', permission: 'evidence.type', params: oneOf },
    summary: 'Take back a claim of one’s own.',
    ...{ body: z.strictObject({}).nullish(), response: evidenceList },
    answer: (ctx, input) => takeEvidenceBack(ctx, input.params.evidenceId),
  }),
]
