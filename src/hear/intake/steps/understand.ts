// What is it? What a further message means for the matter; a first one is judged when its case is opened.
import { meaningOf } from '../../understanding/meaning.rules.ts'
import type { Step } from '../reading.ts'

export const understand: Step = (_ctx, reading) => {
  const { inbound, kept } = reading.parsed
  return { ...reading, meaning: meaningOf(inbound.visibleText, inbound.attachments.length + kept.length) }
}
