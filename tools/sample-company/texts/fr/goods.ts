// French: what is wrong with goods, in the words of customers and of the desk. <a|b> is the writer's gender.
import type { CauseTexts, GoodsKey } from '../shape.ts'

export const goods: Readonly<Record<GoodsKey, CauseTexts>> = {
  'kettle-leaks': {
    subject: '[Bouilloire qui fuit|Fuite bouilloire Varde|Ma bouilloire perd de l’eau|Bouilloire, commande {order}]',
    short:
      '[bouilloire qui fuit, {order}|La Varde fuit. Commande {order}.|de l’eau partout sous la bouilloire!! {order}]',
    facts: [
      'La bouilloire Varde de ma commande {order} [fuit|goutte|perd de l’eau] [par le dessous|au niveau de la poignée|autour de la jauge].',
      '[Depuis la semaine dernière|Depuis trois jours|À peu près depuis la dixième utilisation], il y a une [flaque|petite mare] sous la bouilloire que j’ai commandée le {date} (n° {order}).',
      'J’ai commandé une bouilloire Varde le {date}, numéro {order}, et [elle n’est plus étanche|le joint du fond a lâché|l’eau sort par le socle dès que je la remplis à plus de la moitié].',
    ],
    details: [
      'Au début c’étaient [quelques gouttes|des gouttes], maintenant c’est [une demi-tasse|un petit verre] à chaque fois.',
      'Je l’ai [détartrée|essuyée et essayée de nouveau|remplie à moitié seulement], comme le dit la notice, sans résultat.',
      'Le socle électrique [est mouillé|baignait dans l’eau ce matin], et je ne veux pas mélanger l’eau et le courant [avec des enfants à la maison|dans ma cuisine].',
      '[Ma sœur a la même et la sienne est sèche.|Une voisine a acheté la même au printemps, elle fuit aussi.] Est-ce la série ?',
    ],
    asks: [
      '[Merci de m’en envoyer une étanche.|Je voudrais un remplacement.|Je souhaite être <remboursé|remboursée> des {amount}.]',
      'Comment obtenir [un échange|un remboursement], et faut-il renvoyer l’ancienne ?',
    ],
    question:
      '[Pour vous envoyer la bonne pièce|Pour savoir si la vôtre vient de la série que nous connaissons], pourriez-vous m’indiquer les six chiffres après le « S » sur l’étiquette argentée, sous le fond ?',
    reply:
      'Sur l’étiquette il y a S{number}. [Elle goutte toujours au même endroit, juste sous la jauge.|Je ne m’en suis pas servi depuis.|J’espère que cela vous aide.]',
    answers: [
      'Votre bouilloire Varde (commande {order}) fait partie d’une série dont le joint de jauge a été mal posé. Débranchez-la, s’il vous plaît, et ne l’utilisez plus. Une neuve, avec le joint modifié, [part aujourd’hui|quitte notre entrepôt ce soir] et sera chez vous au plus tard {due}. Inutile de renvoyer l’ancienne.',
      'De l’eau sous la Varde, cela veut dire que le joint a cédé ; vous n’y êtes pour rien. Je vous ai remboursé aujourd’hui les {amount} de la commande {order}, vous les verrez sur votre compte d’ici {due}. [Vous pouvez jeter la bouilloire.|Ne la rebranchez pas, s’il vous plaît ; nous n’en avons pas besoin.]',
    ],
    again:
      'La nouvelle bouilloire [fuit aussi, exactement au même endroit : même problème|est arrivée aujourd’hui et fuit elle aussi, ce n’est toujours pas réglé]. [C’est la deuxième.|Deux remplissages, deux flaques.]',
    mended:
      'que la remplaçante fuie aussi, cela ne doit pas arriver. Je ne veux pas vous imposer une troisième Varde : les {amount} vous sont remboursés en entier aujourd’hui, sur votre compte d’ici {due}. Si vous voulez quand même une bouilloire, la Skarn en verre n’a pas de jauge, donc pas ce joint.',
    refusal: null,
  },
  'carpet-colour': {
    subject: '[Mauvaise couleur|Tapis Myra : couleur|Le tapis ne ressemble pas à la photo|Couleur du tapis, {order}]',
    short:
      '[tapis vert et pas gris!! {order}|Mauvaise couleur, commande {order}|Ce n’est pas la couleur commandée. {order}]',
    facts: [
      'Le tapis Myra de la commande {order} est [franchement vert|verdâtre|plutôt olive que gris], alors que sur votre site il est [gris pierre|gris].',
      'Le {date}, j’ai commandé le Myra en gris ({order}). Ce que j’ai déroulé est [vert|d’un vert sauge], [de jour comme sous la lampe|quelle que soit la lumière].',
      'J’ai choisi le Myra pour le gris de vos photos (commande {order}), et [ce gris n’existe pas|en vrai, il est d’une autre couleur].',
    ],
    details: [
      'Je l’ai mis [à côté de la photo|contre notre canapé gris|à côté de l’échantillon] : [deux couleurs différentes|personne ne dirait que c’est la même].',
      'L’étiquette dit « [gris 04|pierre] ». Donc [la photo est fausse|c’est l’étiquette ou la photo], mais nous avons peint la pièce en fonction.',
      'Il pèse [quatorze|quinze] kilos et j’habite au [troisième|quatrième] sans ascenseur, [je ne peux pas le porter au point relais|ne me demandez pas de le descendre].',
    ],
    asks: [
      '[Merci de le faire reprendre.|Pouvez-vous venir le chercher ?|Je voudrais le rendre sans payer le retour.]',
      'L’avez-vous dans la couleur de la photo ? Sinon [je veux mon argent|je demande le remboursement des {amount}].',
    ],
    question:
      'Pourriez-vous regarder l’étiquette cousue sur le petit côté et me dire quel numéro suit « Col. » ? Il y a deux bains de teinture et je veux savoir celui que vous avez reçu.',
    reply:
      'C’est écrit Col. {number}. [Je l’ai remis en rouleau pour l’instant.|C’est mon mari qui l’a lu, j’espère qu’il a bien lu.]',
    answers: [
      'vous avez raison : les photos du Myra ont été prises sous une lumière chaude et le montrent plus gris qu’il n’est. L’erreur est de notre côté. L’enlèvement est prévu {due}, deux personnes le descendront pour vous, et les {amount} vous seront remboursés dès qu’il sera chargé. [Les photos sont en train d’être refaites.|Nous avons retiré les photos.]',
      'le Myra de la commande {order} vient d’un bain de teinture qui a tourné au vert. Un gris, vérifié à la main, arrive {due} ; le chauffeur reprendra l’autre. Vous n’avez rien à payer.',
    ],
    again:
      '[Personne n’est venu chercher le tapis le jour dit, il n’est toujours pas parti.|Le chauffeur n’est pas venu, j’ai toujours le même tapis vert.] [Et maintenant ?|Ma patience a des limites.]',
    mended:
      'cela n’aurait pas dû vous arriver deux fois. Les {amount} sont partis aujourd’hui, sans attendre le tapis ; vous choisissez le jour de l’enlèvement et le chauffeur vous appelle une heure avant. Tout sera réglé d’ici {due}.',
    refusal:
      'j’ai comparé la photo de votre commande {order} avec le Myra de notre salle d’exposition, à la lumière du jour. C’est bien la couleur du site et de l’étiquette, gris pierre 04, et je ne trouve pas d’erreur dans l’envoi. Vous pouvez le rendre sous quatorze jours, mais le retour est alors à votre charge.',
  },
  'chair-screws': {
    subject: '[Vis manquantes|Chaise Torvik sans vis|Impossible de monter la chaise|Pièces manquantes, {order}]',
    short: '[pas de vis dans le carton, {order}|Chaise Torvik : sachet de vis absent, {order}|Et les vis ??? {order}]',
    facts: [
      'La chaise Torvik de la commande {order} est arrivée sans [le sachet de vis|vis|vis ni clé].',
      'J’ai voulu monter la chaise Torvik commandée le {date} (n° {order}) : [pas une seule vis dans le carton|il n’y a pas de vis].',
      'Quatre pieds, une assise, un dossier et [rien pour les assembler|aucune vis] : voilà la commande {order}.',
    ],
    details: [
      'J’ai [retourné le carton|fouillé tous les cartons|regardé jusque dans la mousse]. [Rien.|La notice parle d’un sachet B avec huit vis ; il n’y a pas de sachet B.]',
      'J’ai essayé [des vis du magasin de bricolage|de vieilles vis], mais [elles n’entrent pas|le filetage n’est pas le même].',
      'Nous avons [des invités samedi|un anniversaire ce week-end] et [il nous manque une chaise|nous sommes assis sur des caisses].',
    ],
    asks: [
      '[Merci de m’envoyer les vis.|Le sachet de vis me suffit.|Pouvez-vous poster les vis ?]',
      'Quand pouvez-vous envoyer [les vis|le sachet] ?',
    ],
    question:
      'Y a-t-il un numéro [gravé|imprimé] sous l’assise ? La Torvik existe avec deux filetages et je voudrais vous envoyer tout de suite le bon sachet.',
    reply: 'Oui, c’est T{number}. [J’espère que c’est le bon.|Juste à côté de l’autocollant.]',
    answers: [
      'le sachet B a été oublié quand votre Torvik a été emballée, [comme pour toute une palette, hélas|et la vôtre n’est pas la seule]. Les vis et la clé [sont parties aujourd’hui par lettre suivie|sont à la poste depuis midi] ; elles seront dans votre boîte aux lettres d’ici {due}.',
      'huit vis, huit rondelles et la clé de votre Torvik (commande {order}) sont [en route|à la poste], vous les aurez d’ici {due}. J’ai ajouté [deux vis de rechange|une deuxième clé], au cas où.',
    ],
    again:
      '[Les vis sont arrivées mais trop courtes, la chaise n’est toujours pas montée.|J’ai reçu le sachet du tabouret. La chaise n’est toujours pas debout.]',
    mended:
      'notre magasinier a démonté une Torvik devant moi et je vous ai envoyé ses vis. Ce sont des M6 × 40, elles vont à coup sûr et seront chez vous d’ici {due}. Pour cette seconde attente, je vous ai remboursé les frais de port.',
    refusal: null,
  },
  damaged: {
    subject: '[Arrivé cassé|Colis endommagé|Commande {order} : casse|Article endommagé]',
    short: '[arrivé cassé, {order}|Cassé : {item}. {order}|Encore de la casse. {order}. Remboursement svp]',
    facts: [
      'Ma commande {order} ({item}) est arrivée [endommagée|cassée|avec une grande fissure].',
      'Le colis {order} ({item}) est arrivé [hier|aujourd’hui], et [tout est rayé|un côté est enfoncé|le contenu est en deux morceaux].',
      'Je viens d’ouvrir la commande {order} du {date} ({item}) : [un coin est brisé|c’est fendu de haut en bas|c’est tordu, plus rien ne s’ajuste].',
    ],
    details: [
      'Le carton [semblait intact de l’extérieur|était déchiré à un coin et rescotché|portait une trace de chaussure].',
      'À l’intérieur, il y avait [à peine de quoi amortir|une feuille de papier et rien d’autre].',
      'Je peux envoyer des photos [ce soir|si vous me dites où], et j’ai gardé tout l’emballage.',
    ],
    asks: [
      '[Merci d’en envoyer un autre, mieux emballé.|Je voudrais un échange.|Je demande le remboursement.]',
      'De quoi avez-vous besoin pour [l’échange|me rembourser les {amount}] ?',
    ],
    question:
      '[Où se trouve exactement le dommage, et voyait-on quelque chose sur le carton ?|Le carton extérieur était-il abîmé aussi, et l’avez-vous encore ?] C’est pour le transporteur, pas parce que je doute de vous.',
    reply:
      'Le dommage est [en bas à gauche|à l’arrière|sur le bord], sur {number2} cm environ. [Le carton avait un trou du même côté.|Le carton était intact.] Je garde tout en attendant.',
    answers: [
      'j’ai fait prendre un autre exemplaire en rayon pour votre commande {order} ({item}) et [je l’ai vu emballer|demandé une double protection]. Il sera chez vous d’ici {due}. Vous pouvez jeter l’article cassé.',
      'ce que vous avez reçu avec la commande {order} n’est pas ce que vous avez payé : les {amount} repartent aujourd’hui et seront sur votre compte d’ici {due}. Rien à renvoyer. [L’emballage de cet article va changer.|J’ai transmis vos mots à l’atelier d’emballage.]',
    ],
    again:
      '[Le remplacement est fendu lui aussi, c’est toujours le même problème.|Le deuxième est cassé aussi, ce n’est toujours pas réglé.] [Il était emballé exactement pareil.|Je n’ai pas de chance avec vous.]',
    mended:
      'deux fois cassé, c’est notre emballage et non votre malchance. Les {amount} sont remboursés aujourd’hui (chez vous d’ici {due}), et cet article ne quittera plus la maison avant d’avoir un nouveau carton.',
    refusal:
      'j’ai repris la commande {order} avec le transporteur : le colis a été pesé et photographié avant la remise, en bon état, et accepté sans réserve. Je ne peux donc pas constater que le dommage s’est produit en route, ni remplacer l’article.',
  },
  'wrong-item': {
    subject: '[Mauvais article|Erreur de livraison|Commande {order} : ce n’est pas ça|Je n’ai pas commandé cela]',
    short: '[mauvais article, {order}|Ce n’est pas ce que j’ai commandé. {order}|un abat-jour ?? commande {order}]',
    facts: [
      'J’ai commandé {item} (commande {order}) et le colis contenait [tout autre chose|un lot de torchons|un abat-jour que je n’ai jamais vu].',
      'La commande {order} est arrivée. [Le bon de livraison dit une chose ({item}), le carton en contient une autre.|Dans le carton, ce n’est pas le bon article.]',
      'Vous m’avez envoyé le mauvais article : j’avais commandé {item} le {date} (n° {order}).',
    ],
    details: [
      'Le bon de livraison [est à mon nom, pas la marchandise|est juste, le contenu non].',
      'Je n’ai [rien déballé de plus|pas enlevé le film], [vous pouvez le reprendre tel quel|cela manque sûrement à quelqu’un].',
      'C’était un cadeau, [pour ma mère|pour un mariage samedi], donc le temps presse.',
    ],
    asks: [
      'Merci d’envoyer [le bon article|ce que j’ai commandé], et dites-moi quoi faire de l’autre.',
      '[Est-ce possible cette semaine ?|Quand aurai-je le bon ?]',
    ],
    question:
      'Pourriez-vous me lire le numéro sous le code-barres du mauvais article ? Je verrai alors avec quel colis le vôtre a été échangé.',
    reply:
      'Sous le code-barres il y a {number}. [Le bon dans le carton est au nom de quelqu’un d’autre, d’ailleurs.|C’est un carton gris.]',
    answers: [
      'votre commande {order} ({item}) [repart aujourd’hui, avec deux paires d’yeux dessus|vient d’être remballée] et sera chez vous d’ici {due}. Ce que vous avez reçu par erreur, [vous pouvez le garder|le chauffeur le reprendra ; ni étiquette ni carton à préparer].',
      'deux étiquettes ont été interverties à l’emballage le jour où votre commande {order} est partie. Le bon colis est en route et arrive d’ici {due} ; l’autre sera repris à votre porte au même moment.',
    ],
    again:
      'Un second colis est arrivé, et c’est [encore le mauvais article, même problème|toujours pas ce que j’ai commandé]. [Quelqu’un regarde dans les cartons ?|J’ai du mal à y croire.]',
    mended:
      'j’ai trouvé la raison : l’étiquette de l’étagère elle-même était fausse, le second essai devait échouer comme le premier. J’ai pris votre article ({item}) en salle d’exposition et l’ai envoyé en express, il arrive d’ici {due}. Les frais de port sont remboursés.',
    refusal:
      'j’ai comparé votre commande {order} du {date} avec ce qui a été emballé, numéro par numéro : vous avez reçu exactement l’article commandé, {item}, dans la version choisie. Je comprends que vous attendiez autre chose, mais il n’y a pas eu d’erreur de livraison.',
  },
}
