// Italian turns of promises and of when they fall due. A list, no decisions.
import type { CommitmentWords } from './commitment-words.rules.ts'

// prettier-ignore
export const commitmentsOfItalian: CommitmentWords = {
  named: {},
  promises: ['chiamo|chiamiamo|richiamo|richiamiamo|scrivo|scriviamo|confermo|confermiamo|occupo|occupiamo|prometto|promettiamo|garantisco|garantiamo|impegno|impegniamo|invio|inviamo|mando|mandiamo|avviso|avvisiamo|rispondo|rispondiamo|rimborsiamo|risolviamo|informo|informiamo|spediamo|spedisco', 'aspetti la mia|nostra', 'le ..1 faccio|facciamo|do|diamo'],
  endings: ['rò', 'remo', 'rà', 'ranno'], notEndings: ['estremo', 'supremo'],
  denials: ['non|mai|nulla|niente|nessun|nessuna|nemmeno'],
  doubts: ['se|purché|salvo|quando|condizione|qualora', 'spero|speriamo|forse|magari|proverò|proveremo|cercheremo', 'potrebbe|potremmo|dovrebbe|avrebbe', 'detto|scritto|scrive|afferma|sappiamo', 'vicino|vicina|corriere|banca|produttore|fornitore|autista'],
  harmless: ['se ha|avesse|desidera ..3 domande|domanda|dubbi|bisogno|altro', 'non oltre'],
  days: {
    today: ['oggi', 'stasera|stamattina|stanotte', 'questo pomeriggio'], tomorrow: ['domani'], 'after-tomorrow': ['dopodomani', 'dopo domani'],
    'end-of-week': ['fine della|di|questa settimana', 'fine settimana', 'questa settimana'], 'next-week': ['prossima settimana', 'settimana prossima'], 'end-of-month': ['fine mese', 'fine del mese', 'questo mese'],
  },
  parts: { morning: ['mattina|mattinata|stamattina'], noon: ['mezzogiorno'], afternoon: ['pomeriggio'], evening: ['stasera|sera|serata'], close: ['fine giornata', 'fine della giornata'] },
  within: ['entro|tra|fra|in', 'nel giro di'], before: ['prima di|del|dell'],
  numbers: ['un|una|uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci', 'undici', 'dodici'],
  units: { minute: 'minuto|minuti', hour: 'ora|ore', day: 'giorno|giorni', week: 'settimana|settimane', month: 'mese|mesi' },
  working: 'lavorativo|lavorativi|feriali|feriale',
  clocks: [/(?<!\p{L})(?:alle|delle|le) (?:ore )?(?<hour>\d{1,2}|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici)(?:[:.](?<minute>[0-5]\d))?(?<half> e mezza)?(?: di mattina| (?:di|del) (?<late>pomeriggio|sera))?(?![\p{L}\d])/giu],
}
