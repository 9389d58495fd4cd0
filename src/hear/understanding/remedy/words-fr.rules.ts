// French turns that seek a remedy or tell how bad it was. A list, no decisions.
import type { RemedyWords } from './remedy-words.rules.ts'

// prettier-ignore
export const remediesOfFrench: RemedyWords = {
  remedies: {
    refund: ['rembours*', 'veux|rendez ..2 mon argent', 'restitu*'],
    replacement: ['remplace*', 'un|une nouvel|nouveau|nouvelle|autre', 'échang*', 'avoir un autre'],
    repair: ['répar*', 'technicien', 'remettre ..3 état'],
    apology: ['excuses', 'excusez vous'],
    explanation: ['expliqu*|explication*', 'savoir|comprendre pourquoi', 'raison de'],
    compensation: ['dédommag*|indemni*|compensation', 'dommages intérêts'],
    cancel: ['résili*|annul*', 'fermez|fermer ..1 compte'],
    action: ['sanctionn*|licenci*|renvoy*', 'parlez|parler ..1 à ..2 employé|chauffeur|collègue|vendeur'],
  },
  denials: ['ne|pas|sans|aucun'],
  weights: {
    1: ['fonctionne|marche|démarre|connecter ..1 pas|plus', 'ne|n ..3 fonctionne|marche|arrivé|connecter|démarre', 'jamais|pas arrivé|livré|reçu', 'cassé|cassée|défectueux|endommagé|morceaux', 'panne', 'retard', 'attendre|attente ..3 heures|jours|semaines', 'mauvaise|mauvais taille|article|couleur|produit', 'manque', 'pas d eau|électricité|chauffage'],
    2: ['euros|euro|eur', 'débité|facturé ..3 deux|double|trop', 'perdu|pertes|perte', 'ruiné|détruit|inondé', 'peux pas payer', 'loyer'],
    3: ['feu|flammes|incendie|explosé|explosion|fumée', 'gaz|monoxyde', 'décharge|choc électrique', 'hôpital|ambulance|urgences|blessé|blessée|saigne', 's ..2 coupé|brûlé', 'allergique|intoxi*', 'menacé|agressé'],
  },
}
