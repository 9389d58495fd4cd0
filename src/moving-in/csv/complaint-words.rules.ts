// What tables of five languages call the state of a complaint, and the way it came.
import { foldedHeader } from './fields.rules.ts'

const open =
  'open|new|pending|hold|on hold|waiting|in progress|reopened|assigned|offen|neu|wartend|in bearbeitung|wiedereroffnet|zuruckgestellt|ouvert|nouveau|en attente|en cours|rouvert|abierto|abierta|nuevo|nueva|pendiente|en curso|en espera|reabierto|aperto|aperta|nuovo|nuova|in attesa|in corso|riaperto'
const ended =
  'closed|solved|resolved|done|completed|finished|rejected|answered and closed|geschlossen|gelost|erledigt|abgeschlossen|abgelehnt|beendet|ferme|clos|resolu|termine|refuse|cerrado|cerrada|resuelto|resuelta|terminado|rechazado|chiuso|chiusa|risolto|risolta|completato|respinto'

const openWords = new Set(open.split('|'))
const endWords = new Set(ended.split('|'))

/** Null for a word that says neither: nobody guesses whether somebody still waits. */
export function endSaid(status: string): 'open' | 'ended' | null {
  const word = foldedHeader(status)
  if (openWords.has(word)) return 'open'
  return endWords.has(word) ? 'ended' : null
}

const ways: Readonly<Record<'mail' | 'form', ReadonlySet<string>>> = {
  mail: new Set('email|e mail|mail|correo|correo electronico|courriel|posta|posta elettronica'.split('|')),
  form: new Set(
    'web|form|web form|webform|website|portal|formular|webformular|formulaire|site|formulario|modulo|sito'.split('|'),
  ),
}

/** The way it came. One that Amends has no word for is kept as handed in by a program, and `isKnown` is false. */
export function channelSaid(words: string): { readonly channel: 'mail' | 'form' | 'api'; readonly isKnown: boolean } {
  const word = foldedHeader(words)
  if (word === '' || ways.mail.has(word)) return { channel: 'mail', isKnown: true }
  if (ways.form.has(word)) return { channel: 'form', isKnown: true }
  return { channel: 'api', isKnown: word === 'api' }
}
