// The filter of the register as it stands in the address of the page: what means nothing there is left out.
import { registerFilter } from '../../../src/amend/register/register.schema.ts'
import { viewFilter, type ViewFilter } from '../../../src/amend/register/saved-view.schema.ts'

export type { ViewFilter }

/** Reads an address. Words that look like a number come as one. */
export function readSearch(search: Readonly<Record<string, unknown>>): ViewFilter {
  const kept = Object.entries(viewFilter.shape).flatMap(([name, shape]) => {
    const value = search[name]
    const read = shape.safeParse(typeof value === 'number' ? String(value) : value)
    return read.success && read.data !== undefined ? [[name, read.data] as const] : []
  })
  const read = viewFilter.parse(Object.fromEntries(kept))
  return read.sort === 'received' ? { ...read, sort: undefined } : read
}

/** What is asked for, without what is not. */
export const askedIn = (filter: ViewFilter): ViewFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

/** The same words for the same filter, in whatever order it was made. */
export function wordsOf(filter: ViewFilter): string {
  const asked = Object.entries(askedIn(filter)).map(([name, value]) => [name, value ?? ''])
  return new URLSearchParams(asked.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))).toString()
}

/** How many things a filter asks. The order is none of them. */
export const asksOf = (filter: ViewFilter): number =>
  Object.keys(askedIn(filter)).filter((name) => name in registerFilter.shape).length
