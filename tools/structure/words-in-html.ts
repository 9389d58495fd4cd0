// Rule: HTML that the server writes says no word of its own; every word a person reads comes from the catalogue.
import ts from 'typescript'
import { productFiles } from './house.ts'
import type { Rule } from './house.ts'
import { faultsOfNodes, literalText } from './syntax.ts'

export const wordsInHtml: Rule = {
  name: 'words in HTML',
  instead: "Put the words into src/shared/words/en.json and write ${escapeHtml(say('their.key'))}.",
  find: (house) =>
    productFiles(house, 'src/').flatMap(({ tree }) =>
      faultsOfNodes(tree, (node) => {
        const html = literalText(node, '')
        if (html === undefined || ts.isImportDeclaration(node.parent)) return undefined
        const words = wordsOf(html)
        return words === '' ? undefined : `the literal text "${words.slice(0, 60)}"`
      }),
    ),
}

/** What a browser shows of a text as words of a page; nothing where it closes no element, because then it is no HTML. */
function wordsOf(html: string): string {
  if (!/<\/[a-z][a-z0-9]*>/.test(html)) return ''
  const spoken = [...html.matchAll(/\s(?:title|alt|placeholder|aria-label)="([^"]*)"/g)].map((match) => match[1] ?? '')
  const between = html.replace(/<(style|script)\b[^>]*>[^]*?<\/\1>/g, '').replace(/<[a-z!/][^>]*>/gi, '')
  const words = [between, ...spoken].map((text) => text.replace(/&#?\w+;/g, '').trim())
  return words
    .filter((text) => /\p{L}/u.test(text))
    .join(' ')
    .replace(/\s+/g, ' ')
}
