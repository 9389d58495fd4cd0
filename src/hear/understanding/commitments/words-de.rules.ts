// German turns of promises and of when they fall due. A list, no decisions.
import type { CommitmentWords } from './commitment-words.rules.ts'

// prettier-ignore
export const commitmentsOfGerman: CommitmentWords = {
  named: {
    us: 'ich|wir',
    do: 'rufe|rufen|melde|melden|schicke|schicken|sende|senden|schreibe|schreiben|antworte|antworten|kümmere|kümmern|kläre|klären|prüfe|prüfen|erstatte|erstatten|überweise|überweisen|liefere|liefern|bringe|bringen|teile|teilen|gebe|geben|informiere|informieren|bestätige|bestätigen|komme|kommen|maile|mailen|verspreche|versprechen|garantiere|garantieren|sichere|sichern|hole|holen|zahle|zahlen|repariere|reparieren|tausche|tauschen|veranlasse|veranlassen|leite|leiten|werde|werden|telefoniere|erledige|erledigen|beheben|behebe|benachrichtige|benachrichtigen|lasse|lassen|buche|buchen|finde|finden|frage|fragen|sage|sagen|schließe|schließen|starte|starten|sehe|sehen|überprüfe|überprüfen|schalte|schalten|berichte|berichten|lege|legen|ersetze|ersetzen|richte|richten|aktiviere|aktivieren|storniere|stornieren|ändere|ändern|korrigiere|korrigieren|berichtige|berichtigen|besorge|besorgen|bestelle|bestellen|vereinbare|vereinbaren|nehme|nehmen|stelle|stellen|spreche|sprechen|besuche|besuchen|übergebe|übergeben|reiche|reichen|montiere|montieren|installiere|installieren|baue|bauen|reinige|reinigen|streiche|streichen|mache|machen|sorge|sorgen|kontaktiere|kontaktieren|verlängere|verlängern|entferne|entfernen|stehe|stehen|ziehe|ziehen|unterschreibe|unterschreiben|entscheide|entscheiden|löse|lösen|wechsle|wechseln|öffne|setze|setzen|kündige|kündigen|schaue|schauen|verlege|verlegen|drucke|drucken|klingle|klingeln|zeige|zeigen',
    does: 'kommt|ruft|meldet|bringt|schreibt|holt|wird|liefert|antwortet|schickt|besucht|prüft|repariert|baut|montiert|wechselt|erledigt|klärt|informiert|schaut|macht|tauscht|übernimmt|nimmt|zahlt|überweist|geht|liegt|steht',
    done: 'verschickt|erstattet|geliefert|versendet|überwiesen|zugestellt|gutgeschrieben|repariert|bearbeitet|geprüft|behoben|ausgetauscht|erledigt|abgeholt|ersetzt|gesendet|zurückgezahlt|abgeschickt',
  },
  promises: ['{us} ..8 {do}', 'sie haben ..5 unterlagen|vertrag|pass|karte|schlüssel|ersatz|angebot|zusage|teil|gutschein|gutschrift', 'haben sie ..5 unterlagen|vertrag|pass|karte|schlüssel|ersatz|angebot|zusage|teil|gutschein|gutschrift', 'sie haben mein|unser wort', 'techniker|monteur|kollege|kollegin|handwerker|installateur|kundendienst|mitarbeiter|mitarbeiterin ..3 {does}', 'wird|werden ..8 kommen|anrufen|melden|besuchen|prüfen|bringen|fertig|bereit', 'ist|sind|liegt|steht ..7 bereit|fertig|bei ihnen', 'geht|gehen ..6 zur|an|raus|hinaus', 'erreicht|erreichen sie', 'versprochen $', '{do} ..3 {us}', 'sie erhalten|bekommen|hören', 'erhalten|bekommen|hören sie', 'sie haben ..7 bescheid|antwort|ware|rechnung|rückmeldung|geld|ergebnis|gerät|nachricht|lösung', 'haben sie ..5 bescheid|antwort|ware|rechnung|rückmeldung|geld|ergebnis|gerät|nachricht|lösung', 'wird|werden ..9 {done}', 'unser|unsere|ein|eine|mein|meine ..2 {does}', '{us} ..6 an|zurück'],
  endings: [], notEndings: [],
  denials: ['nicht|kein|keine|keinen|keiner|nichts|nie|niemals|keinesfalls|niemand'],
  doubts: ['wenn|falls|sofern|soll|sollen|sollte|sollten|ob|sobald|soweit', 'hoffe|hoffen|vielleicht|eventuell|möglicherweise|vermutlich|versuche|versuchen|könnte|könnten|würde|würden|hätte|hätten', 'sagte|sagten|schrieb|schrieben|behauptet*|meinte|meinten', 'nachbar|nachbarin|kurier|hersteller|bank|fahrer|lieferant'],
  harmless: ['wenn|falls sie ..2 fragen|noch|etwas'],
  days: {
    today: ['heute'], tomorrow: ['morgen'], 'after-tomorrow': ['übermorgen'],
    'end-of-week': ['ende der|dieser woche', 'wochenende', 'diese|dieser woche', 'wochenschluss'], 'next-week': ['nächste|nächster|nächsten|kommende|kommender|kommenden woche'], 'end-of-month': ['ende des|dieses monats', 'monatsende', 'diesen monat'],
  },
  parts: { morning: ['morgen früh|vormittag', 'vormittag|vormittags|früh'], noon: ['mittag|mittags'], afternoon: ['nachmittag|nachmittags'], evening: ['abend|abends'], close: ['feierabend|geschäftsschluss|dienstschluss'] },
  within: ['innerhalb|binnen|in'], before: ['vor'],
  numbers: ['ein|eine|einer|einem|eines|einen', 'zwei', 'drei', 'vier', 'fuenf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwoelf'],
  units: { minute: 'minute|minuten', hour: 'stunde|stunden', day: 'tag|tage|tagen|werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen|geschaeftstag|geschaeftstagen', week: 'woche|wochen', month: 'monat|monats|monate|monaten' },
  working: 'werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen|geschaeftstag|geschaeftstagen',
  clocks: [/(?<![\p{L}\d.])(?<hour>\d{1,2})(?:[.:](?<minute>[0-5]\d))?\s?uhr(?!\p{L})/giu, /(?<!\p{L})halb (?<before>)(?<hour>\p{L}{3,6}|\d{1,2})/giu],
}
