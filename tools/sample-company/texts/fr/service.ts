// French: what goes wrong around the goods (parcels, money, people), in the words of customers and of the desk.
import type { CauseTexts, ServiceKey } from '../shape.ts'

export const service: Readonly<Record<ServiceKey, CauseTexts>> = {
  'parcels-lost': {
    subject: '[Où est mon colis ?|Colis perdu|Commande {order} jamais arrivée|Pas de colis, pas de nouvelles]',
    short: '[où est mon colis {order}|Toujours pas de colis. {order} !!|Commande {order} jamais reçue]',
    facts: [
      'Ma commande {order} du {date} [n’est jamais arrivée|n’est pas là|semble perdue].',
      'Le suivi de la commande {order} [indique « au dépôt » depuis {days} jours|dit « livré », mais rien n’a été livré|ne bouge plus depuis plus d’une semaine].',
      'J’attends la commande {order} ({item}) depuis le {date}.',
    ],
    details: [
      'J’ai demandé [aux voisins|à tout l’immeuble|au point relais du coin] : personne ne l’a.',
      'Le transporteur [raccroche|me renvoie vers vous, et votre site vers lui|dit que seul l’expéditeur peut se renseigner].',
      'C’est [un cadeau de Noël pour ma fille|un cadeau], il devrait être là [depuis longtemps|avant le week-end].',
    ],
    asks: [
      'Merci de [le retrouver|chercher où il est] ou de [le renvoyer|me rembourser les {amount}].',
      'Arrivera-t-il [avant Noël|cette semaine], oui ou non ?',
    ],
    question:
      'Pourriez-vous vérifier avec moi si l’adresse est complète ? Le chauffeur a noté « introuvable », et il nous manque [l’étage|le nom sur la sonnette].',
    reply:
      'Sur la sonnette il y a [le même nom|le nom de ma mère], deuxième étage à gauche, au numéro {number2}. [Tous les autres nous trouvent.|Les autres colis arrivent.]',
    answers: [
      'le transporteur ne retrouve pas votre colis {order}, et nous non plus. Je ne vous fais donc pas attendre davantage : les mêmes articles [sont partis aujourd’hui avec un autre transporteur|partent ce soir avec un autre transporteur] et seront chez vous d’ici {due}. Si le premier colis réapparaît, laissez-le fermé, je le ferai reprendre.',
      'votre colis {order} a été scanné une dernière fois au dépôt et il est perdu depuis, [avec tout un conteneur|comme d’autres de ce jour-là]. Je vous ai remboursé les {amount} aujourd’hui, ils seront sur votre compte d’ici {due}. Si vous voulez toujours l’article, écrivez-moi et je le mets de côté.',
    ],
    again:
      '[Le jour que vous aviez donné est passé et le colis n’est toujours pas là.|Rien, alors que vous l’aviez promis. Toujours pas de colis.] [Que se passe-t-il ?|J’avais pris mon après-midi.]',
    mended:
      'on vous avait promis un jour et il n’a pas été tenu. Je viens de parler au dépôt : le colis est dans la camionnette et arrive {due}, je le suis moi-même. Les frais de port vous sont remboursés quoi qu’il arrive.',
    refusal: null,
  },
  'charged-twice': {
    subject: '[Double prélèvement|Débité deux fois, {order}|{amount} prélevés deux fois|Erreur de prélèvement]',
    short:
      '[prélevé deux fois, {order}|{amount} débités deux fois. Commande {order}.|pourquoi deux prélèvements ?? {order}]',
    facts: [
      'Pour la commande {order}, vous avez prélevé deux fois : {amount} le {date}, puis encore {amount} deux jours plus tard.',
      'Sur mon relevé, les {amount} apparaissent deux fois, pour une seule et même commande, {order}.',
      'Un seul achat (commande {order}, {date}) et deux paiements de {amount}.',
    ],
    details: [
      'Je n’ai [qu’une confirmation|cliqué qu’une fois et reçu qu’une facture], ce ne peut pas être une deuxième commande.',
      'Mon compte est [à découvert|dans le rouge, et cela me coûte des agios] à cause de cela.',
    ],
    asks: [
      'Merci de me rendre les seconds {amount} [tout de suite|cette semaine].',
      'Quand aurai-je cet argent[, et qui paie les agios|] ?',
    ],
    question:
      'Pourriez-vous me donner les deux dates d’opération et les quatre derniers chiffres de la référence ? Notre prestataire retrouvera la seconde aujourd’hui même.',
    reply:
      'Les opérations sont du {date} et de deux jours après, la référence finit par {number4}. [Il n’y a rien d’autre.|La première est bonne, c’est la seconde que je veux récupérer.]',
    answers: [
      'vous n’avez rien fait de travers : une erreur de notre facturation a envoyé une seconde fois le prélèvement de la commande {order}. Les seconds {amount} sont repartis ce matin, vous les aurez d’ici {due}. [L’erreur est trouvée et corrigée.|Si votre banque vous compte des agios, envoyez-moi la ligne, nous les prenons à notre charge.]',
      'je vois bien les deux opérations de {amount} pour la commande {order}. La seconde vous revient, et c’est fait : l’ordre est parti aujourd’hui, l’argent sera chez vous d’ici {due}.',
    ],
    again:
      '[Il n’y a toujours pas d’argent sur mon compte|Le second prélèvement n’est toujours pas revenu], et le jour annoncé était [hier|lundi].',
    mended:
      'le paiement est resté bloqué chez nous dans un contrôle, et personne ne me l’a dit, ni à vous. Je viens de le faire partir en virement instantané : {amount} ; les agios de votre banque s’y ajouteront si vous m’en donnez le montant. Tout sera là d’ici {due}.',
    refusal: null,
  },
  'voucher-fails': {
    subject: '[Bon de réduction|HALDEN10 ne fonctionne pas|Code refusé|Votre code]',
    short: '[HALDEN10 ne marche pas|code refusé encore une fois, pourquoi|HALDEN10 « non valable ». Il l’est.]',
    facts: [
      'Le code HALDEN10 de votre courrier est [refusé|rejeté] à la caisse, alors qu’il est valable jusqu’à la fin du mois.',
      'J’ai saisi HALDEN10 [quatre fois|deux soirs de suite] et je lis toujours « [code inconnu|non valable] ».',
      'Votre site a [accepté ma commande sans le bon|compté le prix entier], alors que j’avais saisi HALDEN10.',
    ],
    details: [
      'J’ai essayé [sur le téléphone et sur l’ordinateur|en majuscules et en minuscules|avec un panier vide et un panier plein].',
      'J’avais [pour cent euros dans le panier|attendu ce bon exprès pour acheter une lampe].',
    ],
    asks: [
      'Merci de [le faire fonctionner|déduire les dix pour cent après coup].',
      'Aurai-je encore la remise si je commande [aujourd’hui|maintenant] ?',
    ],
    question: 'À quelle adresse avez-vous reçu le bon, et que dit la page, mot pour mot, quand elle le refuse ?',
    reply:
      'À cette adresse-ci, et la page dit « [code inconnu|ce code ne peut pas être cumulé] », numéro {number4}. [Il n’y avait qu’une lampe dans le panier.|Aucun article soldé.]',
    answers: [
      'HALDEN10 n’était activé que pour les nouveaux clients, par erreur, alors que le courrier est parti à tous. Il marche maintenant pour vous, jusqu’au {due}. [Si vous avez commandé entre-temps, donnez-moi le numéro et je vous rends les dix pour cent.|Je viens de l’essayer avec un panier à moi.]',
      'votre code était bon, c’est notre page qui avait tort. Je vous en ai créé un rien que pour vous, H10-{number4}, avec les mêmes dix pour cent, valable jusqu’au {due} sur tous les articles.',
    ],
    again: '[Le nouveau code ne fonctionne pas|L’autre code ne marche pas non plus, même problème].',
    mended:
      'alors laissons les codes : commandez normalement, répondez à cette lettre avec le numéro de commande, et je vous rends dix pour cent le jour même. C’est valable jusqu’au {due} et noté à votre nom.',
    refusal:
      'j’ai vérifié : HALDEN10 était valable quatorze jours et s’est terminé la veille de votre essai ; la date figure sous le code. Je sais que c’est rageant pour un jour, mais nous faisons de même pour tous.',
  },
  'refunds-late': {
    subject: '[Remboursement manquant|Où est mon remboursement ?|Renvoyé il y a des semaines|Remboursement {order}]',
    short:
      '[remboursement {order} ?|renvoyé il y a 4 semaines, rien reçu. {order}|Toujours pas de remboursement, {order}]',
    facts: [
      'J’ai renvoyé la commande {order} ({item}) il y a [trois|quatre] semaines, et [les {amount} ne sont pas là|je n’ai rien reçu].',
      'Vous m’avez confirmé l’arrivée de mon retour pour {order}. Les {amount}, eux, ne sont jamais arrivés.',
      'Votre site annonce cinq jours pour un remboursement. Pour {order}, cela fait [plus d’un mois|{number2} jours].',
    ],
    details: [
      'J’ai [le reçu de la poste|le numéro de suivi du retour], le colis est arrivé à temps.',
      'J’ai [appelé deux fois|déjà écrit] et on m’a dit « [encore quelques jours|c’est en cours] ».',
      '[Pour vous c’est peu, pour moi ce sont les courses de la semaine.|Je comptais sur cet argent.]',
    ],
    asks: [
      'Merci de [payer maintenant|faire le virement aujourd’hui].',
      'Quel jour exactement les {amount} seront-ils sur mon compte ?',
    ],
    question:
      'La commande a-t-elle été payée par carte ou par virement ? Pour un virement, il nous faut le nom du titulaire tel que la banque l’écrit ; ne m’envoyez pas le numéro, s’il vous plaît.',
    reply:
      'Par virement. Le compte est au nom de ma [mère|sœur], même nom de famille, son numéro de client finit par {number4}.',
    answers: [
      'votre retour {order} attendait dans notre comptabilité depuis son arrivée ; tous les remboursements de ces semaines y sont restés. J’ai fait sortir le vôtre de la pile : les {amount} sont partis aujourd’hui et seront chez vous d’ici {due}.',
      'il n’y a pas de bonne raison à cette attente. Les {amount} de la commande {order} sont partis ce matin, en virement instantané si votre banque le permet, sinon d’ici {due} au plus tard.',
    ],
    again:
      'Je viens de regarder : [toujours pas d’argent sur le compte|toujours pas de virement]. [C’est la troisième date qu’on me donne.|Qui dois-je croire ?]',
    mended:
      'j’étais à côté de notre comptable quand elle l’a envoyé : {amount}, ordre passé à midi, confirmé par la banque, chez vous d’ici {due}. J’y ai ajouté dix euros pour deux dates que nous n’avons pas tenues.',
    refusal: null,
  },
  'courier-rude': {
    subject: '[Votre livreur|Livreur grossier|La façon de livrer|Livraison du {date}]',
    short:
      '[livreur très grossier. {order}|le livreur a jeté le colis par-dessus la clôture, {order}|C’est comme ça que vous livrez ? Commande {order}]',
    facts: [
      'Le livreur de la commande {order} m’a [crié dessus|<insulté|insultée>|dit d’apprendre à lire ma propre sonnette].',
      'Votre livreur a [jeté le colis {order} par-dessus la clôture|laissé tomber le colis {order} devant la porte] et il est reparti.',
      'Quand j’ai demandé au livreur (commande {order}) de passer le carton par-dessus le seuil, il [m’a ri au nez|a juré|a claqué la portière].',
    ],
    details: [
      'Ma mère a [quatre-vingts|soixante-dix-huit] ans et elle était [en larmes|toute secouée].',
      'Il portait [un blouson gris|une casquette], la plaque finissait par {number2}, si cela aide.',
      '[Le colis va bien, c’est une question de manières.|C’est la deuxième fois avec le même homme.|Je ne veux pas qu’on le renvoie, je veux que cela cesse.]',
    ],
    asks: [
      '[Merci de vous en occuper.|J’attends des excuses.|Parlez-en, s’il vous plaît, à la société qui livre pour vous.]',
      'Que comptez-vous faire ?',
    ],
    question:
      'Vers quelle heure est-il passé, et quelqu’un d’autre l’a-t-il vu ? Je veux parler au transporteur de ce livreur précis, et non des livreurs en général.',
    reply:
      'Vers [neuf|onze|seize] heures et demie. [La voisine du {number2} a tout vu.|Il n’y avait personne d’autre.]',
    answers: [
      'j’ai parlé à la responsable du dépôt qui roule pour nous. Le livreur de la commande {order} a été identifié, entendu et retiré de votre tournée ; quelqu’un d’autre viendra chez vous. Je regrette que l’on vous ait <traité|traitée> ainsi à votre propre porte. Je rappelle le dépôt {due}.',
      'personne n’a à supporter cela, et surtout pas pour avoir commandé chez nous. Le transporteur doit nous dire par écrit, d’ici {due}, ce qu’il fait, et je vous dirai ce qu’il répond. Vos prochaines livraisons se feront avec un autre, si vous le souhaitez.',
    ],
    again:
      'Il est revenu aujourd’hui, le même homme, [pas plus aimable que la première fois|et il n’a même pas sonné]. Rien n’a changé, toujours le même.',
    mended:
      'le dépôt n’a donc pas tenu parole. J’ai passé votre adresse chez un autre transporteur, à partir de votre prochaine commande, et notre responsable des contrats rencontre l’ancien {due}, vos deux lettres en main.',
    refusal: null,
  },
  'subscription-stuck': {
    subject: '[Résiliation|Impossible de résilier|Résilier mon abonnement|L’abonnement continue]',
    short:
      '[résiliez mon abonnement MAINTENANT, {order}|impossible de résilier, bouton inactif. {order}|Troisième mois après ma résiliation. Stop. {order}]',
    facts: [
      'Je veux résilier {item}, et le bouton de votre site [ne fait rien|mène à une page vide|me demande sans fin de me connecter].',
      'J’ai résilié le {date}, et pourtant [un nouveau colis est arrivé|{amount} ont été prélevés] (commande {order}).',
      'Cela fait [trois|quatre] semaines que j’essaie de mettre fin à mon abonnement ({order}).',
    ],
    details: [
      'J’ai essayé [avec deux navigateurs et le téléphone|en étant <connecté|connectée> ou non].',
      'J’ai maintenant [du café pour six mois|de quoi ouvrir une boutique de filtres].',
      'S’abonner, c’était un clic. [Pourquoi faut-il un mois pour partir ?|Partir devrait l’être aussi.]',
    ],
    asks: [
      'Merci d’y mettre fin dès aujourd’hui et de me le confirmer par écrit.',
      '[Et rendez-moi les derniers {amount}, s’il vous plaît.|Que devient le colis en route ?]',
    ],
    question: 'Il y a deux abonnements à votre nom. Dois-je arrêter les deux, ou souhaitez-vous garder les filtres ?',
    reply:
      '[Les deux, s’il vous plaît.|Seulement le café, les filtres peuvent continuer.] Numéro du dernier colis : {number}.',
    answers: [
      'votre abonnement est arrêté à compter d’aujourd’hui, et cette lettre vaut confirmation. Ce qui a été prélevé après votre tentative, {amount}, vous sera rendu d’ici {due}. [Une modification de notre site avait cassé le bouton, il remarche ce soir.|Gardez le colis qui est en route.]',
      'je viens d’y mettre fin à la main ({item}) : plus rien ne sera envoyé ni prélevé. Les {amount} de la commande {order} vous reviennent d’ici {due}, car vous auriez dû pouvoir partir avant.',
    ],
    again:
      '[Encore un colis aujourd’hui. L’abonnement n’est toujours pas arrêté !|Encore un prélèvement, donc ce n’est toujours pas résilié.]',
    mended:
      'je comprends maintenant : le colis était prêt avant que j’arrête l’abonnement et il est passé au travers. J’ai bloqué tout prélèvement et remboursé les deux mois, vous les aurez d’ici {due}. Gardez le colis.',
    refusal: null,
  },
  'delivery-late': {
    subject: '[Retard|Livraison en retard|Quand arrive {order} ?|Commande {order} en retard]',
    short: '[quand arrive {order} ?|{order} encore en retard|Annoncé pour la semaine dernière : {item}. {order}]',
    facts: [
      'La commande {order} devait arriver [la semaine dernière|sous trois jours], et [elle n’est pas là|je n’ai pas de nouvelles].',
      'Le {date}, j’ai commandé {item} (n° {order}), en stock, disait le site, [deux à trois jours|48 heures].',
      'Ma commande {order} est « [en préparation|en cours] » depuis {days} jours.',
    ],
    details: [
      'Je suis <resté|restée> à la maison [deux fois|toute une journée] pour rien.',
      'Pas un mail, pas un message, [rien|pas un mot].',
      'Une date plus lointaine irait très bien, [si seulement on me la disait|je veux juste la connaître].',
    ],
    asks: [
      '[Quand arrive-t-elle ?|Donnez-moi une date sur laquelle compter.]',
      'Si c’est plus long que cette semaine, [je préfère annuler|merci d’annuler].',
    ],
    question: 'Une autre adresse ou un point relais vous arrangerait-il ? Ce pourrait être un jour ou deux plus tôt.',
    reply:
      '[Non, ici s’il vous plaît.|Oui, à mon travail : l’accueil prend les colis jusqu’à dix-huit heures, porte {number2}.]',
    answers: [
      'l’article de votre commande {order} ({item}) était affiché en stock et l’étagère était vide. [Un arrivage est entré ce matin|Il en est arrivé aujourd’hui] : le vôtre est emballé et sera chez vous d’ici {due}. Nous aurions dû vous le dire bien avant que vous ne le demandiez.',
      'votre commande {order} est restée en plan pour un seul article manquant. Je l’ai partagée : ce qui est là part aujourd’hui et arrive d’ici {due}, et vous ne payez le port qu’une fois.',
    ],
    again: 'Ce n’est toujours pas là, et le suivi [est vide|n’affiche rien].',
    mended:
      'l’étiquette était imprimée et le colis se trouvait à côté du camion au lieu d’être dedans. Il y est maintenant, je l’ai vu, et il arrive d’ici {due}. Je vous ai remboursé les frais de port.',
    refusal:
      'j’ai suivi votre commande {order} du {date} de l’étagère à la porte. Pour cet article, le site annonce trois semaines, et {days} jours se sont écoulés. Elle n’est donc pas en retard, ni perdue : elle arrivera comme annoncé.',
  },
  'unwanted-mail': {
    subject: '[Publicité non demandée|Désinscription|Stop|Qui vous a donné mon adresse ?]',
    short: '[arrêtez de m’écrire|désinscription !!!|Je n’ai jamais rien acheté chez vous. Plus de mails.]',
    facts: [
      'Je n’ai jamais rien acheté chez vous et je reçois votre lettre, [deux fois par semaine|depuis un mois].',
      'D’où tenez-vous mon adresse ? Je [ne suis pas <client|cliente>|n’ai pas de compte chez vous].',
      'Je me suis <désinscrit|désinscrite> de vos publicités [le {date}|trois fois], et cela continue.',
    ],
    details: [
      'Le lien du bas [ne mène nulle part|prétend que je ne suis pas sur la liste].',
      'Une amie [les reçoit aussi|me dit que c’est pareil pour elle].',
      'Je ne voudrais pas avoir à le redemander.',
    ],
    asks: [
      '[Effacez mon adresse|Retirez-moi de toutes vos listes] et dites-moi d’où elle vient.',
      'Merci de me confirmer qu’elle est effacée.',
    ],
    question: 'À quelle adresse arrivent ces lettres ? Celle d’où vous écrivez n’est sur aucune de nos listes.',
    reply:
      'À une ancienne adresse redirigée vers moi, celle qui finit par {number2}. [Effacez celle-là, s’il vous plaît.|J’espère que cela suffit.]',
    answers: [
      'votre adresse n’est plus sur aucune de nos listes depuis une heure, et elle est bloquée pour ne pas y revenir. Elle venait d’un jeu-concours du printemps où quelqu’un l’a saisie. D’ici {due}, l’organisateur l’aura effacée aussi ; j’y veille.',
      'je l’ai effacée. Elle avait été reprise d’une vieille liste de salon, ce qui n’aurait jamais dû arriver. Une lettre peut encore être en route jusqu’au {due}, plus aucune ensuite.',
    ],
    again: 'Encore une publicité de vous aujourd’hui. Mon adresse n’est toujours pas effacée.',
    mended:
      'la lettre d’aujourd’hui venait d’un second système que je ne connaissais pas. Votre adresse en est retirée aussi, j’en ai la preuve sous les yeux, et je revérifie {due}.',
    refusal: null,
  },
}
