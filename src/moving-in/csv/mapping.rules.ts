// Which column fills which field: proposed by the names of the columns, and refused where a column says what a customer is worth.
import { type FieldName, fieldsOf, foldedHeader, type ImportKind } from './fields.rules.ts'

/** Field → the place of its column, from 0. */
export type Mapping = Readonly<Partial<Record<FieldName, number>>>

/** Names that say worth or status, as whole words of a folded header. */
const worth =
  /\b(vips?|tiers?|priority|prioritaet|prioritat|priorite|prioridad|priorita|clv|cltv|ltv|lifetime value|customer value|kundenwert|valeur client|valor del cliente|valore cliente|scores?|scoring|segments?|segmento|grades?|ratings?|ranks?|rang|ranking|importance|important|importancia|importanza|wichtig|wichtigkeit|worth|class|kundenklasse|abc|loyalty (level|status)|customer (class|level|status|type)|kundenstatus|stufe|status client|gold|platinum|platin|premium|a kunde)\b/

/** How content somebody was with what was done says nothing of what they are worth. */
const content = /^(customer )?(satisfaction|csat)( (rating|score))?$/

/** In words, why a column of this name fills nothing; null where it may. */
export const whyBarred = (header: string): string | null =>
  worth.test(foldedHeader(header)) && !content.test(foldedHeader(header))
    ? 'Amends knows the worth of a customer by evidence only: what they bought, and whom they brought. Nobody marks a customer important, and no table does.'
    : null

/** The likeliest column of each field, each column once. Columns that say worth are passed over. */
export function proposeMapping(kind: ImportKind, headers: readonly string[]): Mapping {
  const folded = headers.map((header) => (whyBarred(header) === null ? foldedHeader(header) : null))
  const chosen: Partial<Record<FieldName, number>> = {}
  const taken = new Set<number>()
  // Names that are meant by one field only come first, so that a common one such as "name" is left to whom it belongs.
  const wishes = fieldsOf(kind)
    .flatMap(({ name, headers: wanted }) => wanted.map((header, rank) => ({ name, header, rank })))
    .sort((one, other) => one.rank - other.rank)
  for (const { name, header } of wishes) {
    const at = folded.findIndex((one, place) => one === header && !taken.has(place))
    if (at < 0 || chosen[name] !== undefined) continue
    chosen[name] = at
    taken.add(at)
  }
  return chosen
}

/** What stands against a mapping, a sentence each: a column that says worth, one that does not exist or is used twice, a field that is missing. */
export function faultsOfMapping(kind: ImportKind, headers: readonly string[], mapping: Mapping): readonly string[] {
  const faults: string[] = []
  const fields = fieldsOf(kind)
  const used = new Set<number>()
  for (const [name, at] of Object.entries(mapping)) {
    const header = headers[at]
    if (!fields.some((field) => field.name === name)) faults.push(`These rows have no field "${name}".`)
    else if (header === undefined) faults.push(`There is no column ${String(at + 1)}.`)
    else if (used.has(at)) faults.push(`The column "${header}" is used twice.`)
    const barred = header === undefined ? null : whyBarred(header)
    if (barred !== null) faults.push(`The column "${header ?? ''}" cannot be used. ${barred}`)
    used.add(at)
  }
  const isFilled = (name: FieldName): boolean => mapping[name] !== undefined
  for (const { name, isNeeded } of fields)
    if (isNeeded === true && !isFilled(name)) faults.push(`Nothing is brought without a column for "${name}".`)
  for (const mark of ['one of', 'one of the ends'] as const) {
    const either = fields.filter(({ isNeeded }) => isNeeded === mark).map(({ name }) => name)
    if (either.length > 0 && !either.some(isFilled))
      faults.push(`Nothing is brought without a column for ${either.map((name) => `"${name}"`).join(' or ')}.`)
  }
  return faults
}
