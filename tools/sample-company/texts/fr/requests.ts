// French: plain questions and their answers.
import type { RequestTexts } from '../shape.ts'

export const requests: readonly RequestTexts[] = [
  {
    subject: '[Horaires|Salle d’exposition|Question sur la salle d’exposition]',
    ask: '[Quels sont vos horaires d’ouverture en {month} ?|Êtes-vous ouverts le samedi ?] [Je viendrais d’assez loin.|J’aimerais voir les chaises Torvik avant de commander.]',
    answer:
      'la salle d’exposition est ouverte du mardi au samedi, de dix à dix-huit heures, en {month} aussi. La Torvik est juste à l’entrée. Dites-moi quand vous venez, quelqu’un aura du temps pour vous.',
  },
  {
    subject: '[Livraison à l’étranger|Livrez-vous en Suisse ?|Frais de port]',
    ask: '[Livrez-vous en Suisse|Livrez-vous en Norvège], et combien coûte le port ({item}) ? [C’est pour mon frère.|Rien ne presse.]',
    answer:
      'oui, nous livrons là-bas : 14,90 euros, cinq à sept jours ouvrés, douane comprise. Cela s’affiche à la caisse dès que vous choisissez le pays.',
  },
  {
    subject: '[Pièce détachée|Couvercle de bouilloire|En stock ?]',
    ask: '[Avez-vous en stock le couvercle de la bouilloire Skarn ?|Vendez-vous séparément les fouets du batteur Kvern ?] [Il m’en faudrait un.|J’en prendrais deux.]',
    answer:
      'la pièce est ici, 6,50 euros port compris. Répondez « oui » et je l’envoie à l’adresse que vous m’indiquez, la facture sera jointe.',
  },
  {
    subject: '[Taille du tapis|Myra plus grand|Question]',
    ask: '[Avez-vous le tapis Myra en plus grand, deux mètres sur trois par exemple ?|Où puis-je trouver le Myra en deux mètres sur trois ?] [C’est pour une longue pièce.|Le petit est ravissant.]',
    answer:
      'le Myra en 200 × 300 est en cours de tissage et sera là {due}, à 229 euros. Je peux vous en mettre un de côté, sans engagement.',
  },
  {
    subject: '[Facture|Facture {order}|Copie de facture]',
    ask: '[Où puis-je trouver la facture de la commande {order}, au nom de ma société ?|Pourriez-vous me dire comment avoir la facture {order} au nom de mon cabinet ?]',
    answer:
      'la facture de la commande {order} vient de partir à cette adresse, au nom que vous avez indiqué. Le montant reste le même.',
  },
  {
    subject: '[Abonnement café|Question sur le café|Abonnement]',
    ask: '[Combien coûte l’abonnement café pour deux personnes, et l’avez-vous en décaféiné ?|Combien coûte l’abonnement filtres tous les deux mois ? J’aimerais le savoir avant.]',
    answer:
      'pour deux personnes, le paquet de 500 g convient, 14,90 euros par mois, le décaféiné au même prix. Vous pouvez faire une pause quand vous voulez, et si un bouton fait des siennes, je vous aide.',
  },
]
