// French turns that ask for facts and tell them. A list, no decisions.
import type { FactWords } from './fact-words.rules.ts'

// prettier-ignore
export const factsOfFrench: FactWords = {
  asks: ['pourriez|pouvez|pourrais|peux|voudriez vous|tu', 'merci ..1 de ..3 envoyer|indiquer|communiquer|préciser|donner|joindre|transmettre|fournir|décrire|rappeler|confirmer|dire|expliquer', 'veuillez', 'envoyez|indiquez|communiquez|précisez|donnez|dites|joignez|transmettez|décrivez|expliquez|fournissez', 'quel|quelle|quels|quelles', 'quand|combien|où ..1 avez|est|a|habitez|devons', 'avons|ai|aurions|aurais ..1 besoin', 'il nous faut|faudrait|manque', 'pouvons|puis|pourrais|pourrions ..1 je|nous', 'avez vous ..3 essayé|déjà|redémarré|toujours|encore|un|une|des', 'que s est', 'auriez vous', 'qu avez vous', 'serait ..2 utile|possible', 'nous aimerions|souhaiterions'],
  spares: ['pas ..2 nécessaire|besoin|utile', 'inutile', 'avons|ai déjà', 'plus besoin'],
  nouns: {
    'order-number': ['numéro|référence|numéros|no|n ..2 commande|réservation|achat|dossier'],
    'invoice-number': ['numéro|référence|n ..2 facture|reçu'],
    'tracking-number': ['numéro|n|code ..2 suivi|colis|expédition'],
    'customer-number': ['numéro|identifiant|référence|n ..2 client|compte|adhérent|contrat'],
    'serial-number': ['numéro|n ..2 série', 'imei'],
    date: ['date|jour|dates', 'quand'],
    amount: ['montant|somme|prix', 'combien ..3 payé|débité|réglé|coûté'],
    product: ['modèle|produit|article|appareil|référence ..1 produit|modèle', 'modèle|produit|article'],
    photo: ['photo|photos|photographie|image|images|capture|captures|vidéo|scan|cliché'],
    address: ['adresse', 'où habitez', 'code postal', 'coordonnées'],
    phone: ['numéro|n ..2 téléphone|portable|mobile', 'téléphone', 'numéro ..5 joindre|appeler|rappeler'],
    tried: ['essayé|tenté|redémarré|réinitialisé', 'démarches|étapes ..5'],
    happened: ['que|qui s est ..2 passé|produit', 's est passé|produit', 'décrire|décrivez|description|détails|précisions', 'expliquer|expliquez', 'comment ..5 manifeste|arrivé|produit'],
  },
  labels: {
    'order-number': ['commande|réservation|achat|dossier'],
    'invoice-number': ['facture|reçu'],
    'tracking-number': ['suivi|colis|expédition'],
    'customer-number': ['client|compte|adhérent|contrat'],
    'serial-number': ['série|imei'],
    phone: ['téléphone|portable|mobile|tél|tel', 'joindre|appeler ..2 au', 'mon numéro'],
  },
  told: {
    product: ['acheté|commandé|reçu ..1 un|une|le|la|deux|votre|des|l', 'modèle', 'mon|ma|mes|notre lave|bouilloire|grille|ordinateur|téléphone|réfrigérateur|frigo|four|routeur|vélo|canapé|imprimante|aspirateur|sèche|appareil|casque|tablette|montre|lampe|radiateur|matelas|cafetière|machine'],
    photo: ['joint|jointe|jointes|joins|voici|envoie|ajouté|jointe|envoyé ..4 photo|photos|image|images|capture|captures|vidéo|scan', 'photo|photos|image|images|capture|captures ..4 jointe|jointes|joint|dessous'],
    address: ['mon|notre adresse', 'j|nous habite|habitons'],
    tried: ['ai|avons ..3 redémarré|réinitialisé|essayé|appelé|téléphoné|écrit|contacté|remplacé|nettoyé|vérifié|relancé|réinstallé|tenté|débranché|demandé|envoyé|parlé'],
    happened: ['cassé|cassée|cassés|cassées|endommagé|endommagée|abîmé|abîmée|déchiré|déchirée|fendu|fendue|défectueux|défectueuse|rayé|rayée|brisé|brisée|fuit', 'ne|n ..2 fonctionne|marche|démarre|arrive|charge|allume|ouvre|chauffe', 'n ..2 jamais|pas ..3 arrivé|arrivée|reçu|livré|livrée|reçue', 'panne', 'mauvaise|mauvais taille|couleur|article|produit|modèle', 'manque|manquait|manquent', 'débité|débitée|facturé ..2 deux|double', 'en retard', 'impoli|impolie|désagréable'],
  },
}
