// A person says what a case is about, or takes it back; the desk learns from it.
import { logDecision } from '../../platform/decisions/log-decision.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId } from '../../shared/ids.ts'
import { findCase, saveLabel } from '../cases/case.sql.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { addLabel } from './label.sql.ts'
import { guessAbout } from './see-case-topic.ts'
import { labelledCase, topicsOf } from './topic.sql.ts'
import { journeyStage, type NewLabel } from './topic.schema.ts'

/** What was said already is not said twice.
 * @throws Refusal('not-found') for no case, Refusal('invalid') for a topic or stage that there is not */
export async function labelCase(ctx: Context, caseId: CaseId, { aspect, value }: NewLabel): Promise<void> {
  const staffId = whoActs(ctx)
  const [kept, known] = [await findCase(ctx.db, caseId), await labelledCase(ctx.db, caseId)]
  if (!kept || !known) throw new Refusal('not-found', 'There is no such case.')
  const before = aspect === 'topic' ? known.topicId : known.stage
  if (before === value) return
  if (value !== null) await unlessNone(ctx, aspect, value)
  const { guess } = before === null ? await guessAbout(ctx, aspect, known.text) : { guess: null }
  await addLabel(ctx.db, ctx.organizationId, { aspect, caseId, value, staffId, at: ctx.now() })
  await saveLabel(ctx.db, caseId, aspect, value)
  logDecision(ctx, {
    ...{ kind: aspect, customerId: kept.customerId, caseId, chosen: value ?? 'none' },
    alternatives: [...new Set([before ?? 'none', ...(guess ? [guess.value] : [])])].filter((one) => one !== value),
    inputs: { before, guess: guess?.value ?? null, probability: guess?.probability ?? null },
    policyVersion: 1,
    reason:
      value === null
        ? 'A person took back what the case was said to be about.'
        : 'A person said what the case is about.',
  })
  ctx.emit({ kind: 'case.changed', caseId })
}

async function unlessNone(ctx: Context, aspect: NewLabel['aspect'], value: string): Promise<void> {
  const isThere =
    aspect === 'stage'
      ? journeyStage.safeParse(value).success
      : (await topicsOf(ctx.db)).some((one) => one.topicId === value && !one.isArchived)
  if (!isThere) throw new Refusal('invalid', `There is no such ${aspect}.`, { '/value': 'is none that there is' })
}
