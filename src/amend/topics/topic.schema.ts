// Topics, and what one case is about, as they stand on the wire.
import { z } from 'zod'
import { idOf } from '../../shared/wire.schema.ts'

/** Where on the customer's journey something went wrong. */
export const journeyStages = ['choose', 'buy', 'deliver', 'use', 'service'] as const
export const journeyStage = z.enum(journeyStages)

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

export const topic = z.object({ topicId: idOf<'topic'>(), name: z.string(), isArchived: z.boolean() })
/** By name, those that are in use first. */
export const topics = z.object({ topics: z.array(topic) })
export const newTopic = z.strictObject({
  name: z.string().trim().min(1).max(60).refine(isStorable, 'has a character that no text has'),
})
export const changedTopic = newTopic.extend({ isArchived: z.boolean() })
export const topicKept = z.object({ topicId: idOf<'topic'>() })

/** What is told apart: of each a case has one, or none yet. */
export const aspect = z.enum(['topic', 'stage'])

const told = z.object({
  /** What a person said: a topic's identifier, or a stage. */
  value: z.string().nullable(),
  /** What the desk takes it for, where nobody has said anything: how likely, and by which words of the customer. */
  guess: z.object({ value: z.string(), probability: z.number(), words: z.array(z.string()) }).nullable(),
  /** Why there is no guess: too few cases are labelled, nothing like it is, none is likely enough, or it could not be worked out now. */
  abstains: z.enum(['too-few', 'unlike', 'unsure', 'broken']).nullable(),
})
export const caseTopic = z.object({ topic: told, stage: told })
/** Null: what was said is taken back. */
export const newLabel = z.strictObject({ aspect, value: z.string().max(60).nullable() })

export type JourneyStage = z.output<typeof journeyStage>
export type Topic = z.output<typeof topic>
export type Aspect = z.output<typeof aspect>
export type CaseTopic = z.output<typeof caseTopic>
export type Told = z.output<typeof told>
export type NewLabel = z.output<typeof newLabel>
