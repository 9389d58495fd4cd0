// Sentences of which a person said what they are, read: "# kind" and below it a sentence a line. Under "before" and "after" stand courtesies that people
// put around anything they say: who still waits for help says thank you all the same.
import { readFileSync } from 'node:fs'
import { cueLanguages, type CueLanguage } from '../cues/cues.rules.ts'
import { type MessageKind, messageKinds } from './kind-words.rules.ts'

export interface LabelledKind {
  readonly text: string
  readonly kind: MessageKind
  readonly language: CueLanguage
  /** Sentences of one kind and group say much the same, in five languages: what is learnt from one says nothing of how well the others are told. */
  readonly group: number
}

/** Kinds that stay what they are when somebody is polite; praise with a "please" and advertising with thanks are others' examples. */
const withCourtesy: readonly MessageKind[] = ['complaint', 'request', 'still-broken', 'new-matter']

/** Every sentence, and those of some kinds twice more with a courtesy before and one behind it, by turns.
 * @param path of a language's file */
export function labelledKinds(path: (language: CueLanguage) => string): readonly LabelledKind[] {
  return cueLanguages.flatMap((language) => {
    const lines = sectionsOf(readFileSync(new URL(path(language), import.meta.url), 'utf8'))
    const [before, after] = [lines.get('before') ?? [], lines.get('after') ?? []]
    return messageKinds.flatMap((kind) =>
      (lines.get(kind) ?? []).flatMap((text, at) => {
        const polite = (turn: number): string =>
          [before[(at + turn) % before.length], text, after[(at + turn) % after.length]].join(' ')
        const texts = withCourtesy.includes(kind) ? [text, polite(0), polite(4)] : [text]
        return texts.map((one): LabelledKind => ({ text: one, kind, language, group: at }))
      }),
    )
  })
}

function sectionsOf(file: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of file.trim().split('\n')) {
    if (line.startsWith('# ')) sections.set(line.slice(2), (lines = []))
    else lines.push(line)
  }
  return sections
}
