// Italian: how customers begin, end, thank and lose their temper. <a|b> is the writer's gender.
import type { Manners } from '../shape.ts'

export const manners: Manners = {
  hello: ['Buongiorno,', 'Salve,', 'Buonasera,', 'Gentile servizio clienti,', 'Ciao a tutti,', 'Spett. Halden Home,'],
  polite: [
    '[Ci sarà sicuramente una spiegazione.|Sono <sicuro|sicura> che si può sistemare.]',
    'Gli errori capitano, [lo so|è normale], vorrei solo una risposta.',
    '[Vi sarei <grato|grata> di una breve risposta.|Sarebbe gentile se qualcuno ci guardasse.]',
    'Non mi piace lamentarmi, [ma così non va|ma non posso lasciar perdere].',
  ],
  angry: [
    '[Mai vista una cosa simile.|È inaccettabile.|Sono davvero <arrabbiato|arrabbiata>.]',
    'Sono <stufo|stufa>, e [lo racconto a chiunque chieda|non lo tengo per me].',
    'Se [non ho notizie entro la settimana|nessuno risponde], [compro altrove|è stato il mio ultimo ordine].',
    '[Ma che negozio è?|Credete che la gente non abbia altro da fare?|Qualcuno legge questi messaggi?]',
  ],
  loyal: [
    'Compro da voi [da un po’|spesso] e sono sempre <stato contento|stata contenta>.',
    'Finora con Halden è andato tutto [bene|benissimo], per questo dispiace di più.',
  ],
  newcomer: [
    'Era il mio primo ordine da voi.',
    'Volevo provare il vostro negozio, [cominciamo bene|bell’inizio].',
    'Un’amica mi aveva parlato bene di voi, mi aspettavo di meglio.',
  ],
  bye: [
    'Cordiali saluti\n{name}',
    'Saluti,\n{name}',
    'Distinti saluti\n{name}',
    '{name}',
    '{first}',
    'Un saluto,\n{first}',
    'In attesa, saluti\n{name}',
    'Buona giornata\n{name}',
  ],
  thanks: [
    'Grazie mille, [che velocità|buono a sapersi|è tutto quello che volevo sapere].',
    '[Grazie|Mille grazie] per [l’aiuto rapido|la risposta gentile|la cura che ci ha messo]! {first}',
    'Salve {handler}, grazie per [averla presa sul serio|tutto]. [Ordinerò ancora volentieri.|Buona settimana.]',
    'grazie {handler}',
    'La ringrazio. [Così si fa.|Questo è un servizio.]\n{name}',
    'Grazie, mi sembra [giusto|corretto|una bella cosa].',
  ],
  arrived: [
    'Grazie mille, [adesso è tutto a posto|è arrivato tutto come scritto].',
    'Arrivato, grazie. [Tutto come promesso.|]',
    '[È a posto, grazie.|Tutto risolto, grazie!|Sistemato, grazie mille.]',
    'È arrivato, grazie {handler}. [Prima di quanto detto.|Buona giornata.|]',
  ],
  gladArrived: [
    '[Ottimo.|Perfetto!|Benissimo.] È arrivato [oggi|stamattina].',
    'È qui. Così in fretta non me l’aspettavo, {handler}. Stia bene.',
  ],
  glad: [
    'Ecco, adesso ci siamo. [La prossima volta senza giri, per favore.|Senza rancore.]',
    'Ok, per me va bene.',
    'Fantastico, [bravi|siete forti]!',
  ],
  stillNot: [
    'Ancora non è risolto, {handler}.',
    'Purtroppo è sempre lo stesso problema.',
    'Oggi doveva essere fatto e ancora non lo è.',
  ],
  protest: [
    'Non sono d’accordo. [So quello che ho visto.|Lei non c’era.] Vorrei che lo guardasse un’altra persona.',
    'Questo è il Suo parere e non il mio. [Per me la questione non è chiusa.|Insisto.]',
    'Quindi pago io, complimenti. Mi aspettavo altro e non lo accetto.',
  ],
  laterNews: [
    'Ancora una cosa: [la sera mi trovate più facilmente|da giovedì sono in viaggio|la vicina del piano terra ritira i miei pacchi].',
    'Ho dimenticato di dire che [ho pagato con carta|ho tenuto la ricevuta|avevo già chiamato].',
    'Ci sono [novità|notizie] sulla mia pratica?',
  ],
}
