// German: what is wrong with goods, in the words of customers and of the desk. <Sie|ihr> is formal or informal.
import type { CauseTexts, GoodsKey } from '../shape.ts'

export const goods: Readonly<Record<GoodsKey, CauseTexts>> = {
  'kettle-leaks': {
    subject:
      '[Wasserkocher undicht|Wasserkocher Varde läuft aus|Pfütze unter dem Wasserkocher|Varde tropft, Bestellung {order}|Wasserkocher leckt]',
    short:
      '[wasserkocher undicht, {order}|Der Varde tropft. Bestellung {order}.|Wasserkocher läuft unten aus!! {order}|Schon wieder Wasser auf der Arbeitsplatte. Bestellung {order}.]',
    facts: [
      'Der Wasserkocher Varde aus meiner Bestellung {order} [leckt|tropft|verliert Wasser], [unten am Boden|dort, wo der Griff ansetzt|rund um die Wasserstandsanzeige].',
      '[Seit letzter Woche|Seit drei Tagen|Ungefähr seit dem zehnten Kochen] steht unter dem Wasserkocher, den ich am {date} bei <Ihnen|euch> bestellt habe (Nr. {order}), eine [Pfütze|kleine Lache].',
      'Am {date} habe ich den Wasserkocher Varde bestellt, Nummer {order}, und [er ist nicht mehr dicht|die Dichtung am Boden hat aufgegeben|aus dem Boden kommt Wasser, sobald ich ihn mehr als halb fülle].',
    ],
    details: [
      'Erst waren es [ein paar Tropfen|nur Tropfen], inzwischen ist es bei vollem Kocher [etwa eine halbe Tasse|ein Schnapsglas voll].',
      'Ich habe ihn [entkalkt|abgetrocknet und noch einmal probiert|nur noch halb gefüllt], wie es in der Anleitung steht, und es hat nichts geändert.',
      'Der Sockel mit dem Stecker [wird nass|stand heute früh im Wasser], und Strom und Wasser möchte ich [mit Kindern im Haus|in meiner Küche] nicht nebeneinander haben.',
      '[Meine Schwester hat den gleichen, ihrer ist dicht.|Die Nachbarin hat den gleichen im Frühjahr gekauft, und ihrer tropft auch.] Liegt es an der Serie?',
    ],
    asks: [
      '[Bitte <schicken Sie|schickt> mir einen, der dicht ist.|Ich hätte gern einen neuen.|Ich möchte meine {amount} zurück.]',
      'Wie bekomme ich [Ersatz|mein Geld zurück], und muss der alte zurückgeschickt werden?',
    ],
    question:
      '[Damit ich das Richtige schicke|Um zu sehen, ob Ihrer aus der betroffenen Serie stammt]: Würden Sie [einmal unter den Boden schauen und|] mir die sechs Ziffern nach dem „S" auf dem silbernen Schild nennen?',
    reply:
      'Auf dem Schild steht S{number}. [Es tropft immer an derselben Stelle, knapp unter der Anzeige.|Benutzt habe ich ihn seitdem nicht mehr.|Hoffe, das hilft.]',
    answers: [
      'Ihr Wasserkocher Varde aus der Bestellung {order} gehört zu einer Serie, bei der die Dichtung an der Wasserstandsanzeige schlecht sitzt. Bitte ziehen Sie den Stecker und benutzen Sie ihn nicht weiter. Ein neuer mit geänderter Dichtung [geht heute bei uns raus|verlässt heute Abend das Lager] und ist bis {due} bei Ihnen. Den alten brauchen Sie nicht zurückzuschicken.',
      'Wasser am Boden heißt beim Varde, dass die Dichtung versagt hat; Sie haben nichts falsch gemacht. Ich habe Ihnen die {amount} aus der Bestellung {order} heute zurücküberwiesen, sie sind bis {due} auf Ihrem Konto. [Den Wasserkocher können Sie entsorgen.|Bitte schließen Sie ihn nicht mehr an, zurück brauchen wir ihn nicht.]',
    ],
    again:
      'Der neue Wasserkocher [ist auch undicht, an genau derselben Stelle|kam heute an und tropft wieder]. [Zweimal gefüllt, zweimal Wasser auf der Platte, es ist also immer noch nicht behoben.|Das ist der zweite, und er ist immer noch nicht dicht.]',
    mended:
      'Dass auch der Ersatz tropft, darf nicht sein. Einen dritten Varde möchte ich Ihnen nicht zumuten: Die {amount} sind heute vollständig zurücküberwiesen und bis {due} bei Ihnen. Falls Sie trotzdem einen Wasserkocher möchten: Der Skarn aus Glas hat keine Anzeige und damit auch diese Dichtung nicht.',
    refusal: null,
  },
  'carpet-colour': {
    subject: '[Falsche Farbe|Teppich Myra: Farbe|Teppich sieht anders aus als im Bild|Farbe stimmt nicht, {order}]',
    short:
      '[teppich ist grün, nicht grau!! {order}|Falsche Farbe, Bestellung {order}|Das ist nicht die Farbe, die ich bestellt habe. {order}]',
    facts: [
      'Der Teppich Myra aus der Bestellung {order} ist [eindeutig grün|grünlich|eher oliv als grau], auf <Ihrer|eurer> Seite ist er [steingrau|grau].',
      'Am {date} habe ich den Myra in Grau bestellt ({order}). Ausgerollt habe ich [etwas Grünes|eine Art Salbeigrün], [bei Tageslicht wie bei Lampenlicht|egal, welche Lampe brennt].',
      'Gekauft habe ich den Myra wegen des Graus auf den Bildern (Bestellung {order}), und [das gibt es offenbar nicht|in Wirklichkeit ist er anders].',
    ],
    details: [
      'Ich habe ihn [neben das Bild auf dem Telefon|an unser graues Sofa|neben das Muster vom Etikett] gehalten: [zwei verschiedene Farben|niemand würde sagen, das sei dieselbe Farbe].',
      'Auf dem Etikett steht „[Grau 04|Stein]". Also [stimmt das Bild nicht|stimmt das Etikett nicht oder das Bild], nur haben wir passend dazu gestrichen.',
      'Er wiegt [vierzehn|fünfzehn] Kilo, ich wohne im [dritten|vierten] Stock ohne Aufzug, [zum Paketladen schleppen kommt nicht in Frage|tragen kann ich ihn also nirgendwohin].',
    ],
    asks: [
      '[Bitte <lassen Sie|lasst> ihn abholen.|<Können Sie|Könnt ihr> ihn abholen lassen?|Ich möchte ihn zurückgeben, ohne dafür zu zahlen.]',
      'Gibt es ihn in der Farbe vom Bild? Sonst [möchte ich mein Geld zurück|bitte ich um Rückzahlung der {amount}].',
    ],
    question:
      'Würden Sie [auf dem eingenähten Etikett an der kurzen Seite nachsehen|nachsehen], welche Zahl hinter „Col." steht? Es gibt zwei Färbungen, und ich will sicher sein, welche Sie bekommen haben.',
    reply:
      'Da steht Col. {number}. [Ich habe ihn erst einmal wieder eingerollt.|Mein Mann hat es abgelesen, ich hoffe, richtig.]',
    answers: [
      'Sie haben recht: Die Bilder vom Myra sind bei warmem Licht entstanden und zeigen ihn grauer, als er ist. Der Fehler liegt bei uns. Die Abholung ist für {due} bestellt, zwei Leute tragen ihn hinunter, und die {amount} gehen zurück an Sie, sobald er verladen ist. [Die Bilder werden neu gemacht.|Die Bilder haben wir von der Seite genommen.]',
      'Der Myra aus Ihrer Bestellung {order} stammt aus einer Färbung, die grün ausgefallen ist. Ein grauer, von Hand geprüft, kommt am {due}, der Fahrer nimmt den anderen gleich mit. Für Sie kostet das nichts.',
    ],
    again:
      '[Am genannten Tag kam niemand, ich bin umsonst zu Hause geblieben, der Teppich liegt immer noch hier.|Der Fahrer ist nicht gekommen, der grüne Teppich liegt immer noch hier.] [Und jetzt?|Langsam reicht es mir.]',
    mended:
      'Das hätte Ihnen nicht zweimal passieren dürfen. Die {amount} habe ich heute schon überwiesen, ohne auf den Teppich zu warten. Den Tag der Abholung bestimmen Sie, der Fahrer ruft eine Stunde vorher an. Bis {due} ist es erledigt.',
    refusal:
      'Ich habe das Bild zu Ihrer Bestellung {order} bei Tageslicht neben den Myra in unserem Ausstellungsraum gelegt. Es ist die Farbe, die auf der Seite und auf dem Etikett steht, Steingrau 04; einen Fehler bei der Lieferung kann ich nicht finden. Zurückgeben können Sie ihn binnen vierzehn Tagen, der Rückweg geht dann allerdings zu Ihren Lasten.',
  },
  'chair-screws': {
    subject: '[Schrauben fehlen|Stuhl Torvik ohne Schrauben|Stuhl lässt sich nicht aufbauen|Teile fehlen, {order}]',
    short: '[keine schrauben im karton, {order}|Stuhl Torvik: Schraubenbeutel fehlt, {order}|Schrauben??? {order}]',
    facts: [
      'Beim Stuhl Torvik aus der Bestellung {order} fehlt [der Beutel mit den Schrauben|das ganze Schraubenzeug|jede Schraube].',
      'Ich wollte heute den Stuhl Torvik vom {date} ([Bestellung|Nr.] {order}) aufbauen, und [es ist keine einzige Schraube im Karton|die Schrauben fehlen].',
      'Vier Beine, ein Sitz, eine Lehne und [nichts, was sie zusammenhält|keine Schrauben]: So kam die Bestellung {order} an.',
    ],
    details: [
      'Ich habe [den Karton auf den Kopf gestellt|jede Pappe umgedreht|auch im Schaumstoff gesucht]. [Nichts.|Laut Anleitung gibt es einen Beutel B mit acht Schrauben. Den gibt es hier nicht.]',
      'Mit [Schrauben aus dem Baumarkt|alten Schrauben aus dem Keller] habe ich es probiert, [die passen nicht ins Gewinde|das Gewinde ist ein seltsames Maß].',
      'Am [Samstag|Wochenende] kommen Gäste, und [uns fehlt ein Stuhl|wir sitzen auf Kisten].',
    ],
    asks: [
      '[Bitte <schicken Sie mir|schickt mir> die Schrauben.|Der Beutel mit den Schrauben genügt mir.|Könnten die Schrauben einfach per Post kommen?]',
      'Wie schnell geht das?',
    ],
    question:
      'Steht unter der Sitzfläche eine Nummer, [eingeprägt|aufgedruckt]? Den Torvik gibt es mit zwei Gewinden, und ich möchte gleich den richtigen Beutel schicken.',
    reply: 'Ja, da steht T{number}. [Hoffentlich ist es die richtige.|Gleich neben dem Aufkleber.]',
    answers: [
      'der Beutel B ist beim Packen Ihres Torvik vergessen worden, [leider bei einer ganzen Palette|und Ihr Karton ist nicht der einzige]. Schrauben und Schlüssel [sind heute als Brief mit Sendungsnummer rausgegangen|liegen seit heute Mittag bei der Post] und sind bis {due} in Ihrem Briefkasten.',
      'acht Schrauben, acht Scheiben und der Schlüssel für Ihren Torvik (Bestellung {order}) sind [unterwegs|bei der Post], Sie haben sie bis {due}. [Zwei Schrauben mehr liegen bei|Einen zweiten Schlüssel habe ich dazugelegt], falls etwas unter den Schrank rollt.',
    ],
    again:
      '[Die Schrauben kamen, sie sind zu kurz, der Stuhl steht also immer noch nicht.|Es kam ein Beutel, der für den Hocker. Der Stuhl steht noch immer nicht.]',
    mended:
      'ich bin selbst ins Lager gegangen, habe einen Torvik auseinandergenommen und Ihnen seine Schrauben geschickt: M6 × 40, sie passen sicher und sind bis {due} bei Ihnen. Für das zweite Warten habe ich Ihnen die Versandkosten zurückgezahlt.',
    refusal: null,
  },
  damaged: {
    subject: '[Beschädigt angekommen|Bestellung {order} kaputt|Transportschaden|{item} beschädigt]',
    short: '[kaputt angekommen, {order}|{item}: defekt. {order}|Schon wieder beschädigt. {order}. Geld zurück bitte]',
    facts: [
      'Meine Bestellung {order} ({item}) kam [beschädigt|kaputt|mit einem großen Riss] an.',
      '[Heute|Gestern] kam das Paket mit {order} ({item}), und [alles ist zerkratzt|eine Seite ist eingedrückt|es sind zwei Teile daraus geworden].',
      'Eben habe ich die Bestellung {order} vom {date} ausgepackt: {item}, [an einer Ecke zerschlagen|von oben bis unten gesprungen|so verbogen, dass nichts mehr passt].',
    ],
    details: [
      'Der Karton [sah von außen gut aus|war an einer Ecke aufgerissen und wieder zugeklebt|hatte einen Schuhabdruck].',
      'Gepolstert war es [kaum|mit einem einzigen Bogen Papier].',
      'Fotos kann ich [heute Abend|gern] schicken, die Verpackung [habe ich aufgehoben|hebe ich auf].',
    ],
    asks: [
      '[Bitte noch einmal, und dann besser verpackt.|Ich hätte gern Ersatz.|Ich möchte mein Geld zurück.]',
      'Was <brauchen Sie|braucht ihr> von mir, damit ich [Ersatz|meine {amount} zurück] bekomme?',
    ],
    question:
      '[Wo genau ist der Schaden, und war dem Karton von außen etwas anzusehen?|War auch der äußere Karton beschädigt, und haben Sie ihn noch?] Ich brauche das für den Paketdienst, nicht weil ich an Ihnen zweifle.',
    reply:
      'Der Schaden ist [unten links|an der Rückseite|am Rand], ungefähr {number2} cm. [Der Karton hatte an derselben Seite ein Loch.|Der Karton war heil.] Ich hebe alles auf, bis ich von <Ihnen|euch> höre.',
    answers: [
      'ich habe für Ihre Bestellung {order} ({item}) ein neues Stück aus dem Regal holen lassen und [beim Packen zugesehen|um eine zweite Lage Polster gebeten]. Es ist bis {due} bei Ihnen. Das kaputte können Sie entsorgen.',
      'was mit der Bestellung {order} ankam, ist nicht das, wofür Sie bezahlt haben. Die {amount} gehen heute an Sie zurück und sind bis {due} auf Ihrem Konto, zurückschicken müssen Sie nichts. [Die Verpackung wird geändert.|Ihre Worte habe ich an den Packtisch weitergegeben.]',
    ],
    again:
      '[Auch der Ersatz hat einen Sprung, das ist also immer noch nicht gelöst.|Das zweite Stück ist ebenfalls wieder kaputt.] [Gepackt war es genau wie das erste.|Viel Glück habe ich bei <Ihnen|euch> nicht.]',
    mended:
      'zweimal kaputt, das ist unsere Verpackung und nicht Ihr Pech. Die {amount} sind heute zurücküberwiesen (bis {due} bei Ihnen), und dieser Artikel verlässt das Haus erst wieder, wenn er einen neuen Karton hat.',
    refusal:
      'ich bin mit dem Paketdienst die Bestellung {order} durchgegangen: Das Paket wurde vor der Übergabe gewogen und fotografiert, unbeschädigt, und ohne Vermerk angenommen. Dass es unterwegs zerbrochen ist, kann ich daher nicht erkennen, und ersetzen kann ich es deshalb nicht.',
  },
  'wrong-item': {
    subject: '[Falscher Artikel|Falsche Lieferung|Bestellung {order}: falsches Paket|Das habe ich nicht bestellt]',
    short: '[falscher artikel, {order}|Das habe ich nicht bestellt. {order}|Lampenschirm statt {item}?? {order}]',
    facts: [
      'Bestellt hatte ich {item} (Bestellung {order}), im Paket war [etwas ganz anderes|ein Stapel Geschirrtücher|ein Lampenschirm, den ich noch nie gesehen habe].',
      'Heute kam die Bestellung {order}. [Auf dem Lieferschein steht {item}, im Karton liegt etwas anderes.|Im Karton liegt der falsche Artikel.]',
      '<Sie haben|Ihr habt> mir das Falsche geschickt. Bestellt hatte ich {item}, am {date}, Nr. {order}.',
    ],
    details: [
      'Der Lieferschein [ist meiner, die Ware nicht|stimmt, nur der Inhalt nicht].',
      'Ich habe es [nicht weiter ausgepackt|in der Folie gelassen], [wer es vermisst, kann es haben|es kann so zurück].',
      'Es sollte ein Geschenk sein, [für meine Mutter|für eine Hochzeit am Samstag], die Zeit drängt also.',
    ],
    asks: [
      'Bitte <schicken Sie|schickt> mir [das Richtige|das, was ich bestellt habe], und was passiert mit dem anderen?',
      '[Klappt das noch diese Woche?|Wann kommt das Richtige?]',
    ],
    question:
      'Würden Sie mir die Nummer unter dem Strichcode des falschen Artikels nennen? Dann sehe ich, mit wessen Paket Ihres vertauscht wurde.',
    reply:
      'Unter dem Strichcode steht {number}. [Der Packzettel im Karton ist übrigens auf jemand anderen ausgestellt.|Es ist ein grauer Karton.]',
    answers: [
      'Ihre Bestellung {order} ({item}) [geht heute noch einmal hinaus, diesmal von vier Augen geprüft,|ist gerade neu gepackt worden] und ist bis {due} bei Ihnen. Was irrtümlich kam, [dürfen Sie behalten|nimmt der Fahrer mit, Sie brauchen weder Aufkleber noch Karton].',
      'an dem Tag, an dem Ihre Bestellung {order} das Lager verließ, wurden am Packtisch zwei Aufkleber vertauscht. Das richtige Paket ist unterwegs und kommt bis {due}, das andere wird dabei an Ihrer Tür abgeholt.',
    ],
    again:
      'Das zweite Paket ist da, und es ist [noch einmal der falsche Artikel|immer noch nicht, was ich bestellt habe]. [Schaut jemand in die Kartons? Gelöst ist es also noch nicht.|Das ist immer noch nicht das, worum es ging.]',
    mended:
      'ich habe den Grund gefunden: Das Regalfach selbst war falsch beschriftet, deshalb musste auch der zweite Versuch scheitern. Ihre Ware ({item}) habe ich aus dem Ausstellungsraum genommen und per Express geschickt, bis {due} ist sie da. Die Versandkosten sind zurückgezahlt.',
    refusal:
      'ich habe Ihre Bestellung {order} vom {date} Nummer für Nummer mit dem verglichen, was gepackt wurde: Geliefert wurde genau der bestellte Artikel, {item}, in der gewählten Ausführung. Dass Sie etwas anderes erwartet hatten, verstehe ich, ein Fehler bei der Lieferung war es nicht.',
  },
}
