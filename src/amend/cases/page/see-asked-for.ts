// What the customer of a case asks for and how bad they say it was, read when a page asks for it: better lists tell more of old cases too.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { whoActs } from '../work/take-case.ts'
import { gravestIn, soughtIn } from './asked-for.rules.ts'
import type { AskedFor } from './case-messages.schema.ts'
import { saidByCustomer } from './said.sql.ts'

/** Read at once: full ones in three languages took 16 to 29 ms on two cores. Who writes more often has said the newest of it again. */
const mostTexts = 12

/** Nothing where the case is about whoever asks. */
export async function seeAskedFor(ctx: Context, caseId: CaseId): Promise<AskedFor> {
  const texts = await saidByCustomer(ctx.db, caseId, whoActs(ctx), mostTexts)
  return { sought: [...soughtIn(texts)], gravest: gravestIn(texts) }
}
