// The first parameter of every use case: the open transaction, one instant, chance, who acts, and `emit` to announce facts.
import type { Actor } from './actor.rules.ts'
import type { FollowUp, House, Sleeper } from './house.ts'
import { addJobs, addLiveEvents, type NewJob, type NewLiveEvent } from './announce.sql.ts'
import { type Database, inTransaction } from '../database/transaction.ts'
import type { Fact } from '../../shared/facts.ts'
import { type Id, idsInTurn, type OrganizationId } from '../../shared/ids.ts'

export interface Context {
  readonly db: Database
  readonly house: House
  readonly organizationId: OrganizationId
  readonly actor: Actor
  /** The instant of this transaction: the same at every call. */
  now(): Date
  /** A new identifier; those of one transaction sort in the order of making. */
  newId<K extends string>(): Id<K>
  /** Announces a fact: the jobs that listen to it are added, and open screens are told, in this transaction. */
  emit(fact: Fact): void
  /** Adds a job by name, for this organization, in this transaction. `key` makes later ones with the same key replace it. */
  addJob(task: string, payload: Readonly<Record<string, string>>, key?: string): void
  /** Keeps a row that only adds to a log (timeline, history, decisions) until the end: it leaves together with the commit. */
  lastly(write: (db: Database) => Promise<unknown>): void
  /** Once the transaction is committed nobody is taken at their word of a moment ago: a session ended, or a key was revoked. */
  forgetCallers(): void
  /** Wakes a waiting part of this process once the transaction is committed. */
  wakeAfter(who: Sleeper): void
}

/** Runs a use case in one transaction for one organization and actor (who may be found inside it). What it announced is written just before the commit. */
export async function withContext<Result>(
  house: House,
  who: {
    readonly organizationId: OrganizationId
    readonly actor: Actor | ((db: Database, at: Date) => Promise<Actor>)
    /** What follows from its facts is done in the same transaction where it can be (`atOnce` of a job). Should that fail, everything is undone
     * and `work` is done a second time, and then leaves it to the jobs. Only for work that may be done twice. */
    readonly isFollowedUp?: boolean
    /** See `How` in transaction.ts. */
    readonly isRedoable?: boolean
    readonly isReading?: boolean
  },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const jobs: NewJob[] = []
  const followUps: { readonly run: FollowUp; readonly payload: Record<string, string> }[] = []
  const stage = { isFollowing: false }
  const events: NewLiveEvent[] = []
  const writes: ((db: Database) => Promise<unknown>)[] = []
  const wake = new Set<Sleeper>()
  const after: (() => void)[] = []
  const at = house.clock.now()
  const addJob: Context['addJob'] = (task, payload, key) => {
    wake.add('jobs')
    jobs.push({
      task,
      payload: { ...payload, organizationId: who.organizationId },
      ...(key === undefined ? {} : { key }),
    })
  }
  const useCase = async (db: Database): Promise<Result> => {
    const actor = typeof who.actor === 'function' ? await who.actor(db, at) : who.actor
    const ctx: Context = {
      db,
      house,
      organizationId: who.organizationId,
      actor,
      now: () => new Date(at),
      newId: idsInTurn(at, house.random),
      addJob,
      emit: (fact) => {
        const { kind, ...ids } = fact
        for (const task of house.listeners[kind] ?? []) {
          const run = who.isFollowedUp === true ? house.atOnce[task] : undefined
          if (run) followUps.push({ run, payload: withoutNulls(ids) })
          else addJob(task, withoutNulls(ids))
        }
        events.push(liveEventOf(fact))
        wake.add('live')
      },
      lastly: (write) => writes.push(write),
      forgetCallers: () => {
        after.push(() => {
          house.callers.forget()
        })
      },
      wakeAfter: (who) => wake.add(who),
    }
    const result = await work(ctx)
    stage.isFollowing = followUps.length > 0
    // What follows may have something that follows itself.
    for (const { run, payload } of followUps) await run(ctx, payload)
    return result
  }
  const tell = (db: Database): Promise<unknown> =>
    Promise.all([
      ...writes.map((write) => write(db)),
      events.length > 0 && addLiveEvents(db, who.organizationId, at, events),
      jobs.length > 0 && addJobs(db, jobs),
    ])
  let result: Result
  try {
    result = await inTransaction(house.pool, who.organizationId, useCase, {
      last: tell,
      isRedoable: who.isRedoable ?? false,
      isReading: who.isReading ?? false,
    })
  } catch (error) {
    if (!stage.isFollowing) throw error
    house.log.warn({ err: error }, 'what follows could not be done at once and is left to a job')
    return withContext(house, { ...who, isFollowedUp: false }, work)
  }
  for (const what of after) what()
  for (const who of wake) house.wake(who)
  return result
}

const withoutNulls = (ids: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).filter((entry): entry is [string, string] => entry[1] !== null))

function liveEventOf(fact: Fact): NewLiveEvent {
  if ('noticedStaffId' in fact) return { kind: fact.kind, objectKind: 'notice', objectId: fact.noticedStaffId }
  if ('caseId' in fact) return { kind: fact.kind, objectKind: 'case', objectId: fact.caseId }
  if ('conversationId' in fact) return { kind: fact.kind, objectKind: 'conversation', objectId: fact.conversationId }
  if ('channelId' in fact) return { kind: fact.kind, objectKind: 'channel', objectId: fact.channelId }
  if ('staffId' in fact) return { kind: fact.kind, objectKind: 'staff', objectId: fact.staffId }
  return { kind: fact.kind, objectKind: 'organization', objectId: fact.organizationId }
}
