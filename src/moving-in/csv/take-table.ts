// Takes a table, or an export of Zendesk, as it arrives: kept piece by piece, so that no file fills the memory, then read once to know how it is written.
import type { Readable } from 'node:stream'
import { storableFileName } from '../../hear/channels/mail/storable-text.ts'
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { Allowed } from '../../platform/http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import type { StaffId } from '../../shared/ids.ts'
import { layoutOf } from '../zendesk/records.ts'
import { studyExport } from '../zendesk/study-export.ts'
import { type Encoding, type EncodingWatch, watchEncoding } from './encoding.rules.ts'
import type { ImportKind } from './fields.rules.ts'
import type { ImportId, TableForm } from './import.ts'
import { piecesOf } from './import-pieces.ts'
import { addImport, addPiece, changeImport, removePieces } from './import.sql.ts'
import { headOf, studyTable } from './study-table.ts'

const pieceBytes = 1_048_576
export const mostBytes = 100 * pieceBytes

export interface ArrivingTable {
  readonly kind: ImportKind
  readonly source: string
  readonly fileName: string
  readonly file: Readable & { readonly truncated: boolean }
}

/** @throws Refusal('too-large') above 100 MB, Refusal('invalid') for what is no table; nothing of the file stays then */
export async function takeTable(house: House, who: Allowed, table: ArrivingTable): Promise<ImportId> {
  const { kind, source, file } = table
  const watch = watchEncoding()
  const importId = await withContext(house, who, async (ctx) => {
    const id = ctx.newId<'import'>()
    if (ctx.actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only a person who works here brings tables.')
    const madeBy: StaffId = ctx.actor.staffId
    const fileName = storableFileName(table.fileName, 'table.csv')
    await addImport(ctx.db, ctx.organizationId, { importId: id, kind, source, fileName, madeBy, madeAt: ctx.now() })
    return id
  })
  try {
    await keepPieces(house, who, importId, file, watch)
    if (file.truncated) throw new Refusal('too-large', 'The table has more than 100 MB. Nothing was stored; part it.')
    const form = await studied(() => piecesOf(house, who, importId), watch.answer(), kind)
    await withContext(house, who, (ctx) => changeImport(ctx.db, importId, { state: 'waiting', form }))
  } catch (error) {
    await withContext(house, who, (ctx) => removePieces(ctx.db, importId))
    throw error
  }
  return importId
}

async function keepPieces(
  house: House,
  who: Allowed,
  importId: ImportId,
  file: AsyncIterable<Buffer>,
  watch: EncodingWatch,
): Promise<void> {
  let piece = 0
  let waiting: Buffer[] = []
  let length = 0
  const keep = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    length = 0
    if (bytes.length === 0) return
    watch.see(bytes)
    await withContext(house, who, (ctx) => addPiece(ctx.db, ctx.organizationId, importId, piece, bytes))
    piece += 1
  }
  for await (const chunk of file) {
    waiting.push(chunk)
    length += chunk.length
    if (length >= pieceBytes) await keep()
  }
  await keep()
}

async function studied(
  bytes: () => AsyncIterable<Uint8Array>,
  encoding: Encoding,
  kind: ImportKind,
): Promise<TableForm> {
  const layout = layoutOf(await headOf(bytes(), encoding))
  if (layout !== null) return studyExport(bytes(), encoding, layout, kind)
  let form: TableForm
  try {
    form = await studyTable(bytes, encoding)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error
    throw new Refusal('invalid', 'This is no table: a quotation mark is opened and never closed, or a row is endless.')
  }
  if (form.rows === 0 || form.columns.length < 2)
    throw new Refusal('invalid', 'This is no table: it needs a line of names, a line of values, and two columns.')
  return form
}
