// What is read from documents as a claim, and what is not.
import { expect, it } from 'vitest'
import { pathsInTree } from './architecture-tree.ts'
import { linksIn, scriptsIn } from './claims.ts'
import { keyFaults } from './key-table.ts'

const links = (text: string) => linksIn('docs/operating.md', text).map((link) => link.text)

it('finds relative links and pictures, from the root', () => {
  expect(links('[a](glossary.md#words) and ![b](../docs/desk.png "The desk") [c](<decisions/0001-x.md>)')).toEqual([
    'docs/glossary.md',
    'docs/desk.png',
    'docs/decisions/0001-x.md',
  ])
  expect(links('[a]: glossary.md\n<img src="desk.png">')).toEqual(['docs/glossary.md', 'docs/desk.png'])
})

it('takes neither addresses, places in the same document nor code for links', () => {
  expect(
    links('[a](https://example.com/x.md) [b](#here) [c](mailto:a@example.com) `[d](e.md)`\n```\n[f](g.md)\n```'),
  ).toEqual([])
})

it('finds the npm scripts a reader is told to run', () => {
  expect(scriptsIn('Run `npm run check:mutants`, then\nnpm test. Not npm ci.')).toEqual([
    { line: 1, text: 'check:mutants' },
    { line: 2, text: 'test' },
  ])
})

it('reads the tree of the architecture', () => {
  const tree = `words
\`\`\`
README.md  ARCHITECTURE.md
docs/
  decisions/0001-….md       why
src/
  main.ts                   the command line: start
  platform/                 what any server needs
    database/               launcher
    files/  access/ (the policy)  audit/
  learn/
    causes/ economics/      (when they have code)
web/
  pages/<the same nouns>/   one file a page
tools/                      check-structure.ts and others
\`\`\`
`
  expect(pathsInTree(tree)).toEqual([
    'README.md',
    'ARCHITECTURE.md',
    'docs/',
    'src/',
    'src/main.ts',
    'src/platform/',
    'src/platform/database/',
    'src/platform/files/',
    'src/platform/access/',
    'src/learn/',
    'web/',
    'tools/',
  ])
})

it('holds the keys of the guide against those of the desk', () => {
  const source = "const keys = [\n  ['next', 'n'],\n  ['send', 'Ctrl Enter'],\n] as const\n"
  const words = { next: 'Take next', send: 'Send' }
  const [next, send] = ['| `n` | Take next |', '| `Ctrl Enter` | Send |']
  const told = (...lines: readonly string[]) => keyFaults(`| key | what |\n${lines.join('\n')}\n`, source, words)
  expect(told(next, send)).toEqual([])
  expect(told(next)).toEqual([`lacks ${send}`])
  expect(told(next, send, '| `x` | Delete |')).toEqual(['has | `x` | Delete |, which the desk has not'])
  expect(told(send, next)).toEqual(['names the keys in another order than the desk'])
})
