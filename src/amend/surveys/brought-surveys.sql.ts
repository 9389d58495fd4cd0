// Surveys that are brought along, many at once: customers who were asked elsewhere, and what they answered. Their links are not ours.
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, OrganizationId } from '../../shared/ids.ts'
import { closesAfter, type Scores } from './survey.rules.ts'

export interface BroughtSurvey {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly scores: Scores
  readonly words: string
}

export const addManySurveys = (
  db: Database,
  organizationId: OrganizationId,
  surveys: readonly BroughtSurvey[],
): Promise<void> =>
  insertMany(
    db,
    'survey',
    surveys.map(({ caseId, customerId, askedAt, answeredAt, scores, words }) => ({
      ...{ organization_id: organizationId, case_id: caseId, customer_id: customerId, state: 'asked' },
      ...{ chance: 1, setting_version: 0, due_at: askedAt, look_at: askedAt, asked_at: askedAt },
      ...{ closes_at: closesAfter(askedAt), answered_at: answeredAt, ...scores, words },
      version: answeredAt === null ? 0 : 1,
    })),
  )
