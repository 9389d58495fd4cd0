// What topics contribute to a person's rights: what their cases were said to be about is theirs to read, and teaches nothing once they are erased.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import { forgetLabelsOf, labelsAbout } from './label.sql.ts'

export const topicsPrivacy: readonly TablePrivacy[] = [
  {
    table: 'case_label',
    erase: (ctx, customerId) => forgetLabelsOf(ctx.db, customerId),
    exportRows: (ctx, customerId) => labelsAbout(ctx.db, customerId),
    retention: 'kept',
  },
  ...keepNoPerson('topic'),
]
