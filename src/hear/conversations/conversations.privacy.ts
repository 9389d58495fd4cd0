// The conversations' part of erasing, exporting and forgetting: words, attachments and addresses go; that something was said stays countable.
import { removeFiles } from '../../platform/files/file.sql.ts'
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import {
  attachmentRows, filesOfNothing, blankConversations, blankLetters, blankMessages, conversationRows, forgetCopiesTo, letterRows, messageRows, removeAttachments,
} from './conversation-rights.sql.ts' // prettier-ignore

export const conversationsPrivacy: readonly TablePrivacy[] = [
  {
    table: 'attachment',
    erase: async (ctx, customerId) => removeFiles(ctx.db, await removeAttachments(ctx.db, customerId)),
    exportRows: (ctx, customerId) => attachmentRows(ctx.db, customerId),
    retention: 'kept',
  },
  // Files and their content go with the attachment that names them.
  {
    table: 'file',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    // Added to an answer that was never sent. Over a weekend somebody may still mean to.
    retention: {
      afterDays: 3,
      forget: async (ctx, before, most) => {
        const unsent = await filesOfNothing(ctx.db, before, Math.min(most, 100))
        await removeFiles(ctx.db, unsent)
        return unsent.length
      },
    },
  },
  ...keepNoPerson('file_content'),
  {
    table: 'outbox',
    erase: (ctx, customerId) => blankLetters(ctx.db, customerId, ctx.now()),
    exportRows: (ctx, customerId) => letterRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'message',
    erase: async (ctx, customerId) => {
      await blankMessages(ctx.db, customerId)
      await forgetCopiesTo(ctx.db, customerId)
    },
    exportRows: (ctx, customerId) => messageRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'conversation',
    erase: (ctx, customerId) => blankConversations(ctx.db, customerId),
    exportRows: (ctx, customerId) => conversationRows(ctx.db, customerId),
    retention: 'kept',
  },
  ...keepNoPerson('participant'),
]
