// The letter of a survey came back: nobody was asked by it.
import type { Context } from '../../platform/context/context.ts'
import type { MessageId } from '../../shared/ids.ts'
import { markReturned } from './survey.sql.ts'

/** Letters of other kinds change nothing. */
export const noteReturnedSurvey = (ctx: Context, messageId: MessageId): Promise<void> => markReturned(ctx.db, messageId)
