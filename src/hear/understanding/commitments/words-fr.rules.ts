// French turns of promises and of when they fall due. A list, no decisions.
import type { CommitmentWords } from './commitment-words.rules.ts'

// prettier-ignore
export const commitmentsOfFrench: CommitmentWords = {
  named: { do: 'appelle|appelons|rappelle|rappelons|reviens|revenons|envoie|envoyons|occupe|occupons|écris|écrivons|confirme|confirmons|promets|promettons|garantis|garantissons|engage|engageons|tiens|tenons|transmets|transmettons|réponds|répondons|rembourse|remboursons|expédie|expédions|livrons|préviens|contacte|contactons|règle|réglons|passe|passons|vais|allons|fais|faisons|renseigne|renseignons|réécris|relance|relançons|corrige|corrigeons|vérifie|vérifions|remplace|remplaçons|recontacte|recontactons|informe|informons|dépose|déposons|viens|venons|paie|payons|échange|échangeons|donne|donnons|répare|réparons|livre' },
  promises: ['je|j|nous ..3 {do}', 'vous recevrez|aurez|obtiendrez|verrez|trouverez|retrouverez', 'vous l aurez|recevrez', 'vous en aurez', 'vous allez recevoir|avoir', 'attendez mon|notre'],
  endings: ['rai', 'rons', 'ra', 'ront'], notEndings: ['vrai', 'environs', 'sera-t'],
  denials: ['ne|n|pas|jamais|rien|aucun|aucune|ni'],
  doubts: ['si|condition|pourvu|sauf|lorsque', 'espère|espérons|essaie|essayons|essaierai|peut être', 'pourrait|pourrions|pourrais|devrait|devrions|auriez|aurait', 'dit|écrit|écrivez|affirme|ignorons', 'voisin|voisine|livreur|banque|fabricant|fournisseur|chauffeur'],
  harmless: ['si vous ..3 question|questions|besoin'],
  days: {
    today: ['aujourd hui', 'ce soir|matin', 'cet après midi', 'fin de journée', 'fin de la journée'], tomorrow: ['demain'], 'after-tomorrow': ['après demain'],
    'end-of-week': ['fin de la semaine', 'fin de semaine', 'cette semaine', 'avant le week end'], 'next-week': ['fin de la semaine prochaine|suivante', 'semaine prochaine|suivante'], 'end-of-month': ['fin du|de mois', 'fin de ce mois', 'ce mois ci'],
  },
  parts: { morning: ['matin|matinée'], noon: ['demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|avant|à|ce midi'], afternoon: ['après midi'], evening: ['soir|soirée'], close: ['fin de journée', 'fin de la journée'] },
  within: ['sous|dans|en', 'd ici'], before: ['avant'],
  numbers: ['un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  units: { minute: 'minute|minutes', hour: 'heure|heures|h', day: 'jour|jours', week: 'semaine|semaines', month: 'mois' },
  working: 'ouvrable|ouvrables|ouvre|ouvres',
  clocks: [/(?<![\p{L}\d])(?<hour>\d{1,2})\s?h(?:eures?)?(?:\s?(?<minute>[0-5]\d))?(?![\p{L}\d])/giu],
}
