// The file of an import as it lies in the database, piece by piece, each read in a transaction of its own.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { Allowed } from '../../platform/http/route.ts'
import type { ImportId } from './import.ts'
import { findPiece } from './import.sql.ts'

export async function* piecesOf(house: House, who: Allowed, importId: ImportId): AsyncGenerator<Uint8Array> {
  for (let piece = 0; ; piece++) {
    const bytes = await withContext(house, { ...who, isReading: true }, (ctx) => findPiece(ctx.db, importId, piece))
    if (bytes === null) return
    yield bytes
  }
}
