// English: how customers begin, end, thank and lose their temper.
import type { Manners } from '../shape.ts'

export const manners: Manners = {
  hello: [
    'Hello,',
    'Hi,',
    'Dear Halden team,',
    'Good morning,',
    'Good evening,',
    'Hello Halden Home,',
    'Hi there,',
    'Dear Sir or Madam,',
  ],
  polite: [
    'I am sure [there is an explanation|this can be sorted out].',
    'I know [mistakes happen|you must be busy at the moment], so please just let me know.',
    '[I would be grateful for a short answer.|It would be kind if somebody looked into it.]',
    'I do not like to complain, [but this is not right|but I cannot leave it like this].',
  ],
  angry: [
    '[I have never seen anything like it.|This is unacceptable.|I am really angry.]',
    'I am [fed up|tired of this], and I [tell everybody who asks|will not keep it to myself].',
    'If [I hear nothing by the end of the week|nobody answers], I [buy elsewhere|have bought from you for the last time].',
    '[What kind of shop is this?|Do you think people have nothing else to do?|Is anybody reading this at all?]',
  ],
  loyal: [
    'I have bought from you [for a good while|several times] and was always content.',
    'So far everything I had from Halden was [fine|good], which makes it the more annoying.',
  ],
  newcomer: [
    'It was my first order with you.',
    'I wanted to try your shop for once, [a good start this is|what a start].',
    'A friend recommended you, I had expected better.',
  ],
  bye: [
    'Regards\n{name}',
    'Kind regards,\n{name}',
    'Best wishes\n{name}',
    '{name}',
    '{first}',
    'Yours sincerely\n{name}',
    'Greetings, {first}',
    'Best, {first}',
  ],
  thanks: [
    'Thank you, [that was quick|good to know|that is all I wanted to hear].',
    '[Many thanks|Thanks a lot] for [the fast help|looking after it|the kind letter]! {first}',
    'Dear {handler}, thank you for [taking it seriously|your trouble]. [I will gladly order again.|You made up for it.|Have a good week.]',
    'thanks {handler}',
    'Much appreciated. [I had not expected it to go so fast.|That is what I call service.]\n{name}',
    'Thanks, that is [fair|fine by me|decent of you].',
  ],
  arrived: [
    'Thank you, [everything is fine now|it all came as you wrote].',
    'Got it, thanks. [It is here.|All as promised.|]',
    '[All good now, thanks.|That solved it, thank you!|Sorted, cheers.]',
    'It has come, thank you {handler}. [Earlier than you said.|Have a good day.|]',
  ],
  gladArrived: [
    '[Great.|Perfect!|Wonderful.] It arrived [today|this morning].',
    'It is here. I did not think it would be settled so fast, {handler}. Keep well.',
  ],
  glad: [
    'Well, now it is as it should be. [Next time without the detour, please.|No hard feelings.]',
    'OK, fine by me.',
    'Brilliant, [you are a star|well done]!',
  ],
  stillNot: [
    'It is still not settled, {handler}.',
    'I am sorry, but it is not solved.',
    'You wrote it would be done by now. Nothing happened.',
  ],
  protest: [
    'I do not agree. [I know what I saw.|You were not there.] I would like somebody else to look at it.',
    'That is your view and not mine. [For me the matter is not over.|I insist on it.]',
    'So I am to pay for it, wonderful. I expected something else and will not accept this.',
  ],
  laterNews: [
    'One more thing about order {order}: [you reach me best in the evening|I am away from Thursday on|the neighbour on the ground floor takes parcels for me].',
    'I forgot to say that [it was the second delivery attempt|I paid by card|I kept the receipt].',
    'Is there [any news|anything new] about {order}?',
  ],
}
