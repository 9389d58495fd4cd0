// English turns that seek a remedy or tell how bad it was. A list, no decisions.
import type { RemedyWords } from './remedy-words.rules.ts'

// prettier-ignore
export const remediesOfEnglish: RemedyWords = {
  remedies: {
    refund: ['refund*', 'money back', 'reimburs*', 'pay|give ..3 back'],
    replacement: ['replace*', 'send|get|want|give|have ..2 a|another new|one', 'exchange*', 'swap'],
    repair: ['repair*', 'fix|fixed|mend|mended', 'put ..3 right', 'technician|engineer'],
    apology: ['apolog*', 'say|said sorry'],
    explanation: ['explain*|explanation', 'know|tell|understand ..2 why', 'reason for'],
    compensation: ['compensat*', 'damages', 'pays|pay|cover ..2 losses|loss|damage'],
    cancel: ['cancel*|terminat*', 'close ..2 account|contract', 'end ..2 contract|subscription|agreement'],
    action: ['disciplin*|sacked|fired|reprimand*|dismissed', 'speak|talk ..2 to|with ..2 employee|staff|driver|colleague', 'take action ..1 against'],
  },
  denials: ['not|t|never|no|without'],
  weights: {
    1: ['not|t|doesn|nothing|never ..2 work*|spin|arrive*|start|turn|function|log|connect', 'never|not arrived|delivered|came', 'stopped|stops working', 'broken|broke|faulty|defective|fails|failed|damaged|leaking|pieces', 'late|delay*', 'waiting|wait ..3 hours|days|weeks', 'down again', 'wrong size|item|colour|product|one', 'missing', 'no hot|water|heating|internet|power'],
    2: ['charged|overcharged|debited|billed|took|taken|paid|reimburse|refund ..6 pounds|euros|dollars|twice|nothing|£|eur', 'overcharg*', 'euros|pounds|dollars', 'lost|lose|losses|missed ..6 money|job|work|wages|flight|losses|income|day', 'my losses', 'ruined|destroyed|flooded|flood', 'cannot|can t pay', 'rent|mortgage ..3 pay'],
    3: ['fire|flames|exploded|explosion|burned|burnt|smoke', 'gas|monoxide', 'electric shock|electrocuted', 'hospital|ambulance|injured|injury|bleeding|wound', 'cut ..2 hand|finger|arm|face', 'allergic|anaphyla*|poison*', 'threatened|attacked|assaulted'],
  },
}
