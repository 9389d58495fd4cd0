// Spanish turns of promises and of when they fall due. A list, no decisions.
import type { CommitmentWords } from './commitment-words.rules.ts'

// prettier-ignore
export const commitmentsOfSpanish: CommitmentWords = {
  named: {},
  promises: ['llamo|llamamos|devuelvo|devolvemos|confirmo|confirmamos|ocupo|ocupamos|prometo|prometemos|garantizo|garantizamos|comprometo|comprometemos|escribo|escribimos|envío|enviamos|mando|mandamos|aviso|avisamos|digo|contesto|contestamos|respondo|reembolsamos|resuelvo|resolvemos|informo|informamos', 'vuelvo|volvemos|voy|vamos a', 'espere mi|nuestra', 'le|les|se lo|la ..1 doy|damos'],
  endings: ['ré', 'remos', 'rá', 'rán'], notEndings: ['será que'],
  denials: ['no|nunca|nada|ningún|ninguna|tampoco|jamás'],
  doubts: ['si|siempre|salvo|cuando|condición', 'espero|esperamos|quizás|quizá|tal|acaso|intentaré|intentaremos|posiblemente', 'podría|podríamos|debería|habría', 'dijo|escribió|escribe|afirma|sabemos', 'vecino|vecina|mensajero|banco|fabricante|proveedor|repartidor'],
  harmless: ['si tiene|necesita ..3 duda|dudas|pregunta|preguntas|algo|alguna', 'cuando quiera', 'no más tarde'],
  days: {
    today: ['hoy', 'esta noche|tarde|mañana'], tomorrow: ['mañana'], 'after-tomorrow': ['pasado mañana'],
    'end-of-week': ['fin de semana', 'final|finales de la|esta semana', 'esta semana'], 'next-week': ['próxima|siguiente semana', 'semana que viene', 'semana próxima'], 'end-of-month': ['fin|final|finales de|del mes', 'este mes'],
  },
  parts: { morning: ['por|de la mañana'], noon: ['mediodía'], afternoon: ['por|esta la tarde', 'esta tarde'], evening: ['por la noche', 'esta noche'], close: ['final del día', 'fin del día'] },
  within: ['en|dentro', 'plazo'], before: ['antes de|del'],
  numbers: ['un|una|uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
  units: { minute: 'minuto|minutos', hour: 'hora|horas', day: 'dia|dias', week: 'semana|semanas', month: 'mes|meses' },
  working: 'habil|habiles|laborable|laborables',
  clocks: [/(?<!\p{L})las? (?<hour>\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?:[:.](?<minute>[0-5]\d))?(?<half> y media)?(?: de la mañana| (?:de|por) la (?<late>tarde|noche))?(?![\p{L}\d])/giu],
}
