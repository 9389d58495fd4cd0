// Who is away from when until when, as it stands on the wire.
import { z } from 'zod'
import { instant } from '../../shared/wire.schema.ts'

/** `from` null: from now on. */
export const newAbsence = z.strictObject({ from: instant.nullable(), until: instant })
export const absence = z.object({ from: instant, until: instant })

export type AbsenceView = z.output<typeof absence>
