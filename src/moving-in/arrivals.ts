// The lines of one request on their way in: which are known, what each id became, and which are refused and why.
import type { Context } from '../platform/context/context.ts'
import type { HistoryLine, HistoryTaken } from './history.schema.ts'
import { addSourceRecords, recordsOf, type SourceKind, type SourceRecord } from './source-record.sql.ts'

export interface Arrival<Line extends HistoryLine = HistoryLine> {
  readonly at: number
  readonly line: Line
}

export interface Arrivals {
  /** Lines of a kind that are new, each id once. */
  fresh<Kind extends SourceKind>(kind: Kind): readonly Arrival<Extract<HistoryLine, { kind: Kind }>>[]
  /** What an id of theirs is here; undefined where it is nothing. */
  idOf(kind: SourceKind, sourceId: string): string | undefined
  /** This line became that. */
  took(arrival: Arrival, objectId: string): void
  /** This line is what was here before. */
  found(arrival: Arrival, objectId: string): void
  /** An address that came with a line. */
  tookAddress(arrival: Arrival, identityId: string): void
  refuse(arrival: Arrival, why: string): void
  /** Writes down what became what. */
  settle(): Promise<HistoryTaken>
}

/** Whose numbers these are, and what is to be written down beside what a line became: which table brought it, and by what it is known again. */
export interface Origin {
  readonly source: string
  readonly importId: string | null
  readonly marksOf: (at: number) => Pick<SourceRecord, 'digest' | 'line'>
  /** Lines from this one on were looked up before, and are nothing here yet. */
  readonly newFrom?: number
}

/** Of a program that hands history in: it has numbers of one system only. */
export const ofHistory: Origin = { source: '', importId: null, marksOf: () => ({ digest: null, line: null }) }

/** Looks up every id that the lines name. */
export async function receive(ctx: Context, lines: readonly HistoryLine[], origin: Origin): Promise<Arrivals> {
  const named = namedIn(lines, origin.newFrom ?? lines.length)
  const known = new Map<string, string>()
  for (const [kind, ids] of named)
    for (const [sourceId, objectId] of await recordsOf(ctx.db, origin.source, kind, [...ids]))
      known.set(`${kind} ${sourceId}`, objectId)
  const before = new Set(known.keys())
  const refused: HistoryTaken['refused'] = []
  const added: SourceRecord[] = []
  const seen = new Set<string>()
  const fresh = lines.flatMap((line, at): readonly Arrival[] => {
    const key = `${line.kind} ${line.id}`
    if (before.has(key) || seen.has(key)) return []
    seen.add(key)
    if (line.id.trim() !== '') return [{ at, line }]
    refused.push({ line: at, kind: line.kind, id: line.id, why: 'Nothing of its number can be kept.' })
    return []
  })
  const unnamed = refused.length
  const addresses: SourceRecord[] = []
  const write = ({ at, line }: Arrival, objectId: string, wasHere: boolean): void => {
    known.set(`${line.kind} ${line.id}`, objectId)
    added.push({ kind: line.kind, sourceId: line.id, objectId, wasHere, ...origin.marksOf(at) })
  }
  return {
    fresh: (kind) => fresh.filter(({ line }) => line.kind === kind) as never,
    idOf: (kind, sourceId) => known.get(`${kind} ${sourceId}`),
    took: (arrival, objectId) => {
      write(arrival, objectId, false)
    },
    found: (arrival, objectId) => {
      write(arrival, objectId, true)
    },
    tookAddress: ({ at }, identityId) => {
      if (origin.importId === null) return
      const { line } = origin.marksOf(at)
      addresses.push({
        kind: 'identity',
        sourceId: identityId,
        objectId: identityId,
        wasHere: false,
        digest: null,
        line,
      })
    },
    refuse: ({ at, line }, why) => {
      refused.push({ line: at, kind: line.kind, id: line.id, why })
    },
    settle: async () => {
      await addSourceRecords(ctx.db, ctx.organizationId, origin, [...added, ...addresses], ctx.now())
      return {
        taken: added.length,
        known: lines.length - fresh.length - unnamed,
        refused: refused.sort((a, b) => a.line - b.line),
      }
    },
  }
}

function namedIn(lines: readonly HistoryLine[], newFrom: number): ReadonlyMap<SourceKind, ReadonlySet<string>> {
  const named = new Map<SourceKind, Set<string>>()
  const name = (kind: SourceKind, id: string): void => {
    named.set(kind, (named.get(kind) ?? new Set()).add(id))
  }
  for (const [at, line] of lines.entries()) {
    if (at < newFrom) name(line.kind, line.id)
    if ('customer' in line) name('customer', line.customer)
    if (line.kind === 'refund') name('order', line.order)
    if (line.kind === 'complaint') for (const { author } of line.said) if (author !== null) name('customer', author)
    if (line.kind === 'referral') {
      name('customer', line.from)
      name('customer', line.to)
    }
  }
  return named
}

/** Nothing happened in the future. */
export const isPast = (ctx: Context, time: string): boolean => new Date(time) <= ctx.now()
