// Routes of files in cases: one to add to an answer, one to fetch; and the decision about a message that waits.
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import { route } from '../../../platform/http/route.ts'
import { storableFileName } from '../../../hear/channels/mail/storable-text.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { confirmMessage, fileStored, messageConfirmed } from './case-messages.schema.ts'
import { confirmMessage as confirm } from '../work/confirm-message.ts'
import { caseRelation } from './see-case.ts'
import { showFile } from './show-file.ts'

export const caseFileRoutes = [
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/files', permission: 'case.work', bodyLimit: 26_214_400 },
    summary: 'Add a file that an answer will carry.',
    relation: (ctx: Context, { caseId }: { readonly caseId: CaseId }) => caseRelation(ctx, caseId),
    params: z.object({ caseId: idOf<'case'>() }),
    response: fileStored,
    // Read to its end first: somebody's slow line must not hold a transaction.
    before: async (_house, _who, _input, { request }) => {
      if (!request.isMultipart()) throw new Refusal('unsupported', 'Send one file as multipart/form-data.')
      const part = await request.file()
      if (!part) throw new Refusal('invalid', 'There is no file in this request.')
      const bytes = await part.toBuffer()
      const given = (part.filename as string | undefined) ?? '' // a part of a type that only files have may name none
      return { name: storableFileName(given, 'file'), mediaType: part.mimetype.slice(0, 255), bytes }
    },
    answer: async (ctx, _input, _http, file) => {
      const [fileId] = await storeFiles(ctx, [file])
      return { fileId, name: file.name, mediaType: file.mediaType, size: file.bytes.length }
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/files/:fileId', permission: 'desk.see' },
    summary: 'The bytes of a file: a download, or with ?show=1 a picture that cannot act.',
    params: z.object({ fileId: idOf<'file'>() }),
    query: z.object({ show: z.literal('1').optional() }),
    answer: async (ctx, { params, query }, { reply }) => {
      const { bytes, headers } = await showFile(ctx, params.fileId, query.show === '1')
      // Not awaited: a slow reader must not hold the transaction.
      void reply.headers(headers).send(bytes)
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/messages/:messageId/confirm', permission: 'confirm.decide' },
    summary: 'Say whether a message that waits belongs to the case or is a matter of its own.',
    params: z.object({ messageId: idOf<'message'>() }),
    body: confirmMessage,
    response: messageConfirmed,
    answer: (ctx, { params, body }) => confirm(ctx, params.messageId, body.decision),
  }),
]
