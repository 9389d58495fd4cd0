// French: how customers begin, end, thank and lose their temper. <a|b> is the writer's gender.
import type { Manners } from '../shape.ts'

export const manners: Manners = {
  hello: [
    'Bonjour,',
    'Bonsoir,',
    'Madame, Monsieur,',
    'Bonjour à l’équipe,',
    'Bonjour Halden Home,',
    'Bonjour à tous,',
  ],
  polite: [
    'Je suis <sûr|sûre> [qu’il y a une explication|que cela peut s’arranger].',
    'Une erreur arrive à tout le monde, [je le sais|c’est normal], j’aimerais simplement une réponse.',
    '[Une courte réponse me ferait plaisir.|Ce serait gentil que quelqu’un regarde.]',
    'Je n’aime pas me plaindre, [mais là, ce n’est pas correct|mais je ne peux pas laisser cela ainsi].',
  ],
  angry: [
    '[Je n’ai jamais vu cela.|C’est inacceptable.|Je suis vraiment en colère.]',
    'J’en ai assez, et je [le dis à qui veut l’entendre|ne vais pas le garder pour moi].',
    '[Sans nouvelles d’ici la fin de la semaine|Si personne ne répond], [j’achèterai ailleurs|c’était ma dernière commande].',
    '[Quelle drôle de maison.|Vous croyez que les gens n’ont que cela à faire ?|Est-ce que quelqu’un lit ces messages ?]',
  ],
  loyal: [
    'Je commande chez vous [depuis un moment|régulièrement] et j’en étais <content|contente>.',
    'Jusqu’ici, tout ce que j’ai pris chez Halden était [bien|parfait], c’est d’autant plus rageant.',
  ],
  newcomer: [
    'C’était ma première commande chez vous.',
    'Je voulais essayer votre maison, [cela commence bien|quel début].',
    'Une amie vous avait recommandés, j’attendais mieux.',
  ],
  bye: [
    'Cordialement\n{name}',
    'Bien cordialement,\n{name}',
    'Salutations\n{name}',
    '{name}',
    '{first}',
    'Bonne journée,\n{name}',
    'Bien à vous\n{name}',
    'Merci d’avance\n{name}',
  ],
  thanks: [
    'Merci beaucoup, [c’était rapide|je suis <rassuré|rassurée>|c’est tout ce que je voulais savoir].',
    '[Merci|Un grand merci] pour [votre aide rapide|votre réponse|le soin que vous y avez mis] ! {first}',
    'Bonjour {handler}, merci [d’avoir pris cela au sérieux|pour tout]. [Je recommanderai volontiers.|Bonne semaine à vous.]',
    'merci {handler}',
    'Je vous remercie. [C’était bien plus rapide que prévu.|Voilà un vrai service.]\n{name}',
    'Merci, c’est [correct|très bien ainsi|honnête de votre part].',
  ],
  arrived: [
    'Merci beaucoup, [tout est en ordre maintenant|tout est arrivé comme vous l’aviez écrit].',
    'Bien reçu, merci. [Tout est comme promis.|]',
    '[C’est réglé, merci.|Tout est bon, merci !|C’est parfait maintenant, merci.]',
    'C’est arrivé, merci {handler}. [Plus tôt que prévu.|Bonne journée.|]',
  ],
  gladArrived: [
    '[Super.|Parfait !|Très bien.] C’est arrivé [aujourd’hui|ce matin].',
    'C’est là. Je ne pensais pas que ce serait si rapide, {handler}. Bonne continuation.',
  ],
  glad: [
    'Voilà, maintenant c’est bon. [La prochaine fois sans détour, s’il vous plaît.|Sans rancune.]',
    'OK pour moi.',
    'Génial, [bravo|vous êtes au top] !',
  ],
  stillNot: [
    'Ce n’est toujours pas réglé, {handler}.',
    'Malheureusement, ce n’est pas résolu.',
    'Cela devait être fait. Il n’y a toujours pas de changement.',
  ],
  protest: [
    'Je ne suis pas d’accord. [Je sais ce que j’ai vu.|Vous n’étiez pas là.] Je voudrais que quelqu’un d’autre regarde.',
    'C’est votre avis et non le mien. [Pour moi, l’affaire n’est pas close.|J’insiste.]',
    'C’est donc à moi de payer, bravo. J’attendais autre chose et je n’accepte pas cela.',
  ],
  laterNews: [
    'Encore une chose : [on me joint mieux le soir|je pars en voyage jeudi|la voisine du rez-de-chaussée prend mes colis].',
    'J’ai oublié de dire que [j’ai payé par carte|j’ai gardé le reçu|j’avais déjà appelé].',
    'Y a-t-il [du nouveau|des nouvelles] pour mon dossier ?',
  ],
}
