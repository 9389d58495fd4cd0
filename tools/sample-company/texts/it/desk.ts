// Italian: how the desk greets, waits, makes good and says goodbye. Always Lei; <a|b> is the reader's gender.
import type { DeskManners } from '../shape.ts'

export const desk: DeskManners = {
  received: [
    'Buongiorno {customer},\n\nil Suo messaggio è arrivato. Se ne occupa {handler} finché non è tutto a posto; avrà una risposta da una persona entro {due}.\n\nHalden Home',
    'Buongiorno {customer},\n\ngrazie di avercelo detto. Il Suo messaggio è nelle mani di {handler}, che Le scrive entro {due}.\n\nHalden Home',
  ],
  greeting: [
    '<Gentile Signor|Gentile Signora> {last},',
    'Buongiorno {first} {last},',
    '<Egregio Signor|Gentile Signora> {last},',
    'Buongiorno <Signor|Signora> {last},',
  ],
  opening: [
    'grazie di avercelo detto, e mi scuso con Lei.',
    'sono {handler} e me ne occupo finché non è risolto.',
    '[che seccatura: me ne scuso.|così non deve andare, e me ne scuso.]',
    'ha fatto bene a scrivere invece di andarsene e basta.',
  ],
  preciseOpening: [
    'ho letto la Sua lettera [due volte|con calma]; ha ragione a essere <seccato|seccata>.',
    'grazie di avercelo detto così chiaramente, e mi scuso con Lei.',
    'grazie per [la descrizione precisa|i dettagli], ci ha fatto risparmiare un giorno.',
  ],
  ownOpening: ['la colpa è nostra, e voglio rimediare subito.'],
  plainOpening: 'grazie per [la Sua lettera|il Suo messaggio].',
  lateOpening: [
    'ha dovuto aspettare questa risposta troppo a lungo, e prima di tutto me ne scuso.',
    'la mia risposta arriva tardi, e non ho una buona scusa.',
    'avrebbe dovuto avere mie notizie giorni fa. Mi dispiace.',
  ],
  takenOver: [
    'mi hanno passato la Sua lettera con tutto ciò che ha scritto, non deve ripetere niente.',
    'ho preso in mano io la Sua pratica e so che cosa ci ha raccontato.',
  ],
  holding: [
    'ho appena chiesto {party} e aspetto la risposta. Le scrivo entro {due}, qualunque cosa mi dicano.',
    'per dirLe una cosa sicura devo chiedere {party}. Avrà mie notizie entro {due}.',
  ],
  afterReply: [
    'grazie, è proprio quello che mi serviva.',
    'mi aiuta molto, grazie di aver guardato.',
    'grazie per la risposta così rapida.',
  ],
  afterAsking: ['ecco che cosa è emerso:', 'come promesso, torno a scriverLe.', 'adesso ho una risposta.'],
  noReply: [
    'alla mia domanda non ho avuto risposta, così ho deciso senza, a Suo favore.',
    'per non farLa aspettare a causa della mia domanda ho già proseguito.',
  ],
  secondOpening: [
    'mi dispiace che abbia dovuto scrivere di nuovo.',
    'grazie della pazienza.',
    'è una cosa che mi mette in imbarazzo.',
  ],
  gesture: [
    'Al prossimo ordine non paga la spedizione, è annotato con il Suo nome.',
    'Ho aggiunto un pacchetto di caffè, per il disturbo.',
    'Le ho accreditato anche cinque euro: il Suo tempo vale qualcosa.',
  ],
  invitation: [
    'Se qualcosa va diversamente da come scrivo, basta rispondere, arriva a me.',
    'Mi dica, per favore, se è andata come promesso.',
    'Se così non Le va bene, troviamo un’altra soluzione.',
    'Rispondendo a questa lettera scrive direttamente a me.',
  ],
  end: [
    'Cordiali saluti\n{handler}\nHalden Home',
    'Un cordiale saluto\n{handler}',
    'Con i migliori saluti\n{handler}, Halden Home',
    'Buona giornata,\n{handler}',
  ],
  glad: [
    'mi fa piacere leggerlo. Allora resta così; se c’è altro, basta rispondere a questa lettera.',
    'bene, e grazie di averlo scritto. Per me è risolto, se Lei non mi dice altro.',
  ],
  stay: [
    'come desiderava, ci ha guardato un’altra persona, senza conoscere il mio parere, ed è arrivata allo stesso risultato. Resta quindi quello che Le ho scritto. So che sperava in altro.',
    'ho ripercorso tutto, dall’inizio fino alla Sua ultima lettera. Non trovo niente che lo cambi, e non voglio darLe una speranza che non potrei mantenere.',
  ],
  reasons: [
    'Due persone hanno esaminato il Suo caso, ciascuna per conto suo. È stato consegnato e addebitato quanto concordato. Oltre al diritto di reso entro quattordici giorni non c’è quindi un diritto che possiamo riconoscere.',
  ],
  recourse:
    'Se non è d’accordo, può rivolgersi all’organismo di conciliazione per i consumatori; non Le costa niente e noi partecipiamo. Può anche chiedere un riesame alla nostra direzione rispondendo a questa lettera.',
  party: {
    carrier: 'al corriere',
    payments: 'al servizio pagamenti',
    warehouse: 'al magazzino',
    workshop: 'all’officina',
  },
}
