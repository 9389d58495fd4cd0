// German: what goes wrong around the goods (parcels, money, people), in the words of customers and of the desk.
import type { CauseTexts, ServiceKey } from '../shape.ts'

export const service: Readonly<Record<ServiceKey, CauseTexts>> = {
  'parcels-lost': {
    subject: '[Wo ist mein Paket?|Paket verschwunden|Bestellung {order} nicht angekommen|Kein Paket, keine Nachricht]',
    short: '[wo ist mein paket {order}|Paket immer noch nicht da. {order}!!|Bestellung {order} nie angekommen]',
    facts: [
      'Meine Bestellung {order} vom {date} ist [nicht angekommen|bis heute nicht da|offenbar verschwunden].',
      'Die Sendungsverfolgung zu {order} [steht seit {days} Tagen auf „im Depot"|sagt „zugestellt", zugestellt wurde nichts|bewegt sich seit über einer Woche nicht].',
      'Seit dem {date} warte ich auf die Bestellung {order} ({item}).',
    ],
    details: [
      'Gefragt habe ich [bei den Nachbarn links und rechts|im ganzen Haus|im Paketladen um die Ecke]: Niemand hat es.',
      'Der Paketdienst [legt einfach auf|verweist auf <Sie|euch>, und <Ihre|eure> Seite verweist auf den Paketdienst|sagt, nachfragen dürfe nur der Absender].',
      'Es ist [ein Weihnachtsgeschenk für meine Tochter|ein Geschenk] und sollte [längst|vor dem Wochenende] hier sein.',
    ],
    asks: [
      'Bitte <klären Sie|klärt>, wo das Paket ist, oder [<schicken Sie|schickt> es noch einmal|<zahlen Sie|zahlt> mir die {amount} zurück].',
      'Kommt es noch [vor Weihnachten|diese Woche], ja oder nein?',
    ],
    question:
      'Würden Sie mit mir prüfen, ob die Anschrift vollständig ist? Der Fahrer hat „nicht gefunden" notiert, und bei uns fehlt [das Stockwerk|der Name an der Klingel].',
    reply:
      'An der Klingel steht [derselbe Name|der Name meiner Partnerin], zweiter Stock links, Hausnummer {number2}. [Alle anderen finden uns.|Andere Pakete kommen an.]',
    answers: [
      'der Paketdienst findet Ihr Paket mit der Bestellung {order} nicht, und wir auch nicht. Warten lasse ich Sie deshalb nicht länger: Die gleiche Ware [ist heute mit einem anderen Dienst losgeschickt worden|geht heute Abend mit einem anderen Dienst hinaus] und ist bis {due} bei Ihnen. Taucht das erste Paket doch noch auf, lassen Sie es zu, ich lasse es abholen.',
      'Ihr Paket {order} wurde zuletzt im Depot gescannt und ist seitdem verschollen, [mit einem ganzen Rollwagen|wie andere von diesem Tag auch]. Die {amount} habe ich Ihnen heute zurückgezahlt, sie sind bis {due} auf dem Konto. Wenn Sie die Ware weiterhin möchten, schreiben Sie mir, dann lege ich sie für Sie zurück.',
    ],
    again:
      '[Der genannte Tag ist vorbei und das Paket ist immer noch nicht da.|Wieder ist nichts gekommen, obwohl es versprochen war. Das Paket ist noch immer nicht hier.] [Was ist da los?|Ich hatte mir extra freigenommen.]',
    mended:
      'Ihnen wurde ein Tag genannt, und er wurde nicht gehalten. Ich habe eben mit dem Depot gesprochen: Das Paket liegt im Wagen und kommt am {due}, ich verfolge es selbst. Die Versandkosten sind in jedem Fall zurückgezahlt.',
    refusal: null,
  },
  'charged-twice': {
    subject: '[Doppelt abgebucht|Doppelte Abbuchung, {order}|{amount} zweimal eingezogen|Falsche Abbuchung]',
    short:
      '[doppelt abgebucht, {order}|{amount} zweimal eingezogen. Bestellung {order}.|warum wurde zweimal abgebucht?? {order}]',
    facts: [
      'Für die Bestellung {order} <haben Sie|habt ihr> zweimal abgebucht: {amount} am {date} und zwei Tage später noch einmal {amount}.',
      'Auf meinem Kontoauszug stehen die {amount} doppelt, für ein und dieselbe Bestellung {order}.',
      'Einmal gekauft (Bestellung {order}, {date}), zweimal bezahlt, jeweils {amount}.',
    ],
    details: [
      'Ich [habe nur eine Bestätigung|habe einmal geklickt und eine Rechnung bekommen], eine zweite Bestellung kann es also nicht sein.',
      'Mein Konto ist dadurch [im Minus|überzogen, das kostet mich Zinsen].',
      'Die Bank sagt, [ich solle mich an <Sie|euch> wenden|zurückholen könne es nur der Händler].',
    ],
    asks: [
      'Bitte <überweisen Sie|überweist> die zweiten {amount} [sofort|noch diese Woche] zurück.',
      'Wann bekomme ich das Geld zurück[, und wer zahlt die Zinsen|]?',
    ],
    question:
      'Würden Sie mir die beiden Buchungstage und die letzten vier Ziffern des Verwendungszwecks nennen? Dann findet unser Zahlungsdienst die zweite Buchung heute noch.',
    reply:
      'Gebucht wurde am {date} und zwei Tage danach, der Verwendungszweck endet auf {number4}. [Mehr steht da nicht.|Die erste Buchung ist in Ordnung, es geht um die zweite.]',
    answers: [
      'Sie haben nichts falsch gemacht: Durch einen Fehler in unserer Rechnungsstellung ging die Abbuchung für {order} ein zweites Mal hinaus. Die zweiten {amount} sind seit heute früh auf dem Rückweg und bis {due} auf Ihrem Konto. [Der Fehler ist gefunden und behoben.|Falls Ihre Bank deswegen Zinsen berechnet, schicken Sie mir die Zeile, wir übernehmen sie.]',
      'ich sehe beide Buchungen über {amount} zur Bestellung {order}. Die zweite steht Ihnen zu, und sie ist angewiesen: heute, bis {due} ist das Geld bei Ihnen.',
    ],
    again:
      '[Auf meinem Konto ist immer noch kein Geld|Die zweite Buchung ist noch nicht zurück], und der genannte Tag war [gestern|am Montag].',
    mended:
      'die Zahlung hing bei uns in einer Prüfung fest, und niemand hat es mir gesagt und Ihnen auch nicht. Ich habe sie eben als Echtzeitüberweisung losgeschickt: {amount}; die Zinsen Ihrer Bank kommen dazu, wenn Sie mir die Summe nennen. Spätestens bis {due} ist alles da.',
    refusal: null,
  },
  'voucher-fails': {
    subject: '[Gutschein geht nicht|Gutschein HALDEN10|Code wird abgelehnt|Ihr Gutscheincode]',
    short: '[HALDEN10 geht nicht|gutschein wird wieder abgelehnt, warum|HALDEN10 „ungültig". Er ist gültig.]',
    facts: [
      'Der Gutschein HALDEN10 aus <Ihrem|eurem> Brief wird an der Kasse [abgelehnt|nicht angenommen], obwohl er bis Monatsende gilt.',
      'Ich habe HALDEN10 [viermal|an zwei Abenden] eingegeben, und jedes Mal heißt es „[Code unbekannt|ungültig]".',
      '<Ihre|Eure> Seite hat [die Bestellung ohne den Gutschein angenommen|den vollen Preis berechnet], obwohl ich HALDEN10 eingegeben hatte.',
    ],
    details: [
      'Probiert habe ich es [am Telefon und am Rechner|groß und klein geschrieben|mit leerem und mit vollem Warenkorb].',
      'Im Warenkorb lagen [Sachen für hundert Euro|zwei Lampen, auf die ich genau deswegen gewartet hatte].',
      'Im Kleingedruckten steht [nichts, was dagegen spricht|nichts von einem Mindestwert].',
    ],
    asks: [
      'Bitte <sorgen Sie|sorgt> dafür, dass er [gilt|nachträglich abgezogen wird].',
      'Bekomme ich den Rabatt noch, wenn ich [heute|jetzt] bestelle?',
    ],
    question: 'An welche Adresse kam der Gutschein, und was sagt die Seite im Wortlaut, wenn sie ihn ablehnt?',
    reply:
      'Er kam an diese Adresse hier, und die Seite sagt „[Code unbekannt|Dieser Code kann nicht kombiniert werden]", Nummer {number4}. [Im Warenkorb war nur eine Lampe.|Reduzierte Ware war nicht dabei.]',
    answers: [
      'HALDEN10 war versehentlich nur für neue Kunden freigeschaltet, der Brief ging aber an alle. Für Sie gilt er jetzt, bis {due}. [Falls Sie inzwischen bestellt haben, nennen Sie mir die Nummer, dann zahle ich die zehn Prozent zurück.|Ich habe es eben mit einem eigenen Warenkorb ausprobiert.]',
      'Ihr Code war richtig und unsere Seite falsch. Ich habe Ihnen einen eigenen eingerichtet, H10-{number4}, mit denselben zehn Prozent, gültig bis {due} und für jeden Artikel.',
    ],
    again: '[Der neue Code funktioniert nicht|Auch der andere Code geht nicht: „ungültig"].',
    mended:
      'dann lassen wir die Codes: Bestellen Sie ganz normal, antworten Sie mit der Bestellnummer auf diesen Brief, und ich zahle Ihnen zehn Prozent am selben Tag zurück. Das gilt bis {due} und ist bei Ihrem Namen vermerkt.',
    refusal:
      'ich habe nachgesehen: HALDEN10 galt vierzehn Tage und endete am Abend, bevor Sie es versucht haben; das Datum steht unter dem Code. Dass es an einem Tag hängt, ist ärgerlich, wir halten es hier aber mit allen gleich.',
  },
  'refunds-late': {
    subject: '[Erstattung fehlt|Wo bleibt mein Geld?|Vor Wochen zurückgeschickt, kein Geld|Erstattung zu {order}]',
    short:
      '[erstattung {order}?|vor 4 wochen zurückgeschickt, kein geld. {order}|Immer noch keine Erstattung, {order}]',
    facts: [
      'Vor [drei|vier] Wochen habe ich die Ware aus der Bestellung {order} ({item}) zurückgeschickt, und [die {amount} sind nicht da|bis heute fehlt das Geld].',
      '<Sie haben|Ihr habt> bestätigt, dass die Rücksendung zu {order} angekommen ist. Die {amount} sind es nicht.',
      'Auf <Ihrer|eurer> Seite steht, eine Erstattung dauert fünf Tage. Bei {order} sind es jetzt [mehr als ein Monat|{number2} Tage].',
    ],
    details: [
      'Den [Einlieferungsbeleg|Beleg der Post] habe ich, [das Paket war pünktlich da|sie kam rechtzeitig an].',
      'Ich habe [zweimal angerufen|schon einmal geschrieben] und hörte „[noch ein paar Tage|ist in Bearbeitung]".',
      '[Für <Sie|euch> ist es vielleicht wenig, für mich ist es ein Wocheneinkauf.|Ich hatte mit dem Geld gerechnet.]',
    ],
    asks: [
      'Bitte <zahlen Sie|zahlt> es [jetzt|heute noch] aus.',
      'An welchem Tag genau sind die {amount} auf meinem Konto?',
    ],
    question:
      'War die Bestellung mit Karte oder per Überweisung bezahlt? Bei einer Überweisung brauchen wir den Namen des Kontoinhabers so, wie die Bank ihn schreibt; die Kontonummer bitte nicht schicken.',
    reply:
      'Per Überweisung. Das Konto läuft auf den Namen meiner [Mutter|Schwester], gleicher Nachname, die Kundennummer dort endet auf {number4}.',
    answers: [
      'Ihre Rücksendung zu {order} lag seit dem Eingang in unserer Buchhaltung; die Erstattungen dieser Wochen sind alle liegen geblieben. Ihre habe ich aus dem Stapel holen lassen: Die {amount} sind heute angewiesen und bis {due} bei Ihnen.',
      'einen guten Grund, warum Sie darauf warten mussten, gibt es nicht. Die {amount} aus der Bestellung {order} sind heute Vormittag hinausgegangen, als Echtzeitüberweisung, wenn Ihre Bank mitmacht, sonst spätestens bis {due}.',
    ],
    again:
      'Eben nachgesehen: [immer noch nichts auf dem Konto|das Geld ist noch nicht da]. [Das ist der dritte Termin, den man mir nennt.|Wem soll ich das noch glauben?]',
    mended:
      'ich stand neben unserer Buchhalterin, als sie es abgeschickt hat: {amount}, mittags angewiesen, von der Bank bestätigt, bis {due} bei Ihnen. Zehn Euro kommen obendrauf, für zwei Termine, die wir nicht gehalten haben.',
    refusal: null,
  },
  'courier-rude': {
    subject: '[Ihr Fahrer|Unfreundlicher Bote|Wie hier zugestellt wird|Zustellung vom {date}]',
    short:
      '[der bote war unverschämt. {order}|fahrer hat das paket über den zaun geworfen, {order}|Stellt man so zu? Bestellung {order}]',
    facts: [
      'Der Fahrer, der die Bestellung {order} brachte, hat mich [angeschrien|beschimpft|angefahren, ich solle erst einmal meine Klingel beschriften].',
      '<Ihr|Euer> Bote hat das Paket {order} [über den Zaun geworfen|aus Schulterhöhe vor die Tür fallen lassen] und ist weggefahren.',
      'Als ich den Fahrer (Bestellung {order}) bat, den Karton über die Schwelle zu heben, hat er [mich ausgelacht|geflucht|die Wagentür zugeknallt].',
    ],
    details: [
      'Meine Mutter ist [achtzig|achtundsiebzig] und war [den Tränen nahe|ganz aufgelöst].',
      'Er trug [eine graue Jacke|eine Mütze], das Kennzeichen endete auf {number2}, falls das hilft.',
      '[Die Ware ist heil, es geht um das Benehmen.|Mit demselben Mann ist es das zweite Mal.|Entlassen soll niemand werden, aufhören soll es.]',
    ],
    asks: [
      '[Bitte <kümmern Sie sich|kümmert euch> darum.|Ich erwarte eine Entschuldigung.|Bitte <sprechen Sie|sprecht> mit der Firma, die für <Sie|euch> fährt.]',
      'Was <tun Sie|tut ihr> dagegen?',
    ],
    question:
      'Um wie viel Uhr ungefähr war er da, und hat es noch jemand gesehen? Ich möchte mit dem Paketdienst über diesen einen Fahrer sprechen und nicht über Fahrer im Allgemeinen.',
    reply: 'Gegen halb [zehn|zwölf|fünf]. [Die Nachbarin aus Nummer {number2} hat es gesehen.|Sonst war niemand da.]',
    answers: [
      'ich habe mit der Leiterin des Depots gesprochen, das für uns fährt. Der Fahrer der Bestellung {order} ist ermittelt, gehört und von Ihrer Tour genommen; zu Ihnen kommt ab jetzt jemand anderes. Dass Sie an der eigenen Tür so behandelt wurden, tut mir leid. Am {due} frage ich im Depot noch einmal nach.',
      'das muss sich niemand gefallen lassen, und schon gar nicht, weil er bei uns bestellt hat. Der Paketdienst muss uns bis {due} schriftlich sagen, was er unternimmt, und ich schreibe Ihnen, was darin steht. Wenn Sie möchten, kommen Ihre nächsten Lieferungen mit einem anderen Dienst.',
    ],
    again:
      'Heute war er wieder da, derselbe Mann, [kein bisschen besser als beim ersten Mal|und geklingelt hat er gar nicht]. Geändert hat sich also immer noch nichts.',
    mended:
      'dann hat das Depot mir gegenüber nicht Wort gehalten. Ihre Anschrift habe ich ganz auf einen anderen Paketdienst umgestellt, ab der nächsten Bestellung, und unsere Vertragsabteilung spricht am {due} mit dem alten, Ihre beiden Briefe in der Hand.',
    refusal: null,
  },
  'subscription-stuck': {
    subject: '[Kündigung|Abo lässt sich nicht kündigen|Kaffee-Abo kündigen|Das Abo läuft und läuft]',
    short:
      '[abo JETZT kündigen, {order}|kündigen geht nicht, knopf tut nichts. {order}|Dritter Monat nach der Kündigung. Schluss damit. {order}]',
    facts: [
      'Ich möchte mein Abo kündigen ({item}), und der Knopf auf <Ihrer|eurer> Seite [tut nichts|führt auf eine leere Seite|verlangt immer wieder die Anmeldung].',
      'Am {date} habe ich gekündigt, und trotzdem [kam das nächste Paket|wurden {amount} abgebucht] (Bestellung {order}).',
      'Seit [drei|vier] Wochen versuche ich, mein Abo zu beenden ({order}).',
    ],
    details: [
      'Versucht habe ich es [mit zwei Browsern und am Telefon|angemeldet und abgemeldet].',
      'Inzwischen habe ich [Kaffee für ein halbes Jahr|so viele Filter, dass ich einen Laden aufmachen könnte].',
      'Abschließen ging mit einem Klick. [Warum dauert das Kündigen einen Monat?|Kündigen sollte genauso gehen.]',
    ],
    asks: [
      'Bitte <beenden Sie|beendet> es ab sofort und <bestätigen Sie|bestätigt> mir das schriftlich.',
      '[Und bitte <zahlen Sie|zahlt> die letzten {amount} zurück.|Was wird aus dem Paket, das unterwegs ist?]',
    ],
    question: 'Unter Ihrem Namen laufen zwei Abos. Soll ich beide beenden, oder möchten Sie die Filter behalten?',
    reply: '[Beide, bitte.|Nur den Kaffee, die Filter dürfen weiterlaufen.] Die Nummer des letzten Pakets: {number}.',
    answers: [
      'Ihr Abo ist ab heute beendet, dieser Brief ist Ihre Bestätigung. Was nach Ihrem Kündigungsversuch noch abgebucht wurde, {amount}, ist bis {due} wieder bei Ihnen. [Eine Änderung an unserer Seite hatte den Knopf lahmgelegt, heute Abend geht er wieder.|Das Paket, das noch unterwegs ist, dürfen Sie behalten.]',
      'ich habe Ihr Abo ({item}) gerade von Hand beendet, es wird nichts mehr geschickt und nichts mehr abgebucht. Die {amount} aus {order} kommen bis {due} zurück, denn Sie hätten vorher heraus sein müssen.',
    ],
    again:
      '[Heute kam wieder ein Paket. Das Abo läuft immer noch!|Es wurde wieder abgebucht, passiert ist also noch nichts. Immer noch nicht gekündigt.]',
    mended:
      'jetzt sehe ich es: Das Paket war schon gepackt, bevor ich das Abo beendet habe, und ist durchgerutscht. Ich habe das Konto für jede Abbuchung gesperrt und beide Monate zurückgezahlt, bis {due} sind sie bei Ihnen. Das Paket behalten Sie bitte.',
    refusal: null,
  },
  'delivery-late': {
    subject: '[Lieferung verspätet|Wann kommt {order}?|Lieferzeit|Bestellung {order} überfällig]',
    short: '[wann kommt {order}|{order} verspätet sich schon wieder|{item}, versprochen für letzte Woche. {order}]',
    facts: [
      'Die Bestellung {order} sollte [letzte Woche|innerhalb von drei Tagen] kommen, und [sie ist nicht da|ich höre nichts].',
      'Am {date} habe ich bestellt ({item}, Nr. {order}), auf Lager, hieß es, [zwei bis drei Tage|48 Stunden].',
      'Meine Bestellung {order} ist seit {days} Tagen „[in Vorbereitung|in Bearbeitung]".',
    ],
    details: [
      'Ich bin [zweimal umsonst zu Hause geblieben|extra zu Hause geblieben].',
      'Keine Mail, keine Nachricht, [nichts|kein Wort].',
      'Ein späterer Termin wäre in Ordnung, [wenn ihn jemand nennen würde|ich will ihn nur wissen].',
    ],
    asks: [
      '[Wann kommt sie?|Bitte einen Termin, auf den ich mich verlassen kann.]',
      'Wenn es länger als diese Woche dauert, [möchte ich stornieren|bitte stornieren].',
    ],
    question:
      'Wäre Ihnen mit einer anderen Anschrift oder einem Paketladen geholfen? Dann könnte es ein, zwei Tage früher klappen.',
    reply: '[Nein, bitte hierher.|Ja, an meine Arbeitsstelle: Die Pforte nimmt bis sechs Pakete an, Tor {number2}.]',
    answers: [
      'die Ware aus Ihrer Bestellung {order} ({item}) stand als vorrätig auf der Seite, das Regal war aber leer. [Heute früh|Heute] kam Nachschub, Ihre ist gepackt und bis {due} bei Ihnen. Das hätten Sie von uns hören müssen, lange bevor Sie fragen.',
      'Ihre Bestellung {order} blieb wegen eines einzigen fehlenden Artikels liegen. Ich habe sie geteilt: Was da ist, geht heute hinaus und ist bis {due} bei Ihnen, den Versand zahlen Sie nur einmal.',
    ],
    again: 'Es ist immer noch nicht da, und die Sendungsverfolgung [ist leer|zeigt nichts].',
    mended:
      'der Aufkleber war gedruckt, und das Paket stand neben dem Lastwagen statt darin. Jetzt ist es drin, ich habe es gesehen, und es kommt bis {due}. Die Versandkosten habe ich zurückgezahlt.',
    refusal:
      'ich bin Ihrer Bestellung {order} vom {date} vom Regal bis zur Tür nachgegangen. Für diesen Artikel nennt die Seite drei Wochen, vergangen sind {days} Tage. Verspätet ist sie also nicht, und verloren auch nicht: Sie kommt wie angekündigt.',
  },
  'unwanted-mail': {
    subject: '[Werbung, die ich nie wollte|Adresse löschen|Schluss mit der Werbung|Woher haben Sie meine Adresse?]',
    short: '[hört auf mir zu schreiben|abmelden!!!|Ich habe nie etwas bei <Ihnen|euch> gekauft. Keine Mails mehr.]',
    facts: [
      'Ich habe nie etwas bei <Ihnen|euch> gekauft und bekomme trotzdem <Ihren|euren> Newsletter, [zweimal die Woche|seit einem Monat].',
      'Woher <haben Sie|habt ihr> meine Adresse? Ich [bin nicht bei <Ihnen|euch> Kunde|habe kein Konto bei <Ihnen|euch>].',
      'Ich habe mich [am {date}|dreimal] von der Werbung abgemeldet, und sie kommt weiter.',
    ],
    details: [
      'Der Link am Ende [führt ins Leere|behauptet, ich stünde nicht auf der Liste].',
      'Einer Freundin geht es [genauso|mit <Ihnen|euch> ebenso].',
      'Noch einmal möchte ich darum nicht bitten.',
    ],
    asks: [
      'Bitte <löschen Sie|löscht> meine Adresse und <sagen Sie|sagt> mir, woher sie stammt.',
      'Ich bitte um eine Bestätigung, dass sie gelöscht ist.',
    ],
    question: 'An welche Adresse kommen die Briefe? Die, von der Sie schreiben, steht auf keiner unserer Listen.',
    reply:
      'An eine ältere, die zu mir weitergeleitet wird, sie endet auf {number2}. [Die bitte löschen.|Das reicht hoffentlich.]',
    answers: [
      'Ihre Adresse steht seit dieser Stunde auf keiner unserer Listen mehr und ist gesperrt, damit sie nicht wiederkommt. Sie stammte aus einem Gewinnspiel im Frühjahr, bei dem jemand sie eingetippt hat. Bis {due} hat auch die Firma, die es veranstaltet hat, sie gelöscht; ich achte darauf.',
      'ich habe sie gelöscht. Sie war aus einer alten Messeliste übernommen worden, das hätte nie geschehen dürfen. Ein Brief kann bis {due} noch unterwegs sein, danach keiner mehr.',
    ],
    again: 'Heute kam wieder Werbung von <Ihnen|euch>. Die Adresse ist also immer noch nicht gelöscht.',
    mended:
      'die Werbung von heute kam aus einem zweiten System, von dem ich nichts wusste. Auch dort ist Ihre Adresse jetzt gelöscht, der Beleg liegt vor mir, und am {due} sehe ich noch einmal nach.',
    refusal: null,
  },
}
