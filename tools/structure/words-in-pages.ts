// Rule: no page says a word of its own; every word a person reads comes from the catalogue, so that it can be translated.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Fault, Rule } from './house.ts'
import { lineOf, literalText, walk } from './syntax.ts'

export const wordsInPages: Rule = {
  name: 'words in pages',
  instead: "Put the words into web/words/en.json and say t('their.key').",
  find: (house) =>
    productFiles(house, 'web/').flatMap(({ path, tree }) => {
      const faults: Fault[] = []
      walk(tree, (node) => {
        for (const text of wordsOf(node))
          faults.push({
            path,
            line: lineOf(tree, node),
            what: `the literal text "${text.trim().replace(/\s+/g, ' ').slice(0, 60)}"`,
          })
      })
      return faults
    }),
}

const spoken = new Set([
  'title',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-valuetext',
  'aria-roledescription',
  'placeholder',
  'alt',
  'label',
  'description',
])
/** Whether there is something to translate; the product's own name is not. */
const hasLetters = (text: string): boolean => text.trim() !== 'Amends' && /\p{L}/u.test(text.replace(/&#?\w+;/g, ''))

function wordsOf(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return hasLetters(node.text) && !isKeyCap(node) ? [node.text] : []
  if (ts.isJsxAttribute(node)) {
    if (!spoken.has(node.name.getText())) return []
    const value = node.initializer
    if (value === undefined) return []
    return literalsIn(ts.isJsxExpression(value) ? value.expression : value)
  }
  const isChild = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  return isChild ? literalsIn(node.expression) : []
}

/** One letter as it is printed on a keyboard: <Kbd>j</Kbd>. */
const isKeyCap = (node: ts.JsxText): boolean =>
  node.text.trim().length === 1 &&
  ts.isJsxElement(node.parent) &&
  /^(kbd|key)$/i.test(node.parent.openingElement.tagName.getText())

/** The texts with letters that an expression can come to: itself, both branches of a choice, the right of && and ??. */
function literalsIn(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return []
  const text = literalText(node, '')
  if (text !== undefined) return hasLetters(text) ? [text] : []
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
  const isChoice = ts.isBinaryExpression(node) && /^(&&|\|\||\?\?)$/.test(node.operatorToken.getText())
  return isChoice ? literalsIn(node.right) : []
}
