// Rule: a committed file holds nothing of the machine it was made on: no package registry, no path of somebody's disk.
import type { Fault, Rule } from './house.ts'

export const machineTraces: Rule = {
  name: 'traces of a machine',
  instead:
    'Write a relative path, or a default that works anywhere; lock files keep hashes without addresses (.npmrc sees to it).',
  find: (house) =>
    house.files.flatMap(({ path, text }) => {
      if (text.includes('\0') || !(isLock(path) ? lock : trace).test(text)) return []
      return text.split('\n').flatMap((line, index): readonly Fault[] => {
        const found = trace.exec(line)?.[0] ?? (isLock(path) ? lock.exec(line)?.[0] : undefined)
        return found === undefined ? [] : [{ path, line: index + 1, what: found }]
      })
    }),
}

const isLock = (path: string): boolean => /(^|\/)(package-lock|npm-shrinkwrap)\.json$/.test(path)
const trace =
  /(?<![\w.\-/])\/(?:work|root|Users|home\/\w+)\/[\w.]*|\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|\bnpm\.pkg\.github\.com|_auth[T]oken/
const lock = /"resolved":\s*"https?:[^"]*|(?<![\w.\-/])\/(?:work|root)\/|\bregistry\.\w+\.\w+/
