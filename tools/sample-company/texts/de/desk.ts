// German: how the desk greets, waits, makes good and says goodbye. Always Sie.
import type { DeskManners } from '../shape.ts'

export const desk: DeskManners = {
  received: [
    'Guten Tag {customer},\n\nIhr Schreiben ist angekommen und liegt bei {handler}, bis die Sache erledigt ist. Spätestens am {due} hören Sie von einem Menschen.\n\nHalden Home',
    'Guten Tag {customer},\n\ndanke, dass Sie uns schreiben. Ihre Nachricht ist da, {handler} kümmert sich darum und meldet sich bis {due}.\n\nHalden Home',
  ],
  greeting: [
    'Guten Tag {title} {last},',
    '<Lieber|Liebe> {title} {last},',
    '<Sehr geehrter|Sehr geehrte> {title} {last},',
    'Guten Tag {first} {last},',
  ],
  opening: [
    'vielen Dank, dass Sie es uns gesagt haben, und es tut mir leid.',
    'ich bin {handler} und kümmere mich darum, bis es erledigt ist.',
    'das [ist ärgerlich|darf so nicht sein], und es tut mir leid.',
    'gut, dass Sie geschrieben haben und nicht einfach gegangen sind.',
  ],
  preciseOpening: [
    'ich habe Ihren Brief [zweimal|in Ruhe] gelesen; Sie ärgern sich zu Recht.',
    'vielen Dank, dass Sie es uns so genau beschrieben haben, und es tut mir leid.',
    'danke für die [genaue Beschreibung|Einzelheiten], das hat uns einen Tag gespart.',
  ],
  ownOpening: ['das ist unser Fehler, und ich möchte ihn gleich gutmachen.'],
  plainOpening: 'vielen Dank für [Ihren Brief|Ihre Nachricht].',
  lateOpening: [
    'auf diese Antwort mussten Sie viel zu lange warten, dafür bitte ich zuerst um Entschuldigung.',
    'meine Antwort kommt spät, und eine gute Ausrede habe ich nicht.',
    'Sie hätten vor Tagen von mir hören sollen. Es tut mir leid.',
  ],
  takenOver: [
    'Ihr Schreiben ist mit allem, was dazugehört, bei mir; Sie müssen nichts noch einmal erzählen.',
    'ich habe die Sache übernommen und weiß, was Sie uns geschrieben haben.',
  ],
  holding: [
    'Wegen Ihrer Bestellung habe ich [eben bei {party} nachgefragt|bei {party} um Auskunft gebeten]. Ich schreibe Ihnen bis {due} wieder, wie auch immer die Antwort ausfällt.',
    'Damit ich Ihnen etwas Richtiges sage und nicht nur irgendetwas, brauche ich eine Auskunft von {party}. Bis {due} hören Sie von mir.',
  ],
  afterReply: [
    'vielen Dank, genau das hat mir gefehlt.',
    'das hilft mir weiter, danke fürs Nachsehen.',
    'danke für die schnelle Rückmeldung.',
  ],
  afterAsking: [
    'das ist dabei herausgekommen:',
    'wie versprochen melde ich mich wieder.',
    'jetzt habe ich eine Antwort.',
  ],
  noReply: [
    'auf meine Frage habe ich nichts gehört, deshalb habe ich ohne Antwort entschieden, zu Ihren Gunsten.',
    'damit Sie wegen meiner Frage nicht länger warten, habe ich schon weitergemacht.',
  ],
  secondOpening: [
    'es tut mir leid, dass Sie noch einmal schreiben mussten.',
    'danke, dass Sie noch Geduld mit uns haben.',
    'das ist mir peinlich.',
  ],
  gesture: [
    'Bei der nächsten Bestellung zahlen Sie keinen Versand, das ist bei Ihrem Namen vermerkt.',
    'Ein Päckchen Kaffee habe ich dazugelegt, für die Mühe.',
    'Fünf Euro habe ich Ihnen außerdem gutgeschrieben, Ihre Zeit ist ja auch etwas wert.',
  ],
  invitation: [
    'Wenn etwas anders läuft, als ich es schreibe, antworten Sie einfach, es kommt zu mir.',
    'Sagen Sie mir bitte, ob es so gekommen ist.',
    'Falls es Ihnen so nicht passt, finden wir etwas anderes.',
    'Mit einer Antwort auf diesen Brief erreichen Sie mich direkt.',
  ],
  end: [
    'Mit freundlichen Grüßen\n{handler}\nHalden Home',
    'Viele Grüße\n{handler}',
    'Freundliche Grüße\n{handler}, Halden Home',
    'Herzliche Grüße\n{handler}',
  ],
  glad: [
    'das freut mich zu lesen. Dann lasse ich es dabei; falls noch etwas ist, antworten Sie einfach auf diesen Brief.',
    'schön, und danke, dass Sie es schreiben. Für mich ist es damit erledigt, wenn Sie nichts anderes sagen.',
  ],
  stay: [
    'wie Sie es wünschten, hat jemand anderes auf Ihre Sache gesehen, ohne meine Meinung zu kennen, und kam zum gleichen Ergebnis. Es bleibt also bei dem, was ich geschrieben habe. Ich weiß, dass Sie sich etwas anderes erhofft hatten.',
    'ich bin alles noch einmal durchgegangen, von Anfang an bis zu Ihrem letzten Brief. Ich finde nichts, was es ändert, und möchte keine Hoffnung wecken, die ich nicht halten kann.',
  ],
  reasons: [
    'Ihr Anliegen wurde von zwei Personen unabhängig voneinander geprüft. Geliefert und berechnet wurde, was vereinbart war. Über Ihr Recht hinaus, Ware binnen vierzehn Tagen zurückzugeben, gibt es daher keinen Anspruch, den wir erfüllen könnten.',
  ],
  recourse:
    'Wenn Sie es anders sehen, können Sie sich an die Verbraucherschlichtungsstelle wenden; das kostet Sie nichts, und wir nehmen daran teil. Auch unsere Leitung sieht sich die Sache noch einmal an, wenn Sie auf diesen Brief antworten.',
  party: {
    carrier: 'unserem Paketdienst',
    payments: 'unserem Zahlungsdienst',
    warehouse: 'unserem Lager',
    workshop: 'unserer Werkstatt',
  },
}
