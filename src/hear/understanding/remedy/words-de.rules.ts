// German turns that seek a remedy or tell how bad it was. A list, no decisions.
import type { RemedyWords } from './remedy-words.rules.ts'

// prettier-ignore
export const remediesOfGerman: RemedyWords = {
  remedies: {
    refund: ['geld ..2 zurück|wieder', 'erstatt*|rückerstatt*|zurückerstatt*|zurückzahl*', 'überweisen|zahlen ..7 zurück'],
    replacement: ['ersatz|ersatzgerät|ersatzlieferung', 'ein|eine|einen neues|neue|neuen|anderes|andere|anderen', 'umtausch*|austausch*|tauschen'],
    repair: ['reparier*|reparatur*|repariert', 'instand setzen|gesetzt', 'in ordnung bringen', 'techniker|monteur'],
    apology: ['entschuldigung', 'entschuldigen|entschuldigt ..1 sich|euch'],
    explanation: ['erklär*|begründ*', 'wissen ..1 warum|wieso|weshalb', 'grund für'],
    compensation: ['schadenersatz|schadensersatz|entschädig*|wiedergutmachung|ausgleich', 'ersetzt|ersetzen|ersetzen ..5 verdienstausfall|schaden|verlust'],
    cancel: ['kündig*|storn*|widerruf*', 'trete|treten ..6 zurück', 'schließen|löschen ..3 konto'],
    action: ['abgemahnt|abmahnung|entlassen|gefeuert|rausgeworfen|bestraft', 'sprechen|reden ..2 mit ..3 mitarbeiter|mitarbeiterin|fahrer|kollegen'],
  },
  denials: ['nicht|kein|keine|keinen|nie|ohne'],
  weights: {
    1: ['funktioniert|schleudert|geht|läuft|startet|anmelden ..3 nicht|nie', 'nicht|nichts|nie ..3 funktioniert|angekommen|geliefert|gekommen|anmelden', 'kaputt|kaputte|defekt|defekte|beschädigt|undicht|teilen', 'fällt|gefallen ..4 aus', 'ausgefallen|ausfall', 'verspätet|verspätung', 'warten|gewartet|stundenlang', 'falsche|falscher|falsches|falschen', 'fehlt|fehlen', 'kein|keine|keinen ..1 wasser|heizung|strom|internet'],
    2: ['euro|eur', 'abgebucht|berechnet ..2 doppelt|zweimal', 'doppelt|zweimal ..2 abgebucht|berechnet', 'verloren|verlust|verluste|verdienstausfall', 'ruiniert|zerstört|überflutet', 'miete ..2 nicht'],
    3: ['feuer|flammen|brand|brennt|brannte|explodiert|explosion|rauch', 'gas|kohlenmonoxid', 'stromschlag', 'krankenhaus|krankenwagen|notaufnahme|verletzt|blutet|wunde', 'aufgeschnitten|verbrannt|verbrüht', 'allergisch|vergift*', 'bedroht|angegriffen'],
  },
}
