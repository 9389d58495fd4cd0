// The passages beside the tests, read: four lines each (what was received, the same in another order, the same in other words, another matter of the
// same trade), put into letters that begin and end like every letter.
import { readFileSync } from 'node:fs'

export const pairLanguages = ['en', 'de', 'fr', 'es', 'it'] as const
export type PairLanguage = (typeof pairLanguages)[number]

export type PairKind = 'verbatim' | 'reordered' | 'reworded' | 'unrelated'

export interface Pair {
  readonly kind: PairKind
  readonly earlier: string
  readonly draft: string
  /** What the draft says about the matter. */
  readonly passage: string
}

/** Greeting, formula and sentences of its own for the letter received and for the draft; names and formulas are the same in both. */
// prettier-ignore
const frames: Readonly<Record<PairLanguage, readonly [readonly [string, string], readonly [string, string]]>> = {
  en: [
    ['Dear Ms Lind,\n\nThank you for your patience.', 'Please do not hesitate to contact us if you have further questions.\n\nKind regards\nAnna Berg\nOrder A-42'],
    ['Dear Ms Lind,\n\nThank you for your patience. Today I can tell you how things stand.', 'Please do not hesitate to contact us if you have further questions.\n\nKind regards\nPeter Holm\nOrder A-42'],
  ],
  de: [
    ['Sehr geehrte Frau Lind,\n\nvielen Dank für Ihre Geduld.', 'Bei weiteren Fragen stehen wir Ihnen gerne zur Verfügung.\n\nMit freundlichen Grüßen\nAnna Berg\nBestellung A-42'],
    ['Sehr geehrte Frau Lind,\n\nvielen Dank für Ihre Geduld. Heute kann ich Ihnen den Stand der Dinge nennen.', 'Bei weiteren Fragen stehen wir Ihnen gerne zur Verfügung.\n\nMit freundlichen Grüßen\nPeter Holm\nBestellung A-42'],
  ],
  fr: [
    ['Bonjour Madame Lind,\n\nMerci de votre patience.', 'N\'hésitez pas à nous contacter pour toute autre question.\n\nCordialement\nAnna Berg\nCommande A-42'],
    ['Bonjour Madame Lind,\n\nMerci de votre patience. Voici où en sont les choses à présent.', 'N\'hésitez pas à nous contacter pour toute autre question.\n\nCordialement\nPeter Holm\nCommande A-42'],
  ],
  es: [
    ['Estimada señora Lind:\n\nGracias por su paciencia.', 'No dude en contactar con nosotros si tiene más preguntas.\n\nUn saludo\nAnna Berg\nPedido A-42'],
    ['Estimada señora Lind:\n\nGracias por su paciencia. Hoy puedo decirle cómo va el asunto.', 'No dude en contactar con nosotros si tiene más preguntas.\n\nUn saludo\nPeter Holm\nPedido A-42'],
  ],
  it: [
    ['Gentile signora Lind,\n\nGrazie per la pazienza.', 'Non esiti a contattarci per ulteriori domande.\n\nCordiali saluti\nAnna Berg\nOrdine A-42'],
    ['Gentile signora Lind,\n\nGrazie per la pazienza. Oggi posso dirle a che punto siamo.', 'Non esiti a contattarci per ulteriori domande.\n\nCordiali saluti\nPeter Holm\nOrdine A-42'],
  ],
}

/** `held-out` pairs were written before the rules and are for measuring only: whoever tunes must not look at them. */
export function pairsOf(language: PairLanguage, set: 'labelled' | 'held-out'): readonly Pair[] {
  const name = set === 'labelled' ? `${language}.txt` : `${language}-held-out.txt`
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n\n')
    .flatMap((passages) => {
      const [received = '', reordered = '', reworded = '', unrelated = ''] = passages.split('\n')
      const made = { verbatim: received, reordered, reworded, unrelated }
      const kinds: readonly PairKind[] = ['verbatim', 'reordered', 'reworded', 'unrelated']
      return kinds.map((kind) => ({
        ...{ kind, passage: made[kind] },
        ...{ earlier: letterOf(received, frames[language][0]), draft: letterOf(made[kind], frames[language][1]) },
      }))
    })
}

const letterOf = (passage: string, [before, after]: readonly [string, string]): string =>
  `${before}\n\n${passage}\n\n${after}\n`
