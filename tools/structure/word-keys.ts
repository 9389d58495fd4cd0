// Rule: every key a program asks a catalogue for is in it, and every key of it is asked for. Web: t('…') and web/words/en.json.
// Server: say('…') of src/shared/say.ts and src/shared/words/en.json. A key put together at run time shows its group (`state.${…}`, or
// say(t, 'state', …) in the web), or is declared by a comment: words: prefix.*
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, House, Rule } from './house.ts'
import { importsOf, lineAt, lineOf, walk } from './syntax.ts'

const catalogues = [
  { path: 'web/words/en.json', folder: 'web/', asks: 't' },
  { path: 'src/shared/words/en.json', folder: 'src/', asks: 'say' },
] as const

export const wordKeys: Rule = {
  name: 'keys of the catalogues',
  instead:
    'Add the key to the catalogue (en.json), or take the unused one out; name keys put together at run time in a comment: // words: prefix.*',
  find: (house) => catalogues.flatMap((catalogue) => faultsOf(house, catalogue)),
}

interface Asked {
  readonly path: string
  readonly line: number
  readonly key: string
}

function faultsOf(house: House, { path: catalogue, folder, asks }: (typeof catalogues)[number]): readonly Fault[] {
  const [asked, faults] = askedIn(house, folder, asks)
  const file = house.at.get(catalogue)
  if (file === undefined)
    return asked.length === 0 ? faults : [...faults, { path: catalogue, line: 1, what: 'there is no catalogue' }]
  const keys = keysOf(file.text)
  if (keys === undefined) return [{ path: catalogue, line: 1, what: 'not a JSON object of texts' }]
  const bases = new Set([...keys].map(withoutForm))
  const exact = new Set(asked.map(({ key }) => key))
  const prefixes = [...exact].filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1))
  for (const { path, line, key } of asked) {
    const there = key.endsWith('*')
      ? [...keys].some((one) => one.startsWith(key.slice(0, -1)))
      : keys.has(key) || bases.has(key)
    if (!there) faults.push({ path, line, what: `${key} is not in ${catalogue}` })
  }
  for (const key of keys) {
    const used = exact.has(key) || exact.has(withoutForm(key)) || prefixes.some((prefix) => key.startsWith(prefix))
    if (!used)
      faults.push({
        path: catalogue,
        line: lineAt(file.text, Math.max(file.text.indexOf(`"${key.split('.').at(-1) ?? key}"`), 0)),
        what: `nobody asks for ${key}`,
      })
  }
  return faults
}

/** The key without the form that i18next adds for numbers: key_one, key_ordinal_other. */
const withoutForm = (key: string): string => key.replace(/(_ordinal)?_(zero|one|two|few|many|other)$/, '')

function keysOf(text: string): ReadonlySet<string> | undefined {
  const keys = new Set<string>()
  const add = (value: unknown, key: string): boolean => {
    if (typeof value === 'string') return Boolean(keys.add(key))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    return Object.entries(value).every(([name, inner]) => add(inner, key === '' ? name : `${key}.${name}`))
  }
  try {
    return add(JSON.parse(text), '') ? keys : undefined
  } catch {
    return undefined
  }
}

/** Everything the programs of a folder ask for: literal keys, and prefixes ("state.*") declared in comments. */
function askedIn(house: House, folder: string, asks: string): [Asked[], Fault[]] {
  const [asked, faults]: [Asked[], Fault[]] = [[], []]
  for (const { path, text, tree } of productFiles(house, folder)) {
    const declared = declaredIn(path, text)
    asked.push(...declared)
    if (asks === 'say' && !importsOf(tree).some(({ file }) => file === 'src/shared/say.ts')) continue
    walk(tree, (node) => {
      const group = asks === 't' ? groupAsked(node) : undefined
      if (group !== undefined) asked.push({ path, line: lineOf(tree, node), key: group })
      const argument = keyArgument(node, asks)
      if (argument === undefined) return
      const keys = literalKeys(argument)
      for (const key of keys ?? []) asked.push({ path, line: lineOf(tree, node), key })
      if (keys === undefined && declared.length === 0)
        faults.push({
          path,
          line: lineOf(tree, node),
          what: `${asks}(…) with a key put together at run time that no comment declares`,
        })
    })
  }
  return [asked, faults]
}

/** Keys and prefixes that comments declare: `words: state.*, kind.*` behind two slashes. */
function declaredIn(path: string, text: string): readonly Asked[] {
  return [...text.matchAll(/(?:\/\/|\*)[ \t]*words:([^\n]*)/g)].flatMap((match) =>
    (match[1] ?? '')
      .split(/[\s,]+/)
      .filter((key) => /^[\w.:-]+\*?$/.test(key))
      .map((key) => ({ path, line: lineAt(text, match.index), key })),
  )
}

/** `say(t, 'state', code)` of web/words.ts asks for some key of the group. */
function groupAsked(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'say')
    return undefined
  const group = node.arguments[1]
  return group !== undefined && ts.isStringLiteralLike(group) ? `${group.text}.*` : undefined
}

/** What stands as key in t(key, …), i18n.t(key) or <Trans i18nKey=…>; undefined for other nodes. */
function keyArgument(node: ts.Node, asks: string): ts.Node | undefined {
  if (ts.isCallExpression(node)) {
    const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
    return ts.isIdentifier(called) && called.text === asks ? node.arguments[0] : undefined
  }
  if (asks !== 't' || !ts.isJsxAttribute(node) || node.name.getText() !== 'i18nKey') return undefined
  return node.initializer !== undefined && ts.isJsxExpression(node.initializer)
    ? node.initializer.expression
    : node.initializer
}

/** The keys an expression can come to, as `group.*` where only the group shows, or undefined when that shows only at run time. */
function literalKeys(node: ts.Node): readonly string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return node.head.text.endsWith('.') ? [`${node.head.text}*`] : undefined
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalKeys(node.expression)
  if (!ts.isConditionalExpression(node)) return undefined
  const [yes, no] = [literalKeys(node.whenTrue), literalKeys(node.whenFalse)]
  return yes === undefined || no === undefined ? undefined : [...yes, ...no]
}
