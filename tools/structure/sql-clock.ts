// Rule: SQL never asks the database what time it is; time is a parameter, so that stories can move it.
import type { Fault, House, Rule } from './house.ts'
import { suffixOf } from './rooms.ts'
import { sqlTextsOf, withoutComments } from './sql-text.ts'
import type { SqlPart } from './sql-text.ts'
import { lineAt } from './syntax.ts'

export const sqlClock: Rule = {
  name: 'the clock in SQL',
  instead: 'Hand ctx.now() in as a parameter; a column for a time has no default.',
  find: (house) =>
    partsOf(house).flatMap(({ path, part }) =>
      [...part.text.matchAll(asksTime)].map((match): Fault => ({
        path,
        line: part.line + lineAt(part.text, match.index) - 1,
        what: `${match[0].trim()} asks the database for the time`,
      })),
    ),
}

const asksTime =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b|'(?:now|today|tomorrow|yesterday)'\s*::\s*\w+/gi

function partsOf(house: House): readonly { readonly path: string; readonly part: SqlPart }[] {
  return house.files.flatMap(({ path, text, tree }) => {
    if (/^migrations\/.*\.sql$/.test(path)) return [{ path, part: { text: withoutComments(text), line: 1 } }]
    if (tree === undefined || !path.startsWith('src/') || suffixOf(path) !== 'sql') return []
    return sqlTextsOf(tree).map((part) => ({ path, part }))
  })
}
