// The guard's questions about a draft. Loaded with the first draft that is long enough to be compared.
import { draftCompared, type DraftCompared } from '../../../src/amend/cases/guard/guard.schema.ts'
import { send } from '../../api.ts'

export const compareDraft = (caseId: string, text: string): Promise<DraftCompared> =>
  send(draftCompared, 'POST', `/api/cases/${caseId}/draft/compare`, { text })
