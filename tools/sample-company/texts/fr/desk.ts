// French: how the desk greets, waits, makes good and says goodbye. Always vous; <a|b> is the reader's gender.
import type { DeskManners } from '../shape.ts'

export const desk: DeskManners = {
  received: [
    'Bonjour {customer},\n\nvotre message est bien arrivé. {handler} s’en occupe jusqu’à ce que tout soit réglé ; vous aurez une réponse au plus tard {due}.\n\nHalden Home',
    'Bonjour {customer},\n\nmerci de nous l’avoir dit. Votre message est entre les mains de {handler}, qui vous écrit d’ici {due}.\n\nHalden Home',
  ],
  greeting: ['Bonjour {title} {last},', '<Cher|Chère> {title} {last},', 'Bonjour {first} {last},', 'Bonjour {title},'],
  opening: [
    'Merci de nous l’avoir dit, je vous présente mes excuses.',
    'Je m’appelle {handler} et je m’occupe de vous jusqu’à ce que ce soit réglé.',
    '[C’est bien ennuyeux.|Ce n’est pas normal.] Je vous prie de nous excuser.',
    'Vous avez bien fait de nous écrire plutôt que de partir sans rien dire.',
  ],
  preciseOpening: [
    'J’ai lu votre lettre [deux fois|attentivement] ; vous avez raison d’être <mécontent|mécontente>.',
    'Merci de nous l’avoir décrit si précisément, je vous présente mes excuses.',
    'Merci pour [cette description précise|ces détails], cela nous a fait gagner une journée.',
  ],
  ownOpening: ['C’est notre faute, et je veux la réparer tout de suite.'],
  plainOpening: 'Merci pour [votre lettre|votre message].',
  lateOpening: [
    'Vous avez attendu cette réponse beaucoup trop longtemps, je m’en excuse avant tout.',
    'Ma réponse arrive tard, et je n’ai pas de bonne excuse.',
    'Vous auriez dû avoir de mes nouvelles il y a des jours. Je le regrette.',
  ],
  takenOver: [
    'On m’a transmis votre lettre avec tout ce que vous aviez écrit, vous n’avez rien à répéter.',
    'J’ai repris votre dossier et je sais ce que vous nous avez dit.',
  ],
  holding: [
    'J’ai [écrit|posé la question] à {party} au sujet de votre commande et j’attends une réponse. Je vous écris d’ici {due}, quoi qu’il en soit.',
    'Pour vous dire quelque chose de juste, il me faut demander à {party}. Vous aurez de mes nouvelles d’ici {due}.',
  ],
  afterReply: [
    'Merci, c’est exactement ce qu’il me fallait.',
    'Cela m’aide beaucoup, merci d’avoir regardé.',
    'Merci pour votre réponse rapide.',
  ],
  afterAsking: ['Voici ce qu’il en est :', 'Comme promis, je reviens vers vous.', 'J’ai maintenant une réponse.'],
  noReply: [
    'Je n’ai pas eu de réponse à ma question, j’ai donc décidé sans, en votre faveur.',
    'Pour ne pas vous faire attendre à cause de ma question, j’ai continué sans la réponse.',
  ],
  secondOpening: [
    'Je regrette que vous ayez dû écrire à nouveau.',
    'Merci de votre patience.',
    'Voilà qui est gênant pour nous.',
  ],
  gesture: [
    'À votre prochaine commande, le port est offert, c’est noté à votre nom.',
    'J’ai glissé un paquet de café pour la peine.',
    'J’ai aussi crédité cinq euros, votre temps vaut quelque chose.',
  ],
  invitation: [
    'Si quelque chose se passe autrement, répondez simplement, cela m’arrive.',
    'Dites-moi, s’il vous plaît, si tout s’est passé comme prévu.',
    'Si cela ne vous convient pas, nous trouverons autre chose.',
    'En répondant à cette lettre, vous m’écrivez directement.',
  ],
  end: [
    'Cordialement\n{handler}\nHalden Home',
    'Bien à vous\n{handler}',
    'Avec mes meilleures salutations\n{handler}, Halden Home',
    'Bonne journée,\n{handler}',
  ],
  glad: [
    'Je me réjouis de vous lire. J’en reste là ; s’il y a autre chose, répondez simplement à cette lettre.',
    'Très bien, et merci de l’avoir écrit. Pour moi c’est réglé, sauf avis contraire de votre part.',
  ],
  stay: [
    'Comme vous le souhaitiez, une autre personne a regardé, sans connaître mon avis, et elle arrive au même résultat. Je maintiens donc ma réponse. Je sais que vous espériez autre chose.',
    'J’ai tout repris, du début à votre dernière lettre. Je ne trouve rien qui change la réponse, et je ne veux pas vous donner un espoir que je ne pourrais pas tenir.',
  ],
  reasons: [
    'Votre demande a été examinée par deux personnes, séparément. Ce qui était convenu a été livré et facturé. Au-delà de votre droit de retour sous quatorze jours, il n’y a donc pas de droit auquel nous puissions faire suite.',
  ],
  recourse:
    'Si vous n’êtes pas d’accord, vous pouvez saisir le médiateur de la consommation ; c’est gratuit pour vous et nous y participons. Notre direction peut aussi réexaminer le dossier si vous répondez à cette lettre.',
  party: {
    carrier: 'notre transporteur',
    payments: 'notre prestataire de paiement',
    warehouse: 'notre entrepôt',
    workshop: 'notre atelier',
  },
}
