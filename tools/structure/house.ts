// The parsed files that every structure rule looks at, and the shape of a rule. Knows nothing of the rules themselves.
import { posix } from 'node:path'
import ts from 'typescript'

/** One file of the house. `path` is relative to the root, with forward slashes. `tree` is set for TypeScript and JavaScript. */
export interface HouseFile {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile | undefined
}

export interface House {
  readonly files: readonly HouseFile[]
  readonly at: ReadonlyMap<string, HouseFile>
}

/** One place where a rule is broken. `line` counts from 1; `what` says what stands there. */
export interface Fault {
  readonly path: string
  readonly line: number
  readonly what: string
}

export interface Rule {
  readonly name: string
  /** One sentence that says what to do instead. */
  readonly instead: string
  readonly find: (house: House) => readonly Fault[]
}

const kinds: Readonly<Record<string, ts.ScriptKind>> = {
  '.ts': ts.ScriptKind.TS,
  '.tsx': ts.ScriptKind.TSX,
  '.js': ts.ScriptKind.JS,
  '.mjs': ts.ScriptKind.JS,
}

/** Parses texts by path into a house. Files that are no program keep their text only. */
export function houseOf(texts: Readonly<Record<string, string>>): House {
  const files = Object.entries(texts).map(([path, text]): HouseFile => {
    const kind = kinds[posix.extname(path)]
    const tree = kind === undefined ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind)
    return { path, text, tree }
  })
  return { files, at: new Map(files.map((file) => [file.path, file])) }
}

/** Tests, and what only tests use: they may import anything and be longer. */
export const isTest = (path: string): boolean =>
  path.startsWith('tests/') ||
  /\.test\.tsx?$/.test(path) ||
  /(^|\/)fixtures?\//.test(path) ||
  /\.fixtures?\.ts$/.test(path)

/** Files made by a program, which no person edits. */
export const isGenerated = (path: string): boolean => path === 'src/platform/database/types.ts'

/** Program files under one of the folders, tests and generated files left out. */
export function productFiles(
  house: House,
  ...folders: readonly string[]
): readonly (HouseFile & { readonly tree: ts.SourceFile })[] {
  return house.files.filter(
    (file): file is HouseFile & { readonly tree: ts.SourceFile } =>
      file.tree !== undefined &&
      folders.some((folder) => file.path.startsWith(folder)) &&
      !isTest(file.path) &&
      !isGenerated(file.path),
  )
}
