// Opens a case for a message: number, duty person, floor promises and acknowledgement, all in the transaction that counts the message.
import { logDecision } from '../../platform/decisions/log-decision.ts'
import type { Role } from '../../platform/context/actor.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import { nameConversation } from '../../hear/conversations/name-conversation.ts'
import { noteInteraction } from '../../hear/customers/note-interaction.ts'
import { matterOf } from '../../hear/understanding/matter.rules.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId, PoolId, StaffId } from '../../shared/ids.ts'
import { nameFromRoster, staffNames } from '../calendars/pool.sql.ts'
import type { Floor } from '../promises/floor-policy.sql.ts'
import { knownFloor } from '../promises/known-floors.ts'
import { addFloorPromises, floorDues } from '../promises/make-floor-promises.ts'
import { noteGiving } from './work/note-giving.ts'
import { colleaguesNamed } from './work/colleagues-named.rules.ts'
import { carryOut } from './carry-out.ts'
import type { KeptCase } from './case-columns.ts'
import { countMessage, type HeardMessage } from './case-message.sql.ts'
import { openedCase } from './case.rules.ts'
import { type BegunBeside, begunBeside } from './rules/begin-beside.rules.ts'
import { addCase } from './case.sql.ts'
import { howToOpen } from './opening.sql.ts'

const fromHighest: readonly Role[] = ['administrator', 'lead', 'handler']
const first = ['acknowledgement', 'first-answer', 'final-answer'] as const

/** Opens a case for a message that no case has counted. `aboutBefore` are never named for it, nor are colleagues that the message itself names.
 * @throws Refusal('wrong-state') when nobody may answer for it */
export async function openCase(
  ctx: Context,
  message: HeardMessage,
  aboutBefore: readonly StaffId[],
  beside: BegunBeside | null = null,
): Promise<CaseId> {
  const [{ poolId, floorVersion, casePrefix, number }, colleagues] = await Promise.all([
    howToOpen(ctx.db),
    staffNames(ctx.db),
  ])
  const caseId = ctx.newId<'case'>()
  const named = colleaguesNamed(message.subject, message.text, colleagues)
  const [floor, { dutyStaffId, aboutStaffIds }] = await Promise.all([
    knownFloor(ctx, floorVersion),
    nameDuty(ctx, poolId, colleagues, aboutBefore, named, beside),
  ])
  const namesEverybody = named.includes(dutyStaffId)
  const kind = message.meaning === 'request' ? 'request' : 'complaint'
  const opened = openedCase({ kind, poolId, dutyStaffId, aboutStaffIds, receivedAt: message.receivedAt })
  if (!opened) throw new Error('the roster named somebody it was told to leave out')
  const begun = beside === null ? opened : begunBeside(opened, beside, ctx.now())
  const promised = first.filter((one) => one !== 'acknowledgement' || begun.next.acknowledgedAt === null)
  const kept: KeptCase = {
    ...{ caseId, number, customerId: message.customerId, conversationId: message.conversationId },
    ...{ openingMessageId: message.messageId, matter: matterOf(message.subject, message.text) },
    ...{ floorVersion: floor.policy.version, waitingReason: null, lookAgainAt: null, newsVersion: begun.next.version },
    nextDueAt: firstDue(floor, message.receivedAt, promised),
    current: begun.next,
  }
  await Promise.all([
    addCase(ctx.db, ctx.organizationId, kept, message),
    countMessage(ctx.db, ctx.organizationId, { messageId: message.messageId, caseId, meaning: kind }, ctx.now()),
    addFloorPromises(ctx, caseId, floor, promised, message.receivedAt),
    nameConversation(ctx, message.conversationId, `${casePrefix}-${String(number)}`),
  ])
  noteInteraction(ctx, {
    customerId: kept.customerId,
    kind: 'case',
    caseId,
    messageId: message.messageId,
    details: { what: 'opened', case: kind, number, namesEverybody },
  })
  // The three promises were made in one statement above.
  const effects = begun.effects.filter((effect) => effect.do !== 'make-promise')
  await carryOut(ctx, { kept, floor, next: begun.next }, effects)
  logOpening(ctx, kept, floor.policy.version, named)
  ctx.emit({ kind: 'case.opened', caseId })
  noteGiving(ctx, kept)
  return caseId
}

/** Somebody on duty whom it is not about. Where it names everybody who could answer, one of them does, because a complaint is never left lying:
 * whoever has the highest role, who can have somebody new invited and hand it over to them. All others it names stay left out. */
async function nameDuty(
  ctx: Context,
  poolId: PoolId,
  colleagues: readonly { readonly staffId: StaffId; readonly role: Role }[],
  before: readonly StaffId[],
  named: readonly StaffId[],
  beside: BegunBeside | null,
): Promise<{ readonly dutyStaffId: StaffId; readonly aboutStaffIds: readonly StaffId[] }> {
  const about = [...new Set([...before, ...named])]
  const same = beside?.ownerStaffId ?? beside?.dutyStaffId
  if (same && !about.includes(same) && colleagues.some(({ staffId }) => staffId === same))
    return { dutyStaffId: same, aboutStaffIds: about }
  const free = await nameFromRoster(ctx.db, poolId, about, ctx.now())
  if (free !== null) return { dutyStaffId: free, aboutStaffIds: about }
  for (const role of fromHighest) {
    const lower = colleagues.filter((one) => one.role !== role).map(({ staffId }) => staffId)
    const dutyStaffId = await nameFromRoster(ctx.db, poolId, [...before, ...lower], ctx.now())
    if (dutyStaffId !== null) return { dutyStaffId, aboutStaffIds: about.filter((one) => one !== dutyStaffId) }
  }
  throw new Refusal('wrong-state', 'Nobody is left who may answer for this case. Invite somebody.')
}

function firstDue(floor: Floor, from: Date, kinds: readonly (typeof first)[number][]): Date {
  const dues = floorDues(floor, from)
  return new Date(Math.min(...kinds.map((kind) => dues[kind].getTime())))
}

function logOpening(
  ctx: Context,
  { caseId, customerId, current }: KeptCase,
  policyVersion: number,
  named: readonly StaffId[],
): void {
  const about = { customerId, caseId, policyVersion }
  const ofKind = {
    ...about,
    kind: 'case-kind',
    chosen: current.kind,
    alternatives: ['complaint', 'request'],
    inputs: { rule: 'a plain question without discontent is a request, everything else a complaint' },
    reason:
      current.kind === 'request'
        ? 'The message asks something and names nothing that went wrong.'
        : 'When in doubt, what a person writes is a complaint.',
  }
  const ofPerson = {
    ...about,
    kind: 'duty-person',
    chosen: current.dutyStaffId,
    alternatives: [],
    inputs: { poolId: current.poolId, leftOut: current.aboutStaffIds, named },
    reason: named.includes(current.dutyStaffId)
      ? 'The complaint names everybody who could answer for it. Whoever has the highest role among them does; the others cannot.'
      : 'Whoever was named longest ago is next on the roster; nobody whom the complaint names.',
  }
  logDecision(ctx, ofKind, ofPerson)
}
