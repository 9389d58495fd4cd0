// The list of keys in the guide against the one that the pages show: the same keys, the same words, the same order. Text only; touches no disk.

/**
 * What stands in one list and not in the other, as sentences.
 * @param source web/components/shortcuts.ts, whose commands without a key are left out @param words the `keys` of web/words/en.json
 */
export function keyFaults(
  markdown: string,
  source: string,
  words: Readonly<Record<string, string>>,
): readonly string[] {
  const shown = [...source.matchAll(/^ {2}\['(\w+)', '([^']+)'\],$/gm)].map(
    ([, name = '', key = '']) => `| \`${key}\` | ${words[name] ?? ''} |`,
  )
  const told = markdown.split('\n').filter((line) => line.startsWith('| `'))
  const missing = shown.filter((line) => !told.includes(line)).map((line) => `lacks ${line}`)
  const strange = told.filter((line) => !shown.includes(line)).map((line) => `has ${line}, which the desk has not`)
  if (missing.length + strange.length > 0) return [...missing, ...strange]
  return told.join('\n') === shown.join('\n') ? [] : ['names the keys in another order than the desk']
}
