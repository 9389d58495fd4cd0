// Italian: what goes wrong around the goods (parcels, money, people), in the words of customers and of the desk. {date} brings its article.
import type { CauseTexts, ServiceKey } from '../shape.ts'

export const service: Readonly<Record<ServiceKey, CauseTexts>> = {
  'parcels-lost': {
    subject: '[Dov’è il mio pacco?|Pacco smarrito|Ordine {order} mai arrivato|Né pacco né notizie]',
    short: '[dov’è il mio pacco {order}|Ancora nessun pacco. {order}!!|Ordine {order} mai arrivato]',
    facts: [
      'Il mio ordine {order} {ofdate} [non è arrivato|non si vede|sembra perso].',
      'Il tracciamento dell’ordine {order} [dice «in deposito» da {days} giorni|dice «consegnato», ma non è stato consegnato niente|è fermo da più di una settimana].',
      'Ho fatto l’ordine {order} ({item}) {date} e sto ancora aspettando.',
    ],
    details: [
      'Ho chiesto [ai vicini|a tutto il palazzo|al punto di ritiro all’angolo]: non ce l’ha nessuno.',
      'Il corriere [riattacca|mi manda da voi, e il vostro sito mi manda dal corriere|dice che può chiedere solo il mittente].',
      'È [un regalo di Natale per mia figlia|un regalo] e doveva essere qui [da un pezzo|prima del fine settimana].',
    ],
    asks: [
      'Vi prego di [trovarlo|scoprire dov’è] oppure di [rispedirlo|rimborsarmi {amount}].',
      'Arriva [prima di Natale|questa settimana], sì o no?',
    ],
    question:
      'potrebbe controllare con me se l’indirizzo è completo? L’autista ha annotato «non trovato», e ci manca [il piano|il nome sul campanello].',
    reply:
      'Sul campanello c’è [lo stesso nome|il nome di mia madre], secondo piano a sinistra, numero civico {number2}. [Tutti gli altri ci trovano.|Gli altri pacchi arrivano.]',
    answers: [
      'il corriere non trova il Suo pacco {order}, e nemmeno noi. Non La faccio aspettare oltre: gli stessi articoli [sono partiti oggi con un altro corriere|partono stasera con un altro corriere] e sono da Lei entro {due}. Se salta fuori il primo pacco, lo lasci chiuso e lo faccio ritirare.',
      'il Suo pacco {order} è stato letto l’ultima volta in deposito e da allora è perso, [con un intero container|come altri di quel giorno]. Oggi Le ho rimborsato {amount}, sul conto entro {due}. Se vuole ancora l’articolo, mi scriva e gliene tengo uno da parte.',
    ],
    again:
      '[Il giorno che aveva detto è passato e il pacco non è arrivato.|Di nuovo niente, benché promesso: il pacco ancora non c’è.] [Che succede?|Avevo preso mezza giornata.]',
    mended:
      'Le era stato promesso un giorno e non è stato mantenuto. Ho appena parlato con il deposito: il pacco è sul furgone e arriva {due}, lo seguo di persona. Le spese di spedizione Le vengono rimborsate in ogni caso.',
    refusal: null,
  },
  'charged-twice': {
    subject: '[Doppio addebito|Addebitato due volte, {order}|{amount} addebitati due volte|Errore di addebito]',
    short: '[addebitato due volte, {order}|{amount} due volte. Ordine {order}.|perché due addebiti?? {order}]',
    facts: [
      'Per l’ordine {order} mi avete addebitato due volte {amount}: la prima {date}, la seconda due giorni dopo.',
      'Sul mio estratto conto {amount} compaiono due volte, per lo stesso ordine {order}.',
      'Ho comprato una volta sola (ordine {order}, {date}) e pagato due volte, {amount} ciascuna.',
    ],
    details: [
      'Ho [una sola conferma|cliccato una volta e ricevuto una fattura], non può essere un secondo ordine.',
      'Il mio conto è [in rosso|scoperto, e pago gli interessi] per questo.',
      'La banca dice [di rivolgermi a voi|che può stornarlo solo il negozio].',
    ],
    asks: [
      'Vi prego di restituirmi i secondi {amount} [subito|questa settimana].',
      'Quando riavrò i soldi[, e chi paga gli interessi|]?',
    ],
    question:
      'potrebbe dirmi le due date sull’estratto conto e le ultime quattro cifre del riferimento? Così il nostro servizio pagamenti trova oggi stesso il secondo addebito.',
    reply:
      'Le date sono {date} e due giorni dopo, il riferimento finisce con {number4}. [Non c’è scritto altro.|Il primo va bene, rivoglio il secondo.]',
    answers: [
      'Lei non ha sbagliato niente: un errore della nostra fatturazione ha mandato una seconda volta l’addebito dell’ordine {order}. I secondi {amount} sono ripartiti stamattina e sono da Lei entro {due}. [L’errore è trovato e corretto.|Se la banca Le chiede interessi, mi mandi la riga e li paghiamo noi.]',
      'vedo i due addebiti di {amount} per l’ordine {order}. Il secondo Le spetta indietro, ed è fatto: disposto oggi, da Lei entro {due}.',
    ],
    again:
      '[Sul mio conto ancora non c’è niente|Il secondo addebito ancora non è tornato], e il giorno promesso era [ieri|lunedì].',
    mended:
      'il pagamento era fermo da noi in un controllo e nessuno l’ha detto a me, né a Lei. L’ho appena mandato come bonifico istantaneo: {amount}; gli interessi della banca si aggiungono, se mi dice quanto sono. Al più tardi {due} c’è tutto.',
    refusal: null,
  },
  'voucher-fails': {
    subject: '[Il buono non va|Codice HALDEN10|Codice rifiutato|Il vostro codice sconto]',
    short: '[HALDEN10 non funziona|buono rifiutato di nuovo, perché|HALDEN10 «non valido». Invece lo è.]',
    facts: [
      'Il codice HALDEN10 della vostra lettera viene [rifiutato|respinto] alla cassa, anche se vale fino a fine mese.',
      'Ho inserito HALDEN10 [quattro volte|due sere di fila] e leggo sempre «[codice sconosciuto|non valido]».',
      'Il vostro sito ha [accettato l’ordine senza il buono|calcolato il prezzo pieno], anche se avevo inserito HALDEN10.',
    ],
    details: [
      'Ho provato [dal telefono e dal computer|in maiuscolo e in minuscolo|con il carrello vuoto e pieno].',
      'Avevo [cento euro di roba nel carrello|due lampade nel carrello, aspettavo proprio questo buono].',
      'Nelle condizioni [niente lo esclude|non si parla di un minimo].',
    ],
    asks: [
      'Vi prego di [farlo funzionare|togliere il dieci per cento dopo].',
      'Avrò ancora lo sconto se ordino [oggi|adesso]?',
    ],
    question:
      'a quale indirizzo ha ricevuto il buono, e che cosa dice la pagina, parola per parola, quando lo rifiuta?',
    reply:
      'A questo indirizzo, e la pagina dice «[codice sconosciuto|questo codice non è cumulabile]», numero {number4}. [Nel carrello c’era solo una lampada.|Niente in saldo.]',
    answers: [
      'per errore HALDEN10 era attivo solo per i nuovi clienti, ma la lettera è andata a tutti. Per Lei vale da adesso, fino a {due}. [Se nel frattempo ha ordinato, mi dica il numero e Le rendo il dieci per cento.|L’ho appena provato con un carrello mio.]',
      'il Suo codice era giusto e la nostra pagina sbagliata. Gliene ho fatto uno solo per Lei, H10-{number4}, con lo stesso dieci per cento, valido fino a {due} e per ogni articolo.',
    ],
    again: '[Il codice nuovo non funziona|Stesso problema con l’altro codice: «non valido»].',
    mended:
      'allora lasciamo stare i codici: ordini come al solito, risponda a questa lettera con il numero d’ordine e Le rendo il dieci per cento lo stesso giorno. Vale fino a {due} ed è annotato con il Suo nome.',
    refusal:
      'ho controllato: HALDEN10 valeva quattordici giorni ed è scaduto la sera prima del Suo tentativo; la data è sotto il codice. So che per un giorno dà fastidio, ma in questo trattiamo tutti allo stesso modo.',
  },
  'refunds-late': {
    subject: '[Rimborso mancante|Dov’è il mio rimborso?|Reso da settimane|Rimborso ordine {order}]',
    short: '[rimborso {order}?|reso 4 settimane fa e niente soldi. {order}|Ancora nessun rimborso, {order}]',
    facts: [
      'Ho rispedito l’ordine {order} ({item}) [tre|quattro] settimane fa, e [i {amount} non si vedono|il rimborso non c’è].',
      'Avete confermato l’arrivo del mio reso per l’ordine {order}. I {amount}, invece, non sono arrivati.',
      'Sul sito c’è scritto che un rimborso richiede cinque giorni. Per {order} è passato [più di un mese|molto di più: {number2} giorni].',
    ],
    details: [
      'Ho la [ricevuta della posta|prova della spedizione], è arrivato in tempo.',
      'Ho [chiamato due volte|già scritto una volta] e mi è stato detto «[ancora qualche giorno|è in lavorazione]».',
      '[Per voi sarà poco, per me è la spesa di una settimana.|Contavo su quei soldi.]',
    ],
    asks: ['Vi prego di [pagare adesso|fare il bonifico oggi].', 'In che giorno esatto avrò {amount} sul conto?'],
    question:
      'l’ordine è stato pagato con carta o con bonifico? Per un bonifico ci serve il nome dell’intestatario come lo scrive la banca; il numero, per favore, non me lo mandi.',
    reply:
      'Con bonifico. Il conto è intestato a mia [madre|sorella], stesso cognome, il suo numero cliente finisce con {number4}.',
    answers: [
      'il Suo reso dell’ordine {order} era in contabilità da quando è arrivato; i rimborsi di quelle settimane si sono fermati tutti. Il Suo l’ho fatto togliere dalla pila: {amount} sono partiti oggi e sono da Lei entro {due}.',
      'non c’è un buon motivo per questa attesa. I {amount} dell’ordine {order} sono partiti stamattina, con bonifico istantaneo se la Sua banca lo accetta, altrimenti entro {due}.',
    ],
    again:
      'Ho appena guardato: [sul conto ancora non c’è niente|i soldi ancora non ci sono]. [È la terza data che mi danno.|A chi devo credere?]',
    mended:
      'ero accanto alla nostra contabile mentre lo mandava: {amount}, disposti a mezzogiorno, confermati dalla banca, da Lei entro {due}. Ho aggiunto dieci euro, per due date che non abbiamo mantenuto.',
    refusal: null,
  },
  'courier-rude': {
    subject: '[Il vostro corriere|Corriere maleducato|Come consegnate|Consegna {ofdate}]',
    short:
      '[corriere maleducato. {order}|il corriere ha lanciato il pacco oltre il cancello, {order}|È così che consegnate? Ordine {order}]',
    facts: [
      'Il corriere che ha portato l’ordine {order} mi ha [urlato contro|<insultato|insultata>|detto di imparare a leggere il mio campanello].',
      'Il vostro corriere ha [lanciato il pacco {order} oltre il cancello|lasciato cadere il pacco {order} davanti alla porta] ed è ripartito.',
      'Quando ho chiesto al corriere (ordine {order}) di portare la scatola oltre la soglia, [mi ha riso in faccia|ha imprecato|ha sbattuto la portiera].',
    ],
    details: [
      'Mia madre ha [ottanta|settantotto] anni ed era [in lacrime|molto scossa].',
      'Portava [una giacca grigia|un berretto] e la targa finiva con {number2}, se serve.',
      '[Il pacco è a posto, è questione di educazione.|È la seconda volta con lo stesso uomo.|Non voglio che licenziate nessuno, voglio che finisca.]',
    ],
    asks: [
      '[Vi prego di occuparvene.|Mi aspetto delle scuse.|Parlate, per favore, con la ditta che consegna per voi.]',
      'Che cosa pensate di fare?',
    ],
    question:
      'a che ora è passato, più o meno, e l’ha visto qualcun altro? Voglio parlare con il corriere di questo autista e non degli autisti in generale.',
    reply: 'Verso le [nove|undici|quattro] e mezza. [L’ha visto la vicina del {number2}.|Non c’era nessun altro.]',
    answers: [
      'ho parlato con la responsabile del deposito che consegna per noi. L’autista dell’ordine {order} è stato individuato, ascoltato e tolto dal Suo giro; da Lei verrà qualcun altro. Mi dispiace che L’abbiano trattata così sulla porta di casa Sua. Richiamo il deposito {due}.',
      'nessuno deve sopportarlo, tanto meno per aver ordinato da noi. Il corriere deve dirci per iscritto, entro {due}, che cosa fa, e io Le riferirò che cosa risponde. Se vuole, le prossime consegne Le arrivano con un altro.',
    ],
    again: 'Oggi è tornato lo stesso uomo, [per niente più gentile|e non ha nemmeno suonato]. È sempre lo stesso.',
    mended:
      'allora il deposito non ha mantenuto la parola. Ho passato il Suo indirizzo a un altro corriere, dal prossimo ordine, e la nostra responsabile dei contratti incontra il vecchio {due}, con le Sue due lettere in mano.',
    refusal: null,
  },
  'subscription-stuck': {
    subject: '[Disdetta|Non riesco a disdire|Disdire l’abbonamento|L’abbonamento va avanti]',
    short:
      '[disdite l’abbonamento SUBITO, {order}|non si riesce a disdire, il pulsante è morto. {order}|Terzo mese dopo la disdetta. Basta. {order}]',
    facts: [
      'Voglio disdire {item}, e il pulsante sul vostro sito [non fa niente|porta a una pagina vuota|mi chiede all’infinito di accedere].',
      'Ho disdetto {date}, eppure [è arrivato un altro pacco|mi avete addebitato {amount}] (ordine {order}).',
      'Da [tre|quattro] settimane provo a chiudere il mio abbonamento ({order}).',
    ],
    details: [
      'Ho provato [con due browser e con il telefono|dentro e fuori dall’account].',
      'Ormai ho [caffè per mezzo anno|tanti filtri da aprire un negozio].',
      'Abbonarsi è stato un clic. [Perché per uscire ci vuole un mese?|Uscire dovrebbe essere lo stesso.]',
    ],
    asks: [
      'Vi prego di chiuderlo da oggi e di confermarmelo per iscritto.',
      '[E rendetemi gli ultimi {amount}, per favore.|E il pacco già in viaggio?]',
    ],
    question: 'a Suo nome ci sono due abbonamenti. Li chiudo tutti e due, o vuole tenere i filtri?',
    reply: '[Tutti e due, per favore.|Solo il caffè, i filtri possono restare.] Numero dell’ultimo pacco: {number}.',
    answers: [
      'il Suo abbonamento è chiuso da oggi, e questa lettera ne è la conferma. Quanto addebitato dopo il Suo tentativo, {amount}, Le torna entro {due}. [Una modifica del sito aveva rotto il pulsante, da stasera funziona di nuovo.|Il pacco in viaggio lo tenga pure.]',
      'l’ho appena chiuso a mano ({item}): non verrà più spedito né addebitato niente. I {amount} dell’ordine {order} Le tornano entro {due}, perché avrebbe dovuto poter uscire prima.',
    ],
    again:
      '[Oggi è arrivato un altro pacco. L’abbonamento ancora non è chiuso!|Avete addebitato di nuovo: ancora non è disdetto.]',
    mended:
      'adesso capisco: il pacco era pronto prima che chiudessi l’abbonamento ed è sfuggito. Ho bloccato ogni addebito e rimborsato i due mesi, li ha entro {due}. Il pacco lo tenga.',
    refusal: null,
  },
  'delivery-late': {
    subject: '[Ritardo|Consegna in ritardo|Quando arriva {order}?|Ordine {order} in ritardo]',
    short: '[quando arriva {order}|{order} di nuovo in ritardo|Promesso per la settimana scorsa: {item}. {order}]',
    facts: [
      'L’ordine {order} doveva arrivare [la settimana scorsa|in tre giorni], e [non c’è|non ho notizie].',
      'Ho ordinato {item} {date} (n. {order}), disponibile, diceva il sito, [due o tre giorni|48 ore].',
      'Il mio ordine {order} è «[in preparazione|in lavorazione]» da {days} giorni.',
    ],
    details: [
      'Sono <rimasto|rimasta> a casa [due volte|un giorno intero] per niente.',
      'Né una mail né un messaggio, [niente|nemmeno una parola].',
      'Andrebbe bene anche un’altra data, [se qualcuno me la dicesse|voglio solo saperla].',
    ],
    asks: [
      '[Quando arriva?|Datemi una data su cui contare.]',
      'Se ci vuole più di questa settimana, [preferisco annullare|annullate, per favore].',
    ],
    question: 'Le andrebbe meglio un altro indirizzo o un punto di ritiro? Potrebbe essere un giorno o due prima.',
    reply: '[No, qui, per favore.|Sì, al lavoro: in portineria prendono i pacchi fino alle sei, ingresso {number2}.]',
    answers: [
      'l’articolo del Suo ordine {order} ({item}) risultava disponibile e lo scaffale era vuoto. [Stamattina|Oggi] ne sono arrivati: il Suo è imballato ed è da Lei entro {due}. Avremmo dovuto dirglielo molto prima che lo chiedesse.',
      'il Suo ordine {order} è rimasto fermo per un solo articolo. L’ho diviso: quello che c’è parte oggi e arriva entro {due}, e la spedizione la paga una volta sola.',
    ],
    again: 'Ancora non c’è, e il tracciamento [è vuoto|non mostra niente].',
    mended:
      'l’etichetta era stampata e il pacco era accanto al camion invece che dentro. Adesso è dentro, l’ho visto, e arriva entro {due}. Le ho rimborsato le spese di spedizione.',
    refusal:
      'ho seguito il Suo ordine {order} {ofdate} dallo scaffale alla porta. Per questo articolo il sito indica tre settimane, e sono passati {days} giorni. Non è quindi in ritardo, né perso: arriva come annunciato.',
  },
  'unwanted-mail': {
    subject: '[Pubblicità mai chiesta|Cancellatemi|Basta|Chi vi ha dato il mio indirizzo?]',
    short: '[smettete di scrivermi|cancellatemi!!!|Non ho mai comprato niente da voi. Basta mail.]',
    facts: [
      'Non ho mai comprato niente da voi e ricevo la vostra newsletter, [due volte a settimana|da un mese].',
      'Da dove avete il mio indirizzo? [Non sono <vostro|vostra> cliente.|Non ho un account da voi.]',
      'Mi sono <cancellato|cancellata> dalla vostra pubblicità [tre volte|più di un mese fa] e continua ad arrivare.',
    ],
    details: [
      'Il link in fondo [non porta da nessuna parte|dice che non sono nella lista].',
      'A un’amica [arrivano lo stesso|succede la stessa cosa].',
      'Non vorrei doverlo chiedere un’altra volta.',
    ],
    asks: [
      '[Cancellate il mio indirizzo|Toglietemi da tutte le liste] e ditemi da dove viene.',
      'Vi prego di confermarmi che è cancellato.',
    ],
    question: 'a quale indirizzo arrivano le lettere? Quello da cui scrive non è in nessuna nostra lista.',
    reply:
      'A uno vecchio che viene inoltrato a me, quello che finisce con {number2}. [Cancellate quello, per favore.|Spero che basti.]',
    answers: [
      'il Suo indirizzo non è più in nessuna nostra lista, ed è bloccato perché non ci torni. Veniva da un concorso di primavera in cui qualcuno l’ha scritto. Entro {due} l’avrà cancellato anche la ditta che lo organizzava; ci penso io.',
      'l’ho cancellato. Era stato preso da una vecchia lista di una fiera, cosa che non doveva succedere. Una lettera può essere ancora in viaggio fino a {due}, poi più nessuna.',
    ],
    again: 'Oggi un’altra vostra pubblicità. Il mio indirizzo ancora non è cancellato.',
    mended:
      'la lettera di oggi veniva da un secondo sistema che non conoscevo. Il Suo indirizzo è tolto anche da lì, ho la prova davanti, e {due} ricontrollo.',
    refusal: null,
  },
}
