// For the tests of the structure rules: where a rule finds fault in a house of a few planted files, as "path:line what".
import { houseOf } from './house.ts'
import type { Rule } from './house.ts'

export const faultsIn = (rule: Rule, texts: Readonly<Record<string, string>>): readonly string[] =>
  rule.find(houseOf(texts)).map(({ path, line, what }) => `${path}:${String(line)} ${what}`)
