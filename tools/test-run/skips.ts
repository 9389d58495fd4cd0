// Which skipped tests are in order. Where everything that tests need is there ($AMENDS_SHARED, or CI), only those on a short committed list are.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SkippedTest } from './tally.ts'

/** Name → reason. A name is `file`, `file > suite` or `file > suite > test` and covers everything below it. */
export type AllowedSkips = Readonly<Record<string, string>>

const list = 'tests/allowed-skips.json'

/** Reads the committed list; an absent one allows nothing. Throws with a sentence when it is not an object of texts. */
export function readAllowedSkips(root: string): AllowedSkips {
  const path = join(root, list)
  if (!existsSync(path)) return {}
  const allowed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const isObject = typeof allowed === 'object' && allowed !== null && !Array.isArray(allowed)
  if (!isObject || !Object.values(allowed).every((reason) => typeof reason === 'string' && reason !== '')) {
    throw new Error(`${list} must be an object: the name of a test → the reason why it may be skipped.`)
  }
  return allowed as AllowedSkips
}

/** Whether every skip must be on the list. */
export function areSkipsStrict(root: string, environment: NodeJS.ProcessEnv): boolean {
  return environment['CI'] === 'true' || existsSync(resolve(root, environment['AMENDS_SHARED'] ?? '../shared'))
}

/** The reason the list gives for a test, or undefined where it is not on it. */
export function allowedReason(name: string, allowed: AllowedSkips): string | undefined {
  return Object.entries(allowed).find(([covered]) => name === covered || name.startsWith(`${covered} > `))?.[1]
}

/** A line for each skipped test with its reason. A suite that is skipped whole says when in its own name: "(needs …)", "(skipped …)". */
export const skipLines = (skipped: readonly SkippedTest[], allowed: AllowedSkips): readonly string[] =>
  skipped.map(({ name, reason }) => {
    const why = reason ?? allowedReason(name, allowed)
    if (why === undefined && /\((?:needs|skipped)[ :]/.test(name)) return `skipped: ${name}`
    return `skipped: ${name}: ${why ?? 'no reason given'}`
  })

/** A sentence for each test that was skipped without being on the list. */
export const unlistedSkips = (skipped: readonly SkippedTest[], allowed: AllowedSkips): readonly string[] =>
  skipped
    .filter(({ name }) => allowedReason(name, allowed) === undefined)
    .map(
      ({ name }) =>
        `"${name}" was skipped although everything it needs should be here: make it run, or give its reason in ${list}.`,
    )
