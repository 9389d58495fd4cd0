// The intake rules in their order. Each is one small file whose name says what it does; parsing comes before them all.
import type { Step } from './reading.ts'
import { askForSuspicious } from './steps/ask-for-suspicious.ts'
import { dropOwnEcho } from './steps/drop-own-echo.ts'
import { dropSameMail } from './steps/drop-same-mail.ts'
import { findConversation } from './steps/find-conversation.ts'
import { findSender } from './steps/find-sender.ts'
import { holdSenderless } from './steps/hold-senderless.ts'
import { keepErasedAway } from './steps/keep-erased-away.ts'
import { noteMachineMail } from './steps/note-machine-mail.ts'
import { noteReportedLetter } from './steps/note-reported-letter.ts'
import { noteReturnedLetter } from './steps/note-returned-letter.ts'
import { storeMessage } from './steps/store-message.ts'
import { understand } from './steps/understand.ts'
import { unwrapForwarded } from './steps/unwrap-forwarded.ts'
import { welcomeSender } from './steps/welcome-sender.ts'

/** The last one always ends the reading. */
export const steps: readonly Step[] = [
  dropSameMail,
  dropOwnEcho,
  noteReturnedLetter,
  noteReportedLetter,
  holdSenderless,
  askForSuspicious,
  unwrapForwarded,
  findSender,
  keepErasedAway,
  findConversation,
  noteMachineMail,
  welcomeSender,
  understand,
  storeMessage,
]

/** Raised whenever a rule changes what it decides, so that dispositions say which reader made them. */
export const readerVersion = 3
