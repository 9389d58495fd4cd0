// Parts of a case that are asked for at the same moment come in one answer; a part asked for alone comes, and fails, alone.
import type { z } from 'zod'
import { casePage } from '../../../src/amend/cases/page/case-page.schema.ts'
import { ask, Failure } from '../../api.ts'

type CasePage = z.output<typeof casePage>

interface Moment {
  parts: number
  readonly over: Promise<void>
  page: Promise<CasePage> | null
}

const moments = new Map<string, Moment>()

function join(caseId: string): Moment {
  const now = moments.get(caseId)
  if (now) {
    now.parts += 1
    return now
  }
  const over = new Promise<void>((resolve) => {
    setTimeout(() => {
      moments.delete(caseId)
      resolve()
    })
  })
  const begun: Moment = { parts: 1, over, page: null }
  moments.set(caseId, begun)
  return begun
}

/** The first answer of a part of a case. Should the page as a whole fail on the server, each part is asked for by itself, so that only the
 * broken one fails. Fails with `Failure`. */
export async function askPart<Part extends keyof CasePage>(
  caseId: string,
  part: Part,
  alone: () => Promise<CasePage[Part]>,
): Promise<CasePage[Part]> {
  const moment = join(caseId)
  await moment.over
  if (moment.parts === 1) return alone()
  moment.page ??= ask(casePage, `/api/cases/${caseId}/page`)
  try {
    return (await moment.page)[part]
  } catch (error) {
    if (error instanceof Failure && ['bug', 'shape'].includes(error.code)) return alone()
    throw error
  }
}
