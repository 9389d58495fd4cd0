// Words and turns that the small understanding rules look for, by language. Lists, no decisions. Plain lower case, apostrophes straight.

/** Clear thanks. */
export const thanks: readonly string[] = [
  'thank you', 'thanks', 'many thanks', 'thank u', 'cheers', 'much appreciated', 'that solved it', 'problem solved', 'all good now', 'it works now', 'works now', 'got it, thanks',
  'danke', 'vielen dank', 'dankeschön', 'dankeschoen', 'herzlichen dank', 'besten dank', 'hat geklappt', 'funktioniert jetzt', 'erledigt',
  'merci', 'merci beaucoup', 'je vous remercie', 'ça marche maintenant', 'problème résolu',
  'gracias', 'muchas gracias', 'se lo agradezco', 'ya funciona', 'problema resuelto',
  'grazie', 'grazie mille', 'la ringrazio', 'ora funziona', 'problema risolto',
] // prettier-ignore

/** It is not mended. */
export const stillBroken: readonly string[] = [
  'still broken', 'still not', "still doesn't", 'still does not', "still isn't", 'still is not', "still hasn't", 'still have not', "still haven't", 'still waiting', 'still no ', 'still the same', 'still wrong', 'same problem', 'same issue', 'again broken', 'broken again', 'happened again', 'not fixed', 'not solved', 'not resolved', "didn't help", 'did not help', "doesn't work", 'does not work', 'not working', "hasn't arrived", 'has not arrived', 'nothing has changed', 'nothing happened',
  'immer noch', 'noch immer', 'noch nicht', 'weiterhin nicht', 'wieder kaputt', 'wieder defekt', 'nicht gelöst', 'nicht behoben', 'funktioniert nicht', 'geht nicht', 'geht immer', 'nichts passiert', 'nicht angekommen',
  'toujours pas', 'encore en panne', 'toujours en panne', 'ne marche pas', 'ne fonctionne pas', 'pas résolu', 'même problème', "n'est pas arrivé", 'toujours le même',
  'sigue sin', 'sigue roto', 'sigue igual', 'todavía no', 'aún no', 'no funciona', 'mismo problema', 'no está resuelto', 'no ha llegado',
  'ancora rotto', 'non funziona', 'ancora non', 'stesso problema', 'non è risolto', 'non è arrivato', 'sempre lo stesso',
] // prettier-ignore

/** Something is wrong, or somebody is not content. One of these and a message is no mere thanks and no mere request. */
export const dissatisfied: readonly string[] = [
  'complain', 'complaint', 'broken', 'defect', 'damaged', 'faulty', 'wrong', 'refund', 'money back', 'unacceptable', 'disappoint', 'terrible', 'awful', 'worst', 'rude', 'late', 'delay', 'never arrived', 'missing', 'overcharged', 'charged twice', 'scam', 'angry', 'upset', 'annoyed', 'unhappy', 'dissatisf', 'ridiculous', 'problem', 'issue', 'not work', "doesn't", "didn't", "can't", 'cannot', 'failed', 'error', 'cancel', 'but ', 'however', 'unfortunately', 'why ', 'waiting', 'no answer', 'ignored', 'poor', 'bad ',
  'beschwer', 'reklam', 'kaputt', 'defekt', 'beschädigt', 'falsch', 'erstatt', 'geld zurück', 'enttäusch', 'schlecht', 'unverschämt', 'verspät', 'fehlt', 'fehler', 'problem', 'ärger', 'unzufrieden', 'nicht', 'leider', 'aber ', 'warum', 'kein', 'mangel',
  'plainte', 'réclam', 'cassé', 'endommag', 'erreur', 'rembours', 'déçu', 'inacceptable', 'retard', 'manque', 'problème', 'mécontent', 'mais ', 'pourquoi', 'malheureusement', 'jamais', ' pas ', 'panne', 'défectueu',
  'queja', 'reclam', 'roto', 'dañad', 'equivocad', 'reembols', 'decepcion', 'inaceptable', 'retras', 'falta', 'problema', 'insatisfech', 'pero ', 'por qué', 'lamentablemente', 'nunca', ' no ', 'defectuos',
  'reclamo', 'rotto', 'danneggiat', 'sbagliat', 'rimbors', 'delus', 'inaccettabile', 'ritard', 'manca', 'insoddisfatt', ' ma ', 'perché', 'purtroppo', 'mai ', ' non ', 'difettos',
] // prettier-ignore

/** Questions people ask who only want to know something. */
export const asking: readonly string[] = [
  'opening hours', 'open on', 'are you open', 'when do you open', 'do you sell', 'do you have', 'do you offer', 'do you ship', 'do you deliver', 'how much is', 'how much does', 'how much do', 'what does it cost', 'price list', 'catalogue', 'catalog', 'brochure', 'where can i buy', 'where can i find', 'is it possible to order', 'could you send me', 'can you tell me', 'could you tell me', 'i would like to know', "i'd like to know", 'information about', 'in stock', 'appointment', 'how do i get to',
  'öffnungszeiten', 'geöffnet', 'haben sie', 'verkaufen sie', 'liefern sie', 'was kostet', 'wie viel kostet', 'wo finde ich', 'wo kann ich', 'können sie mir sagen', 'preisliste', 'katalog', 'auf lager', 'termin',
  "horaires d'ouverture", 'vos horaires', 'êtes-vous ouvert', 'avez-vous', 'vendez-vous', 'livrez-vous', 'combien coûte', 'où puis-je', 'pourriez-vous me dire', 'en stock', 'rendez-vous',
  'horario', 'están abiertos', 'tienen ', 'venden ', 'cuánto cuesta', 'dónde puedo', 'podría decirme', 'en existencia', 'cita',
  'orari di apertura', 'siete aperti', 'avete ', 'vendete ', 'spedite ', 'quanto costa', 'dove posso', 'potrebbe dirmi', 'disponibile', 'appuntamento',
] // prettier-ignore

/** The text as the lists are compared with it: lower case, straight apostrophes, single spaces, one space at both ends. Linear. */
export const plainWords = (text: string): string =>
  ` ${text
    .slice(0, 20_000)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()} `

export const hasAny = (plain: string, words: readonly string[]): boolean => words.some((word) => plain.includes(word))
