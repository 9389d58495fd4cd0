// Routes about tables that are brought along: brought, looked at, checked, started, undone.
import { z } from 'zod'
import { withContext } from '../../platform/context/context.ts'
import { done } from '../../platform/http/done.schema.ts'
import { route } from '../../platform/http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import { checkImport, rowsIn } from './check-import.ts'
import type { ImportId } from './import.ts'
import * as shapes from './import.schema.ts'
import { findImport } from './import.sql.ts'
import { seeImport, seeImports, wordsOfLine } from './see-import.ts'
import { startImport } from './start-import.ts'
import { mostBytes, takeTable } from './take-table.ts'
import { startUndo } from './undo-import.ts'

const permission = 'history.bring'
const samplesShown = 3

export const importRoutes = [
  route({
    method: 'GET',
    url: '/api/imports',
    summary: 'Tables that were brought along, newest first.',
    permission,
    response: shapes.importList,
    answer: seeImports,
  }),
  route({
    method: 'POST',
    url: '/api/imports',
    summary: 'Bring a table (multipart form, one file). Nothing of it is used until it is started.',
    permission,
    query: shapes.newImport,
    bodyLimit: mostBytes + 1_048_576,
    status: 201,
    response: shapes.madeImport,
    before: async (house, who, { query }, { request }) => {
      const part = request.isMultipart() ? await request.file({ limits: { fileSize: mostBytes, files: 1 } }) : undefined
      if (!part) throw new Refusal('invalid', 'There is no file in the request.')
      return takeTable(house, who, { ...query, fileName: part.filename, file: part.file })
    },
    answer: (_ctx, _input, _http, importId: ImportId) => Promise.resolve({ importId }),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:importId',
    summary: 'One import: its columns, what is proposed for them, how far it is.',
    permission,
    params: shapes.importParams,
    response: shapes.seenImport,
    before: async (house, who, { params: { importId } }) => {
      const found = await withContext(house, { ...who, isReading: true }, (ctx) => findImport(ctx.db, importId))
      const samples: (readonly string[])[] = []
      if (found?.state !== 'waiting' || found.form === null || found.form.layout !== undefined) return samples
      for await (const { cells } of rowsIn(house, who, { form: found.form }, importId)) {
        samples.push(cells)
        if (samples.length === samplesShown) break
      }
      return samples
    },
    answer: (ctx, { params }, _http, samples: readonly (readonly string[])[]) =>
      seeImport(ctx, params.importId, samples),
  }),
  route({
    method: 'POST',
    url: '/api/imports/:importId/check',
    summary: 'Read the whole table with a mapping, and bring nothing.',
    permission,
    params: shapes.importParams,
    body: shapes.plan,
    response: shapes.preview,
    before: (house, who, { params, body }) => checkImport(house, who, params.importId, body),
    answer: (_ctx, _input, _http, { rows, ...preview }: Awaited<ReturnType<typeof checkImport>>) =>
      Promise.resolve({
        ...preview,
        rows: rows.map((row) => ({ ...row, becomes: row.becomes && wordsOfLine(row.becomes) })),
      }),
  }),
  route({
    method: 'POST',
    url: '/api/imports/:importId/start',
    summary: 'Bring the rows. Nobody is written to.',
    permission,
    params: shapes.importParams,
    body: shapes.plan,
    response: done,
    answer: async (ctx, { params, body }) => {
      await startImport(ctx, params.importId, body)
      return { done: true }
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:importId/undo',
    summary: 'Take back what this import brought, and nothing else.',
    permission,
    params: shapes.importParams,
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, { params }) => {
      await startUndo(ctx, params.importId)
      return { done: true }
    },
  }),
]
