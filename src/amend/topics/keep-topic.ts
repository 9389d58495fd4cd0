// Makes, renames and archives topics. Whoever archives one keeps the cases that have it.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { mostTopics, saveTopic, type TopicId, topicsOf } from './topic.sql.ts'

/** A new one where no identifier is given.
 * @throws Refusal('not-found'), Refusal('wrong-state') where one in use has the name, or there are too many */
export async function keepTopic(
  ctx: Context,
  topicId: TopicId | null,
  { name, isArchived }: { readonly name: string; readonly isArchived: boolean },
): Promise<TopicId> {
  const staffId = whoActs(ctx)
  const known = await topicsOf(ctx.db)
  if (topicId !== null && !known.some((one) => one.topicId === topicId))
    throw new Refusal('not-found', 'There is no such topic.')
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase()
  if (!isArchived && known.some((one) => one.topicId !== topicId && !one.isArchived && same(one.name)))
    throw new Refusal('wrong-state', 'There is a topic of this name already.')
  if (topicId === null && known.length >= mostTopics)
    throw new Refusal('wrong-state', `There are ${String(mostTopics)} topics already. Rename an archived one instead.`)
  const kept = topicId ?? ctx.newId<'topic'>()
  await saveTopic(ctx.db, ctx.organizationId, { topicId: kept, name, isArchived }, { staffId, at: ctx.now() })
  await recordAudit(ctx, 'topic.changed', { kind: 'topic', id: kept }, { name, isArchived })
  return kept
}
