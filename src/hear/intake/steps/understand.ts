// What is it? What a further message means for the matter; a first one is judged when its case is opened. And what it tells of danger and hardship,
// and of what kind it most likely is, where a customer wrote it.
import { meaningOf } from '../../understanding/meaning.rules.ts'
import { tellKind } from '../../understanding/kinds/tell-kind.ts'
import { toldIn } from '../../understanding/told.rules.ts'
import { needed, type Step } from '../reading.ts'

export const understand: Step = (_ctx, reading) => {
  const { inbound, kept } = reading.parsed
  const place = needed(reading.place, 'understand')
  const meaning = meaningOf(inbound.visibleText, inbound.attachments.length + kept.length)
  if (place.isOutside) return { ...reading, meaning }
  const subject = place.conversationId === null ? (inbound.subject ?? '') : ''
  const told = toldIn(subject, inbound.visibleText)
  return { ...reading, meaning, told, kindTold: tellKind(`${subject}\n${inbound.visibleText}`.trim(), told.language) }
}
