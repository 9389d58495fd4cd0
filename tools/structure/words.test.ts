// What the rules about words catch: text in pages and in the server's HTML, and keys that catalogue and programs do not share.
import { describe, expect, it } from 'vitest'
import { faultsIn } from './planted.fixture.ts'
import { wordKeys } from './word-keys.ts'
import { wordsInHtml } from './words-in-html.ts'
import { wordsInPages } from './words-in-pages.ts'

describe('words in pages', () => {
  const page = (jsx: string) => faultsIn(wordsInPages, { 'web/pages/a.tsx': `export const A = () => ${jsx}` })

  it.each([
    '<p>Hello</p>',
    '<p>{"Hello"}</p>',
    '<img alt="A cat" />',
    '<a aria-label={`Open ${n}`} />',
    '<p>{open ? "Open" : t("closed")}</p>',
    '<p>{open && <b>Open</b>}</p>',
    '<>Grüße</>',
  ])('catches %s', (jsx) => {
    expect(page(jsx)).toHaveLength(1)
  })

  it('lets keys, signs, names of styles, key caps and the name of the product pass', () => {
    expect(
      page(
        '<p className="wide" type="button" alt="" title={t("a.b")}>{t("a.c")} · 3 × &nbsp;{name}{`${a} / ${b}`}</p>',
      ),
    ).toEqual([])
    expect(page('<p><Key>j</Key><b>Amends</b></p>')).toEqual([])
  })
})

describe('words in HTML', () => {
  const file = (html: string) => faultsIn(wordsInHtml, { 'src/hear/a.ts': `export const a = ${html}` })

  it.each([
    '`<h1>Hello</h1>`',
    '`<h1>${a ? "" : say("b")}</h1> Hello`',
    '`<div>${a ? `<b>Hello</b>` : ""}</div>`',
    '"<p>Hello</p>"',
    '`<p title="Hello">${a}</p>`',
  ])('catches %s', (html) => {
    expect(file(html)).toHaveLength(1)
  })

  it('lets tags, values, signs, styles and texts that are no HTML pass', () => {
    expect(file('`<p class="lead" id="x-${a}">${say("b")} · ${c}&nbsp;</p><style>p{color:red}</style>`')).toEqual([])
    expect(file('"Give a file: <name>. Nothing else."')).toEqual([])
  })
})

describe('keys of the catalogues', () => {
  const web = (
    text: string,
    words: unknown = { case: { open: 'Open', count_one: '1 case', count_other: '{{count}} cases' } },
  ) => faultsIn(wordKeys, { 'web/words/en.json': JSON.stringify(words), 'web/pages/a.tsx': text })

  it('lets a page pass that asks for all there is', () => {
    expect(web("t('case.open'); i18n.t(n ? 'case.count' : 'case.open', { count })")).toEqual([])
    expect(web("const a = <Trans i18nKey='case.open' />; // words: case.count*")).toEqual([])
    expect(web('// words: case.*\nt(key)')).toEqual([])
    expect(web('t(`case.${state}`)')).toEqual([])
    expect(web("say(t, 'case', state)")).toEqual([])
  })

  it('catches a missing key, an unused one, and one put together without a word', () => {
    expect(web("t('case.open'); t('case.count'); t('case.shut')")).toEqual([
      'web/pages/a.tsx:1 case.shut is not in web/words/en.json',
    ])
    expect(web("t('case.count')")).toEqual(['web/words/en.json:1 nobody asks for case.open'])
    expect(web("t('case.open'); t('case.count'); t(key)")).toHaveLength(1)
    expect(web("t('case.open'); t('case.count') // words: gone.*")).toEqual([
      'web/pages/a.tsx:1 gone.* is not in web/words/en.json',
    ])
  })

  it("does the same for the server's say", () => {
    const words = { 'src/shared/words/en.json': '{"letter.greeting":"Dear {{name}}"}' }
    const asking = (text: string, from = '../../shared/say.ts') =>
      faultsIn(wordKeys, { ...words, 'src/amend/cases/a.ts': `import { say } from '${from}'\n${text}` })
    expect(asking("say('letter.greeting')")).toEqual([])
    expect(asking("say('letter.greeting'); say('letter.end')")).toHaveLength(1)
    expect(asking("say('any sentence')", './b.ts')).toEqual([
      'src/shared/words/en.json:1 nobody asks for letter.greeting',
    ])
  })
})
