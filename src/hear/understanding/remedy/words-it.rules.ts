// Italian turns that seek a remedy or tell how bad it was. A list, no decisions.
import type { RemedyWords } from './remedy-words.rules.ts'

// prettier-ignore
export const remediesOfItalian: RemedyWords = {
  remedies: {
    refund: ['rimbors*', 'rivoglio ..2 soldi|denaro', 'restitui*'],
    replacement: ['sostitu*', 'uno|una|un nuovo|nuova|altro|altra', 'cambiar*'],
    repair: ['ripar*', 'tecnico'],
    apology: ['scuse|scusatevi|scusarvi'],
    explanation: ['spieg*', 'sapere|capire perché', 'motivo|ragione di|del|della'],
    compensation: ['risarc*|indenniz*|compensazione'],
    cancel: ['annull*|disdi*|recedo|recedere|cancell*', 'chiudete|chiudere ..1 conto'],
    action: ['sanzion*|licenzi*|richiam*', 'parlate|parlare con ..2 dipendente|autista|collega|impiegato'],
  },
  denials: ['non|senza|nessun'],
  weights: {
    1: ['non|mai ..2 funziona|arrivato|parte|accedere', 'mai arrivato|consegnato', 'rotto|rotta|guasto|guasta|difettoso|danneggiato|pezzi', 'ritardo', 'aspettare ..2 ore|giorni|settimane', 'sbagliato|sbagliata', 'manca|mancano', 'non c è acqua|luce|internet'],
    2: ['euro|eur', 'addebitato ..2 due|doppio', 'perso|perdite|perdita', 'rovinato|distrutto|allagato', 'posso pagare', 'affitto'],
    3: ['fuoco|fiamme|incendio|esploso|esplosione|fumo|bruciato', 'gas|monossido', 'scossa', 'ospedale|ambulanza|ferito|ferita|sanguina', 'si è tagliato|bruciato', 'allergic*|intossic*|avvelen*', 'minacciato|aggredito'],
  },
}
