// Italian: plain questions and their answers.
import type { RequestTexts } from '../shape.ts'

export const requests: readonly RequestTexts[] = [
  {
    subject: '[Orari|Showroom|Domanda sullo showroom]',
    ask: '[Quali sono gli orari di apertura dello showroom a {month}?|Siete aperti il sabato?] [Verrei da fuori.|Vorrei vedere le sedie Torvik prima di ordinare.]',
    answer:
      'lo showroom è aperto dal martedì al sabato, dalle dieci alle diciotto, anche a {month}. La Torvik è proprio all’ingresso. Se mi dice quando viene, qualcuno avrà tempo per Lei.',
  },
  {
    subject: '[Spedizione all’estero|Spedite in Svizzera?|Spese di spedizione]',
    ask: '[Spedite anche in Svizzera|Spedite in Norvegia], e quanto costa ({item})? [È per mio fratello.|Senza fretta.]',
    answer:
      'sì, spediamo anche lì: 14,90 euro, da cinque a sette giorni lavorativi, dogana compresa. Lo vede alla cassa appena sceglie il paese.',
  },
  {
    subject: '[Ricambio|Coperchio del bollitore|Disponibile?]',
    ask: '[Avete il coperchio del bollitore Skarn come ricambio?|Vendete le fruste dello sbattitore Kvern a parte?] [Mi servirebbe presto.|Ne prenderei due.]',
    answer:
      'il pezzo è qui, 6,50 euro con la spedizione. Risponda «sì» e lo mando all’indirizzo che mi dà; la fattura è nel pacco.',
  },
  {
    subject: '[Misura del tappeto|Myra più grande|Domanda]',
    ask: '[Avete il tappeto Myra più grande, per esempio due metri per tre?|Dove posso trovare il Myra due per tre?] [È per una stanza lunga.|Quello piccolo è bellissimo.]',
    answer:
      'il Myra 200 × 300 è in tessitura e arriva {due}, a 229 euro. Posso tenerLe da parte un pezzo, senza impegno.',
  },
  {
    subject: '[Fattura|Fattura {order}|Copia della fattura]',
    ask: '[Dove posso trovare la fattura dell’ordine {order} intestata alla mia ditta?|Potrebbe dirmi come avere la fattura {order} intestata al mio studio?]',
    answer:
      'la fattura dell’ordine {order} è appena partita a questo indirizzo, con l’intestazione che ha scritto. L’importo resta quello.',
  },
  {
    subject: '[Abbonamento caffè|Domanda sul caffè|Abbonamento]',
    ask: '[Quanto costa l’abbonamento caffè per due persone, e c’è anche decaffeinato?|Quanto costa l’abbonamento filtri ogni due mesi? Vorrei saperlo prima.]',
    answer:
      'per due persone va bene il sacchetto da 500 g, 14,90 euro al mese, decaffeinato allo stesso prezzo. Può sospenderlo quando vuole, e se un pulsante fa i capricci La aiuto io.',
  },
]
