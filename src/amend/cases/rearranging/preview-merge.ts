// What a merge would do, before anybody asks for it: what comes over, which promises run on, who answers for it. Changes nothing.
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { knownFloor } from '../../promises/known-floors.ts'
import { pausesOfCase } from '../../promises/pause.sql.ts'
import { dueWithPauses } from '../../promises/pauses.rules.ts'
import { mergedPromises } from '../../promises/promise-merging.rules.ts'
import { isOwed } from '../../promises/promise.rules.ts'
import { type CasePromise, promisesOfCase } from '../../promises/promise.sql.ts'
import { factsOf, whenDecided } from '../change-case.ts'
import type { KeptCase } from '../case-columns.ts'
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import { findCase } from '../case.sql.ts'
import { decideCase } from '../rules/decide-case.rules.ts'
import { mergingNames, type MergingNames } from './merging-names.sql.ts'
import { unlessMayRearrange, unlessOfOneCustomer } from './rearrange.ts'
import type { MergePreview } from './rearrangement.schema.ts'
import { whoActs } from '../work/take-case.ts'

/** @throws Refusal('wrong-state') for one case, or the cases of two customers; Refusal('not-allowed'), Refusal('not-found') */
export async function previewMerge(ctx: Context, caseId: CaseId, intoId: CaseId): Promise<MergePreview> {
  if (caseId === intoId) throw new Refusal('wrong-state', 'Choose another case than this one.')
  await unlessMayRearrange(ctx, intoId)
  const [from, into] = [await found(ctx, caseId), await found(ctx, intoId)]
  await unlessOfOneCustomer(ctx, from, into)
  const [fromNames, intoNames] = [await mergingNames(ctx.db, caseId), await mergingNames(ctx.db, intoId)]
  return {
    from: sideOf(from, fromNames),
    into: sideOf(into, intoNames),
    no: await whyNot(ctx, from, into),
    messages: fromNames.messages,
    notes: fromNames.notes,
    promises: await owedAfter(ctx, { from, into, fromNames, intoNames }),
    answersForIt: intoNames.owner ?? intoNames.duty,
    endsWaiting: [from, into].some(({ current }) => current.state === 'waiting-for-customer'),
  }
}

async function found(ctx: Context, caseId: CaseId): Promise<KeptCase> {
  const kept = await findCase(ctx.db, caseId)
  if (!kept) throw new Refusal('not-found', 'There is no such case.')
  return kept
}

const sideOf = ({ caseId, matter, current, number: _number }: KeptCase, names: MergingNames): MergePreview['from'] => ({
  ...{ caseId, number: names.number, matter, state: current.state, version: current.version, owner: names.owner },
  receivedAt: current.receivedAt.toISOString(),
})

/** The rules are asked what they would say. */
async function whyNot(ctx: Context, from: KeptCase, into: KeptCase): Promise<string | null> {
  const by = whoActs(ctx)
  const { ownerStaffId, aboutStaffIds, acknowledgedAt } = from.current
  const taking = { what: 'case', from: from.caseId, ownerStaffId, aboutStaffIds, acknowledgedAt } as const
  const asked: readonly (readonly [KeptCase, CaseCommand])[] = [
    [from, { do: 'merge-into', by, into: into.caseId }],
    [into, { do: 'take-in', by, taking }],
  ]
  for (const [kept, command] of asked) {
    const decision = decideCase(kept.current, command, whenDecided(ctx, kept), (await factsOf(ctx, kept)).facts)
    if (decision.outcome === 'refused') return decision.sentence
  }
  return null
}

interface Both {
  readonly from: KeptCase
  readonly into: KeptCase
  readonly fromNames: MergingNames
  readonly intoNames: MergingNames
}

/** The promises of a case with its clock running: whoever waited for the customer waits no longer. */
async function runningPromises(ctx: Context, { caseId, floorVersion }: KeptCase): Promise<readonly CasePromise[]> {
  const { calendar, policy } = await knownFloor(ctx, floorVersion)
  const pauses = (await pausesOfCase(ctx.db, caseId)).map((one) => ({ ...one, until: one.until ?? ctx.now() }))
  const promises = await promisesOfCase(ctx.db, caseId)
  return promises.map((one) => ({ ...one, dueAt: dueWithPauses(calendar, one, pauses, policy) }))
}

async function owedAfter(ctx: Context, { from, into, fromNames, intoNames }: Both): Promise<MergePreview['promises']> {
  const [comes, stays] = [await runningPromises(ctx, from), await runningPromises(ctx, into)]
  const isAcknowledged = (from.current.acknowledgedAt ?? into.current.acknowledgedAt) !== null
  const changed = mergedPromises(comes, stays, { into: into.caseId, at: ctx.now(), isAcknowledged })
  const after = new Map(changed.map((promise) => [promise.promiseId, promise]))
  const line = (promise: CasePromise, number: string) => ({
    ...{ kind: promise.kind, about: promise.about, dueAt: promise.dueAt.toISOString(), number },
    runsOn: after.get(promise.promiseId)?.status !== 'merged',
  })
  return [
    ...comes.filter(isOwed).map((promise) => line(promise, fromNames.number)),
    ...stays.filter(isOwed).map((promise) => line(promise, intoNames.number)),
  ].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}
