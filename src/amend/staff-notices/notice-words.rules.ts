// What a notice to staff says: the number of the case, what happened, until when, and where it is. Nothing that a customer wrote, nor who they are.
import { say } from '../../shared/say.ts'
import { wallTime } from '../cases/letters/wall-time.rules.ts'
import type { NoticeKind } from './staff-notice.rules.ts'

/** One case of a bundle. */
export interface NoticeLine {
  readonly caseId: string
  /** As people know it, e.g. A-42. */
  readonly number: string
  /** When the promise, or the next one of the case, is due. */
  readonly dueAt: Date | null
}

export interface NoticeWords {
  /** One sentence. */
  readonly title: string
  /** A line for each case: its number, until when, where it is. */
  readonly lines: readonly string[]
}

const mostLines = 20

/** The words of a bundle of one kind. @param lines at least one */
export function noticeWords(
  kind: NoticeKind,
  lines: readonly NoticeLine[],
  timeZone: string,
  publicUrl: string,
): NoticeWords {
  const [first] = lines
  // words: notice.customer-answered.*, notice.outside-answered.*, notice.promise-due.*, notice.case-yours.*, notice.mentioned.*, notice.customer-unhappy.*,
  // notice.danger.*, notice.letter-returned.*
  const title =
    lines.length === 1 && first
      ? say(`notice.${kind}.one`, { number: first.number })
      : say(`notice.${kind}.many`, { count: lines.length })
  const shown = lines.slice(0, mostLines).map(({ caseId, number, dueAt }) => {
    const link = `${publicUrl}/cases/${caseId}`
    return dueAt === null
      ? say('notice.line', { number, link })
      : say('notice.line-due', { number, due: wallTime(dueAt, timeZone), link })
  })
  const left = lines.length - shown.length
  return { title, lines: left > 0 ? [...shown, say('notice.more', { count: left, link: publicUrl })] : shown }
}

/** A mail of it: in the person's own zone, with where the setting is that sent it. */
export const noticeMail = ({ title, lines }: NoticeWords, publicUrl: string): { subject: string; text: string } => ({
  subject: title,
  text: say('notice.mail', { title, lines: lines.join('\n'), settings: `${publicUrl}/settings/notices` }),
})

/** What an incoming webhook is sent, in the format of Slack. The three characters that mean something there are written as it wants them. */
export const webhookBody = (text: string): string =>
  JSON.stringify({ text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') })
