// What the lists of each language hold: turns of phrase that speak for a kind of message. Lists, no decisions.
import type { Turn } from '../reading/turns.rules.ts'

/** What a message may be. Several can be said in one; the likeliest is told. */
export const messageKinds = [
  'complaint',
  'request',
  'praise',
  'thanks',
  'still-broken',
  'new-matter',
  'advertising',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** Turns are evidence and no proof: how much each kind of evidence weighs is learnt from labelled sentences (examples/). `but`: what came before does not stand alone, `we`: a seller speaks of themselves,
 * `mine`: a customer speaks of what is theirs, `asks`: a question or a wish. */
export type Evidence = MessageKind | 'but' | 'we' | 'mine' | 'asks'
export type KindWords = Readonly<Record<Evidence, readonly Turn[]>>
