// The parts of a case's page on a narrow screen, and what its owner can be in the middle of doing.

export const caseParts = ['conversation', 'timeline', 'person'] as const
export type CasePart = (typeof caseParts)[number]
/** What is being filled in on the page, besides the reply. */
export type Doing = 'finish' | 'wait' | 'promise' | 'assign' | 'subject' | 'resolve' | 'reject' | 'reopen' | null
