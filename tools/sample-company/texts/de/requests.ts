// German: plain questions and their answers.
import type { RequestTexts } from '../shape.ts'

export const requests: readonly RequestTexts[] = [
  {
    subject: '[Öffnungszeiten|Ausstellungsraum|Frage zum Ausstellungsraum]',
    ask: '[Ist der Ausstellungsraum samstags geöffnet?|Wie sind die Öffnungszeiten vom Ausstellungsraum im {month}?] [Ich käme von außerhalb.|Ich würde die Stühle Torvik gern sehen, bevor ich bestelle.]',
    answer:
      'der Ausstellungsraum ist dienstags bis samstags von zehn bis achtzehn Uhr offen, auch im {month}. Der Torvik steht gleich am Eingang. Sagen Sie mir, wann Sie kommen, dann hat jemand Zeit für Sie.',
  },
  {
    subject: '[Lieferung in die Schweiz|Versand ins Ausland|Versandfrage]',
    ask: '[Liefern Sie auch in die Schweiz|Was kostet der Versand nach Norwegen, und liefern Sie dorthin] ({item})? [Es wäre für meinen Bruder.|Es hat Zeit.]',
    answer:
      'ja, dorthin liefern wir, für 14,90 Euro, in fünf bis sieben Werktagen, der Zoll ist dabei. An der Kasse erscheint es, sobald Sie das Land wählen.',
  },
  {
    subject: '[Ersatzteil|Deckel für den Wasserkocher|Auf Lager?]',
    ask: '[Ist der Deckel vom Wasserkocher Skarn als Ersatzteil auf Lager?|Was kostet der Rührbesen zum Handmixer Kvern einzeln?] [Meiner ist heruntergefallen.|Ich würde zwei nehmen.]',
    answer:
      'das Teil liegt hier, 6,50 Euro mit Versand. Antworten Sie mit „ja", dann schicke ich es an die Anschrift, die Sie mir nennen; die Rechnung liegt bei.',
  },
  {
    subject: '[Teppich in anderer Größe|Myra größer|Frage zum Myra]',
    ask: '[Haben Sie den Teppich Myra auch größer, etwa zwei mal drei Meter?|Wo finde ich den Myra in zwei mal drei Metern?] [Es wäre für einen langen Raum.|Der kleine ist wunderschön.]',
    answer:
      'der Myra in 200 × 300 wird gerade gewebt und ist ab {due} hier, für 229 Euro. Ich lege gern einen für Sie zurück, ganz unverbindlich.',
  },
  {
    subject: '[Rechnung|Rechnung zu {order}|Rechnungskopie]',
    ask: '[Können Sie mir sagen, wo ich die Rechnung zur Bestellung {order} finde, auf meine Firma ausgestellt?|Wo finde ich die Rechnung zu {order}? Ich brauche sie auf den Namen meines Büros.]',
    answer:
      'die Rechnung zur Bestellung {order} ist eben an diese Adresse gegangen, auf den Namen, den Sie geschrieben haben. Am Betrag ändert sich nichts.',
  },
  {
    subject: '[Kaffee-Abo|Frage zum Kaffee|Abo]',
    ask: '[Was kostet das Kaffee-Abo für zwei Personen, und gibt es den Kaffee auch koffeinfrei?|Was kostet das Filter-Abo, wenn nur alle zwei Monate geliefert wird? Das wüsste ich gern vorher.]',
    answer:
      'für zwei Personen passt die Tüte mit 500 g, 14,90 Euro im Monat, koffeinfrei zum selben Preis. Pausieren können Sie jederzeit, und wenn ein Knopf nicht tut, was er soll, helfe ich.',
  },
]
