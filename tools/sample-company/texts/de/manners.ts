// German: how customers begin, end, thank and lose their temper. <Sie|ihr> is formal or informal.
import type { Manners } from '../shape.ts'

export const manners: Manners = {
  hello: [
    'Guten Tag,',
    'Hallo,',
    '<Sehr geehrte Damen und Herren|Hallo liebes Team>,',
    'Guten Morgen,',
    'Guten Abend,',
    '<Guten Tag|Hi>,',
    'Liebes Halden-Team,',
    '<Guten Tag|Moin>,',
  ],
  polite: [
    'Sicher [gibt es eine Erklärung|lässt sich das klären].',
    'Fehler passieren, [das weiß ich|das ist klar], ich wäre nur froh über eine Nachricht.',
    '[Für eine kurze Antwort wäre ich dankbar.|Es wäre nett, wenn sich jemand darum kümmert.]',
    'Ich beschwere mich ungern, [aber so geht es nicht|aber so kann ich es nicht lassen].',
  ],
  angry: [
    '[So etwas habe ich noch nicht erlebt.|Das ist eine Unverschämtheit.|Ich bin wirklich sauer.]',
    'Mir [reicht es|steht es bis hier], und ich [erzähle es jedem, der fragt|behalte es nicht für mich].',
    'Wenn [ich bis Ende der Woche nichts höre|niemand antwortet], [kaufe ich woanders|war das meine letzte Bestellung].',
    '[Was ist das für ein Laden?|<Meinen Sie|Meint ihr>, man hat sonst nichts zu tun?|Liest das überhaupt jemand?]',
  ],
  loyal: [
    'Ich bestelle [schon länger|öfter] bei <Ihnen|euch> und war immer zufrieden.',
    'Bisher war bei Halden alles [in Ordnung|gut], umso ärgerlicher ist es.',
  ],
  newcomer: [
    'Es war meine erste Bestellung bei <Ihnen|euch>.',
    'Ich wollte <Ihren|euren> Laden einmal ausprobieren, [das fängt ja gut an|ein schöner Anfang].',
    'Eine Freundin hat <Sie|euch> empfohlen, ich hatte mehr erwartet.',
  ],
  bye: [
    'Mit freundlichen Grüßen\n{name}',
    'Viele Grüße\n{name}',
    'Freundliche Grüße\n{name}',
    '{name}',
    'Gruß\n{first} {last}',
    'MfG {last}',
    'Beste Grüße\n{name}',
    '<Mit freundlichem Gruß\n{name}|LG {first}>',
  ],
  thanks: [
    'Vielen Dank, [das ging ja schnell|gut zu wissen|das wollte ich hören].',
    '[Danke|Herzlichen Dank] für [die schnelle Hilfe|die Mühe|die nette Antwort]! {first}',
    'Hallo {handler}, danke, dass [die Sache ernst genommen wurde|es so schnell ging]. [Ich bestelle gern wieder.|Schöne Woche noch.]',
    'danke {handler}',
    'Besten Dank. [Das ging schneller als gedacht.|So stelle ich mir Service vor.]\n{name}',
    'Danke, das ist [fair|in Ordnung so|anständig].',
  ],
  arrived: [
    'Vielen Dank, [jetzt ist alles in Ordnung|alles angekommen wie geschrieben].',
    'Ist da, danke. [Alles wie versprochen.|]',
    '[Hat geklappt, danke.|Erledigt, vielen Dank!|Alles bestens jetzt, besten Dank.]',
    'Angekommen, danke {handler}. [Sogar früher als gesagt.|Schönen Tag noch.|]',
  ],
  gladArrived: [
    '[Super.|Prima!|Wunderbar.] Ist [heute|heute früh] angekommen.',
    'Es ist da. Dass es so schnell geht, {handler}, hätte ich nicht gedacht. Alles Gute.',
  ],
  glad: [
    'Na also, jetzt passt es. [Nächstes Mal bitte ohne Umweg.|Nichts für ungut.]',
    'Ok, passt so für mich.',
    'Klasse, [<Sie sind|ihr seid> spitze|so muss das sein]!',
  ],
  stillNot: [
    'Es ist immer noch nicht erledigt, {handler}.',
    'Leider ist es noch nicht gelöst.',
    'Bis jetzt sollte es erledigt sein. Es ist nichts passiert.',
  ],
  protest: [
    'Das sehe ich anders. [Ich weiß, was ich gesehen habe.|<Sie waren|Ihr wart> ja nicht dabei.] Bitte <lassen Sie|lasst> jemand anderen darauf schauen.',
    'Das ist <Ihre|eure> Sicht und nicht meine. [Für mich ist die Sache nicht vorbei.|Ich bestehe darauf.]',
    'Dann zahle ich also dafür, großartig. Ich hatte etwas anderes erwartet und nehme das so nicht hin.',
  ],
  laterNews: [
    'Noch etwas zu meinem Schreiben: [Am besten erreicht man mich abends.|Ab Donnerstag bin ich verreist.|Die Nachbarin im Erdgeschoss nimmt Pakete für mich an.]',
    'Vergessen habe ich zu schreiben, dass [ich mit Karte bezahlt habe|ich den Beleg noch habe|ich schon einmal angerufen hatte].',
    'Gibt es [schon etwas Neues|Neuigkeiten] in meiner Sache?',
  ],
}
