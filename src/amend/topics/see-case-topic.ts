// What a case is about: what people said, and where they said nothing yet, what it is likely to be.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId } from '../../shared/ids.ts'
import { tellAspect } from './school.ts'
import { labelledCase } from './topic.sql.ts'
import type { Aspect, CaseTopic, Told } from './topic.schema.ts'

/** @throws Refusal('not-found') */
export async function seeCaseTopic(ctx: Context, caseId: CaseId): Promise<CaseTopic> {
  const known = await labelledCase(ctx.db, caseId)
  if (!known) throw new Refusal('not-found', 'There is no such case.')
  // One after the other: they share a connection.
  const topic = await told(ctx, 'topic', known.topicId, known.text)
  return { topic, stage: await told(ctx, 'stage', known.stage, known.text) }
}

async function told(ctx: Context, aspect: Aspect, value: string | null, text: string): Promise<Told> {
  if (value !== null) return { value, guess: null, abstains: null }
  return { value, ...(await guessAbout(ctx, aspect, text)) }
}

/** A suggestion that cannot be worked out is no reason to show nothing of the case. */
export async function guessAbout(
  ctx: Context,
  aspect: Aspect,
  text: string,
): Promise<Pick<Told, 'guess' | 'abstains'>> {
  try {
    return await tellAspect(ctx, aspect, text)
  } catch (error) {
    ctx.house.log.error({ err: error, aspect }, 'what a case is about could not be worked out')
    return { guess: null, abstains: 'broken' }
  }
}
