// First layer against hostile mail: what is left of its HTML is text, tables, lists and pictures that came with it. Nothing runs,
// nothing is fetched, nothing covers the page, nothing can be sent. The frame and the page's policy are the other layers.
import purifier, { type Config } from 'dompurify'

export interface CleanMail {
  readonly html: string
  /** Addresses the mail links to, in order, each once. Shown as text; in the mail itself links lead nowhere. */
  readonly links: readonly string[]
  /** Pictures and styles that would have been fetched from elsewhere. */
  readonly remoteParts: number
}

const config: Config = {
  ALLOWED_TAGS: (
    'a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead ' +
    'time tr tt u ul var wbr'
  ).split(' '),
  ALLOWED_ATTR: (
    'abbr align alt bgcolor border cellpadding cellspacing cite color colspan dir face height href lang nowrap rowspan scope size ' +
    'span src start style title type valign width'
  ).split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp);base64,)/i,
  SANITIZE_NAMED_PROPS: true,
  FORCE_BODY: true,
}

/** Style properties that neither move a box out of its place nor name an address. */
const calmStyles = new Set(
  (
    'background-color border border-bottom border-collapse border-color border-left border-radius border-right border-spacing ' +
    'border-style border-top border-width color display font font-family font-size font-style font-weight height letter-spacing ' +
    'line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-width min-width padding ' +
    'padding-bottom padding-left padding-right padding-top text-align text-decoration text-indent text-transform vertical-align ' +
    'white-space width word-break'
  ).split(' '),
)
/** Anything that could fetch, run or reach outside, in any spelling CSS allows. */
const wildStyle = /url|image|expression|import|var\(|attr\(|env\(|@|\\|\/\*|javascript|calc\(\s*-|(^|[\s(:])-\d/i

const inPlace = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i
const outside = /^(?:https?:|\/\/)/i

/**
 * Asked of the prototype: a form can hide its own methods behind a field named like one, as in `<input name=getAttribute>`.
 * Hooks are given text nodes as well.
 */
const attributeOf = (node: Node, name: string): string =>
  node instanceof Element ? (Element.prototype.getAttribute.call(node, name) ?? '').trim() : ''

/** Pictures that came with a mail, by their Content-ID: what `cid:` addresses name, as `data:` addresses. */
export type Pictures = ReadonlyMap<string, string>

/** The Content-ID of a `cid:` address (RFC 2392), or null for any other address. */
export function contentIdOf(address: string): string | null {
  const said = /^cid:(.{1,1000})$/is.exec(address.trim())?.[1]
  if (said === undefined) return null
  try {
    return decodeURIComponent(said)
  } catch {
    return said
  }
}

/** Cleans the HTML of one mail. Any string goes in; what comes out is safe to show in a frame without scripts. */
export function cleanMail(html: string, pictures: Pictures = new Map()): CleanMail {
  const links = new Set<string>()
  let remoteParts = 0
  purifier.removeAllHooks()
  purifier.addHook('beforeSanitizeAttributes', (node) => {
    if (attributeOf(node, 'background') !== '' || outside.test(attributeOf(node, 'src'))) remoteParts++
  })
  purifier.addHook('uponSanitizeAttribute', (node, attribute) => {
    if (attribute.attrName === 'href') {
      const address = attribute.attrValue.trim()
      if (/^(?:https?|mailto|tel):/i.test(address)) links.add(address.slice(0, 2000))
      attribute.keepAttr = false
    }
    if (attribute.attrName === 'src') {
      const contentId = contentIdOf(attribute.attrValue)
      if (contentId !== null) attribute.attrValue = pictures.get(contentId) ?? ''
      attribute.keepAttr = node instanceof HTMLImageElement && inPlace.test(attribute.attrValue)
    }
    if (attribute.attrName === 'style') attribute.attrValue = calmStyle(attribute.attrValue)
  })
  const clean = purifier.sanitize(html, config)
  purifier.removeAllHooks()
  return { html: clean, links: [...links], remoteParts }
}

/** The declarations that stay: known properties with values that name no address and push nothing out of its box. */
export function calmStyle(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => {
      const colon = declaration.indexOf(':')
      if (colon === -1 || wildStyle.test(declaration.slice(colon + 1))) return false
      return calmStyles.has(declaration.slice(0, colon).trim().toLowerCase())
    })
    .join('; ')
}
