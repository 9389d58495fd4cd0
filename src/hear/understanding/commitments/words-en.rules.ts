// English turns of promises and of when they fall due. A list, no decisions.
import type { CommitmentWords } from './commitment-words.rules.ts'

// prettier-ignore
export const commitmentsOfEnglish: CommitmentWords = {
  named: { us: 'i|we', doing: 'going|calling|sending|writing|shipping|refunding|posting|coming|collecting|paying|getting|looking' },
  promises: ['{us} will|shall|ll', '{us} am|are|m|re ..1 {doing}', '{us} ..1 promise|guarantee|commit|undertake|expect|pledge', 'you will|ll|shall|can|should ..1 have|get|receive|hear|expect|see|find', 'is|are going to', '{us} pay|settle|refund|deliver|collect|replace|repair|send|exchange|close|finish', 'you have my|our word', 'rest assured', 'you are|re going to have|get|receive|hear', 'your|the|our|my|a|an|this|everything|it ..5 will|shall|ll ..1 be|arrive|reach|come|call|go|follow|write|ring|phone|contact|visit|deliver|check|collect|fix|repair|replace|install|look|see|help|send|fit|take|pay|refund|finish|bring|drop|pick|answer|explain|confirm', 'expect my|our|a'],
  endings: [], notEndings: [],
  denials: ['not|t|never|cannot|unable|nothing|nobody|no'],
  doubts: ['if|unless|provided|providing|whether|once', 'hope|hoping|try|trying|might|may|could|perhaps|maybe|possibly|would', 'said|says|wrote|claimed|told|thought', 'neighbour|courier|bank|driver|supplier|manufacturer', 'assuming', 'should have'],
  harmless: ['no|not later|lower|longer|less|more than', 'no lower', 'if you|there|anything ..2 have|any|need|questions|else'],
  days: {
    today: ['today', 'this morning|afternoon|evening', 'tonight', 'end of the|this day'], tomorrow: ['tomorrow'], 'after-tomorrow': ['day after tomorrow'],
    'end-of-week': ['end of the|this week', 'end of week', 'this week', 'by|before the weekend'], 'next-week': ['next week', 'following week'], 'end-of-month': ['end of the|this month', 'end of month', 'this month'],
  },
  parts: { morning: ['morning'], noon: ['noon|midday|lunchtime'], afternoon: ['afternoon'], evening: ['evening|tonight'], close: ['close of business', 'end of business', 'end of the|this|business|working day', 'cob|eod'] },
  within: ['within|in'], before: ['before'],
  numbers: ['one|a|an', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  units: { minute: 'minute|minutes|min|mins', hour: 'hour|hours|hrs', day: 'day|days', week: 'week|weeks|fortnight', month: 'month|months' },
  working: 'working|business|work',
  clocks: [/(?<![\p{L}\d])(?<hour>1[0-2]|0?[1-9])(?::(?<minute>[0-5]\d))?\s?(?:a\.?m|(?<late>p)\.?m)(?!\p{L})/giu, /(?<!\p{L})half past (?<half>)(?<hour>\p{L}{3,6}|\d{1,2})/giu, /(?<!\p{L})at (?<hour>\d{1,2})(?![\d:]|\s?[ap]\.?m|\s%)/giu],
}
