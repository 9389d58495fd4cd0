// What is it? What a further message means for the matter; a first one is judged when its case is opened. And what it tells of danger and hardship,
// and of what kind it most likely is, where a customer wrote it.
import { likelyDanger } from '../../understanding/cues/likely-danger.ts'
import { meaningOf } from '../../understanding/meaning.rules.ts'
import { tellKind } from '../../understanding/kinds/tell-kind.ts'
import { type Told, toldIn } from '../../understanding/told.rules.ts'
import { needed, type Step } from '../reading.ts'

export const understand: Step = (_ctx, reading) => {
  const { inbound, kept } = reading.parsed
  const place = needed(reading.place, 'understand')
  const meaning = meaningOf(inbound.visibleText, inbound.attachments.length + kept.length)
  if (place.isOutside) return { ...reading, meaning }
  const subject = place.conversationId === null ? (inbound.subject ?? '') : ''
  const text = `${subject}\n${inbound.visibleText}`.trim()
  const told = withLikelyDanger(toldIn(subject, inbound.visibleText), text)
  return { ...reading, meaning, told, kindTold: tellKind(text, told.language) }
}

/** Where no list finds danger, words like those of danger count as well. */
function withLikelyDanger(told: Told, text: string): Told {
  if (told.cues.some(({ isDanger }) => isDanger)) return told
  const words = likelyDanger(text).join(', ')
  return words === '' ? told : { ...told, cues: [...told.cues, { kind: 'likely-danger', isDanger: true, words }] }
}
