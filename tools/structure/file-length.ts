// Rule: files stay short enough to be read at a sitting.
import { isGenerated, isTest } from './house.ts'
import type { Fault, Rule } from './house.ts'

export const fileLength: Rule = {
  name: 'file length',
  instead:
    'Split the file by use case or by question; past 250 lines give a reason (// Long because: …) in the first five lines, past 400 there is none.',
  find: (house) =>
    house.files.flatMap(({ path, text }): readonly Fault[] => {
      if (!/^(src|web|tools|bench|tests)\/.*\.(tsx?|m?js|css)$/.test(path)) return []
      const lines = text.replace(/\n$/, '').split('\n')
      const loose = isTest(path)
      const refused = loose ? 600 : 400
      if (isGenerated(path)) return []
      if (lines.length > refused)
        return [{ path, line: refused + 1, what: `${String(lines.length)} lines, ${String(refused)} is the end` }]
      const hasReason = lines.slice(0, 5).some((line) => /^\s*(\/\/|\/?\*)\s*Long because: \S/.test(line))
      return loose || lines.length <= 250 || hasReason
        ? []
        : [{ path, line: 251, what: `${String(lines.length)} lines without a reason` }]
    }),
}
