// Rule: every program file opens by saying what it is.
import type { Fault, Rule } from './house.ts'

export const headerComment: Rule = {
  name: 'header comment',
  instead: 'Open the file with one to three lines of comment: what it is, and what it is not.',
  find: (house) =>
    house.files.flatMap(({ path, text }): readonly Fault[] => {
      const isProgram = /^(src|web|tools|bench|tests)\/.*\.(tsx?|m?js|css|sh)$/.test(path)
      const isMigration = /^migrations\/.*\.sql$/.test(path)
      return (isProgram || isMigration) && !hasHeader(text) ? [{ path, line: 1, what: 'no header comment' }] : []
    }),
}

/** Whether the first line (after a #! line) that is no order to a tool is a comment with words. */
function hasHeader(text: string): boolean {
  const lines = text.replace(/^#!.*\n/, '').split('\n')
  const first = lines.find(
    (line) => line.trim() !== '' && !/^\s*(\/\/|\/\*)\s*(eslint|prettier|@ts-|@vitest|\/ <reference)/.test(line),
  )
  const second = lines[lines.indexOf(first ?? '') + 1] ?? ''
  if (first === undefined) return false
  return /^\s*(\/\/+|\/\*+|--|#)\s*\S*\p{L}/u.test(first) || (/^\s*\/\*+\s*$/.test(first) && /\p{L}/u.test(second))
}
