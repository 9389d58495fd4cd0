// What a document claims that can be looked up: files it links to and npm scripts it names. Text only; touches no disk.
import { posix } from 'node:path'

export interface Claim {
  readonly line: number
  readonly text: string
}

/** Relative links and pictures, as paths from the root, without their #place. Code is skipped. */
export function linksIn(path: string, markdown: string): readonly Claim[] {
  return withoutCode(markdown).flatMap(({ line, text }) => {
    const targets = [
      ...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g),
      ...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/g),
      ...text.matchAll(/\b(?:src|href)="([^"]+)"/g),
    ]
    return targets.flatMap(([, target = '']) => {
      const file = decodeURI(target.replace(/[#?].*$/, ''))
      if (file === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(file)) return []
      return [{ line, text: file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(path), file) }]
    })
  })
}

/** Scripts of package.json that the document tells its reader to run, in code or not. */
export function scriptsIn(markdown: string): readonly Claim[] {
  return markdown.split('\n').flatMap((text, index) => {
    const named = [...text.matchAll(/\bnpm run ([\w:.-]*\w)/g)].map((match) => match[1] ?? '')
    const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map((match) => match[1] ?? '')
    return [...named, ...short].map((script) => ({ line: index + 1, text: script }))
  })
}

function withoutCode(markdown: string): readonly Claim[] {
  let inCode = false
  return markdown.split('\n').flatMap((text, index) => {
    const isFence = /^\s*(```|~~~)/.test(text)
    if (isFence) inCode = !inCode
    return isFence || inCode ? [] : [{ line: index + 1, text: text.replace(/`[^`]*`/g, '') }]
  })
}
