// Reads the tree that ARCHITECTURE.md draws: which files and folders it names. Text only; touches no disk.

/**
 * Paths named by the first block of code, relative to the root, folders with a slash at their end. Two blanks of indentation are one level; a
 * line begins with names and goes on with words. Names with … or <…> stand for several, and lines "(when they have code)" for later: left out.
 */
export function pathsInTree(markdown: string): readonly string[] {
  const tree = /^```\w*\n([\s\S]*?)^```/m.exec(markdown)?.[1] ?? ''
  const parents: string[] = []
  return tree.split('\n').flatMap((line) => {
    const level = Math.floor((line.length - line.trimStart().length) / 2)
    const names = namesIn(line)
    const parent = level === 0 ? '' : (parents[level - 1] ?? '')
    const last = names.at(-1)
    if (last?.endsWith('/')) parents[level] = parent + last
    return line.includes('(when they have code)') ? [] : names.map((name) => parent + name)
  })
}

/** The names a line begins with: words like `hear/` or `main.ts`, up to a wide gap or the first word that is none. */
function namesIn(line: string): readonly string[] {
  const words = (line.trim().split(/\s{3,}/)[0] ?? '').split(/\s+/).filter(Boolean)
  const end = words.findIndex((word) => !/^\.?[\w-]+(\/[\w-]+)*(\/|(\.[\w-]+)+)$/.test(word))
  return end < 0 ? words : words.slice(0, end)
}
