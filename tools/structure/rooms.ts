// The plan of the house as the structure rules read it: the rooms of src from left to right, and the folders of each room. ARCHITECTURE.md draws
// it, and check-documents.ts compares the two.
import { posix } from 'node:path'

/** Rooms from left to right. A room without an order of its own has an empty list. */
const rooms: readonly (readonly [room: string, folders: readonly string[]])[] = [
  ['shared', []],
  [
    'stats',
    [
      'optimise',
      'special',
      'lifetime-value',
      'survival',
      'mixture',
      'queueing',
      'graph',
      'text',
      'linkage',
      'policy',
      'fairness',
    ],
  ],
  [
    'platform',
    [
      ...[
        'database',
        'context',
        'access',
        'audit',
        'decisions',
        'outside',
        'http',
        'jobs',
        'files',
        'staff',
        'privacy',
      ],
      'webhooks',
    ],
  ],
  ['hear', ['channels', 'customers', 'conversations', 'understanding', 'intake', 'mentions']],
  ['know', ['purchases', 'value', 'word-of-mouth', 'evidence', 'signals']],
  [
    'amend',
    [
      'calendars',
      'promises',
      'grades',
      'conduct',
      'cases',
      'desk',
      'staff-notices',
      'surveys',
      'remedies',
      'topics',
      'register',
      'reports',
    ],
  ],
  ['learn', ['outcomes', 'fairness', 'causes', 'economics', 'loyalty']],
]

/** Right of every room, without an order among themselves: these folders and the files directly in src (wiring, app, main, config). */
const builders = ['first-run', 'moving-in', 'public-api', 'commands']
const outside = { room: 'wiring', rank: rooms.length, folderRank: 0 } as const

export interface Place {
  readonly room: string
  /** How far right the room stands. */
  readonly rank: number
  /** How far right the folder stands in its room. Files beside the folders gather what is in them, so they stand right of all. */
  readonly folderRank: number
}

/** Where a file of src stands, or what is unknown about its folder. Undefined for files outside src. */
export function placeOf(path: string): Place | { readonly unknown: string } | undefined {
  const [top, room, folder, ...rest] = path.split('/')
  if (top !== 'src' || room === undefined) return undefined
  if (folder === undefined || builders.includes(room)) return outside
  const rank = rooms.findIndex(([name]) => name === room)
  const folders = rooms[rank]?.[1]
  if (folders === undefined) return { unknown: `src/${room}` }
  if (rest.length === 0 || folders.length === 0) return { room, rank, folderRank: folders.length }
  const folderRank = folders.indexOf(folder)
  return folderRank < 0 ? { unknown: `src/${room}/${folder}` } : { room, rank, folderRank }
}

/** Whether `to` stands left of `from`, or at the same place. */
export const isLeftOrSame = (from: Place, to: Place): boolean =>
  to.rank < from.rank || (to.rank === from.rank && to.folderRank <= from.folderRank)

/** Where the plan and the folders of src in the order somebody draws them (`src/hear/`, `src/hear/intake/`, …) disagree, a clause each. */
export function disorderIn(drawn: readonly string[]): readonly string[] {
  const disorder: string[] = []
  const reached = new Map<string, number>()
  for (const path of drawn.filter((one) => /^src\/([^/]+\/)+$/.test(one))) {
    const place = placeOf(`${path}x.ts`)
    if (place === undefined || 'unknown' in place) {
      disorder.push(`the plan does not know ${path}`)
      continue
    }
    const isRoom = path.split('/').length === 3
    const [row, rank] = isRoom ? ['src', place.rank] : [place.room, place.folderRank]
    if (rank < (reached.get(row) ?? 0)) disorder.push(`${path} stands further left in the plan`)
    reached.set(row, rank)
  }
  return disorder
}

/** The folder that owns a file: `src/amend/cases` for `src/amend/cases/steps/x.ts`. */
export const folderOf = (path: string): string => posix.dirname(path).split('/').slice(0, 3).join('/')

export type Suffix = 'rules' | 'sql' | 'schema' | 'api' | 'jobs'

/** What the suffix of a file says it is; undefined for a plain file. */
export const suffixOf = (path: string): Suffix | undefined =>
  /\.(rules|sql|schema|api|jobs)\.tsx?$/.exec(path)?.[1] as Suffix | undefined
