// The parts of a case's page on a narrow screen, and what its owner can be in the middle of doing.

export const caseParts = ['conversation', 'timeline', 'person'] as const
export type CasePart = (typeof caseParts)[number]
/** What is written in below the conversation: the reply, a note to colleagues, what was said on the telephone, or a question to somebody outside. */
export const writings = ['reply', 'note', 'phone', 'ask'] as const
export type Writing = (typeof writings)[number]
/** What is being filled in on the page, besides what is written. */
export type Doing =
  | 'finish'
  | 'wait'
  | 'promise'
  | 'assign'
  | 'subject'
  | 'resolve'
  | 'reject'
  | 'reopen'
  | 'merge'
  | 'split'
  | 'move'
  | null
