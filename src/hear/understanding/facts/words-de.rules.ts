// German turns that ask for facts and tell them. A list, no decisions.
import type { FactWords } from './fact-words.rules.ts'

// prettier-ignore
export const factsOfGerman: FactWords = {
  asks: ['können|könnten|würden|könntest|kannst sie|du|ihr', 'bitte ..7 senden|sende|schicken|schick|nennen|nenne|teilen|geben|gib|schreiben|sagen|übermitteln|beschreiben|fügen|laden|mailen|bestätigen|mitteilen|zusenden|zukommen|angeben|erklären|schildern|prüfen|nachreichen|ergänzen|hinterlassen|lassen|antworten', 'senden|schicken|nennen|teilen|geben|schreiben|sagen|beschreiben|schildern|verraten|lassen sie ..1 uns|mir', 'wie|was|wann|wo|welche|welches|welchen|welcher|wieviel', 'brauche|brauchen|bräuchten|bräuchte|benötigen|benötige|fehlt|fehlen', 'bitten ..2 um|sie', 'dürfen|darf|dürfte|dürften ..1 ich|wir', 'haben|hast sie|du ..6 schon|bereits|noch|versucht|probiert|neu', 'wäre|wären ..4 hilfreich|dankbar|nett', 'hilft|helfen|helfe ..2 uns', 'gerne|gern ..4 wissen|hätten'],
  spares: ['nicht ..2 nötig|notwendig|erforderlich', 'müssen|brauchen ..4 nicht|keine|kein|keinen', 'liegt|liegen ..2 uns ..2 bereits|schon|vor', 'haben wir ..3 bereits|schon', 'kein|keine|keinen ..3 nötig|erforderlich|mehr'],
  nouns: {
    'order-number': ['bestellnummer*|auftragsnummer*|buchungsnummer*|bestellnr|vorgangsnummer|reservierungsnummer|buchungscode', 'nummer ..2 bestellung|auftrags|buchung', 'bestell|auftrags nr|nummer'],
    'invoice-number': ['rechnungsnummer*|belegnummer|rechnungsnr', 'nummer ..2 rechnung'],
    'tracking-number': ['sendungsnummer*|paketnummer*|trackingnummer*|sendungsverfolgungsnummer', 'tracking nummer|code'],
    'customer-number': ['kundennummer*|kontonummer|mitgliedsnummer|kundennr|vertragsnummer', 'kunden nr|id'],
    'serial-number': ['seriennummer*|gerätenummer*|imei|seriennr'],
    date: ['datum|kaufdatum|bestelldatum|lieferdatum|rechnungsdatum|tag', 'wann', 'welchem tag'],
    amount: ['betrag|betrags|summe|kaufpreis|preis', 'wie viel ..3 bezahlt|gezahlt|abgebucht|kostete', 'wieviel ..4 bezahlt|gezahlt'],
    product: ['modell|modells|modellbezeichnung|modellnummer|artikel|produkt|artikelnummer|gerät ..1', 'welches|welchen|welche gerät|artikel|produkt|modell'],
    photo: ['foto|fotos|bild|bilder|aufnahme|screenshot|screenshots|scan|video|lichtbild'],
    address: ['adresse|anschrift|lieferadresse|postanschrift|rechnungsadresse|postleitzahl|lieferanschrift', 'wo wohnen'],
    phone: ['telefonnummer*|rufnummer*|handynummer*|mobilnummer|telefon', 'nummer ..4 erreichen|anrufen', 'welcher nummer'],
    tried: ['versucht|probiert|unternommen|ausprobiert|neugestartet|gestartet', 'schritte'],
    happened: ['was ..4 passiert|geschehen|vorgefallen|los|passierte|schiefgelaufen', 'beschreiben|beschreibe|beschreibung|schildern|schilderung', 'einzelheiten|details|näheres|fehlerbeschreibung', 'wie ..4 äußert|zeigt|kam'],
  },
  labels: {
    'order-number': ['bestellung|bestellnummer|bestellnr|auftrag|auftragsnummer|buchung|buchungsnummer|vorgangsnummer|auftragsnr|buchungscode', 'bestell'],
    'invoice-number': ['rechnung|rechnungsnummer|rechnungsnr|beleg|belegnummer'],
    'tracking-number': ['sendungsnummer|sendung|paketnummer|trackingnummer|paket|tracking'],
    'customer-number': ['kundennummer|kundennr|kontonummer|vertragsnummer|mitgliedsnummer|kunden|kunde|konto'],
    'serial-number': ['seriennummer|seriennr|gerätenummer|imei'],
    phone: ['telefon|telefonnummer|handy|handynummer|mobil|tel|rufnummer|mobilnummer', 'erreichen ..3 unter', 'erreichbar ..2 unter', 'meine nummer'],
  },
  told: {
    product: ['habe|haben|hatte ..6 gekauft|bestellt|erworben|erhalten', 'modell', 'mein|meine|meinem|meiner|der|die|das|unser|unsere ..1 waschmaschine|wasserkocher|toaster|laptop|handy|kühlschrank|backofen|router|fahrrad|sofa|drucker|staubsauger|spülmaschine|trockner|kamera|kopfhörer|tablet|uhr|lampe|heizung|matratze|kaffeemaschine'],
    photo: ['anbei|beigefügt|anhang|angehängt|schicke|sende|hier|siehe ..5 foto|fotos|bild|bilder|screenshot|screenshots|scan|video', 'foto|fotos|bild|bilder|screenshot|screenshots ..4 anbei|anhang|beigefügt|angehängt|beigelegt|hochgeladen'],
    address: ['meine|unsere ..1 adresse|anschrift|lieferadresse', 'ich|wir wohne|wohnen ..1 in'],
    tried: ['habe|haben ..9 neugestartet|gestartet|zurückgesetzt|versucht|probiert|angerufen|geschrieben|kontaktiert|gemeldet|ausgetauscht|gereinigt|überprüft|geprüft|aktualisiert|nachgefragt|gesprochen|telefoniert|installiert'],
    happened: ['kaputt|defekt|defekte|beschädigt|gerissen|undicht|zerbrochen|zerkratzt|verbeult|abgebrochen|gesprungen|tropft|ausgelaufen|zersprungen', 'funktioniert|geht|läuft|startet|lädt|kam|schaltet|öffnet ..5 nicht|nie', 'nicht|nie ..2 angekommen|geliefert|erhalten|gekommen|funktioniert|erschienen', 'falsche|falscher|falsches|falschen', 'fehlt|fehlen|fehlte|fehlten', 'doppelt|zweimal ..2 abgebucht|berechnet|belastet', 'unfreundlich', 'verspätet|verspätung'],
  },
}
