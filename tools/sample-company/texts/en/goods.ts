// English: what is wrong with goods, in the words of customers and of the desk.
import type { CauseTexts, GoodsKey } from '../shape.ts'

export const goods: Readonly<Record<GoodsKey, CauseTexts>> = {
  'kettle-leaks': {
    subject:
      '[Kettle leaks|Leaking kettle|Water under my Varde kettle|Varde kettle, order {order}|Kettle drips at the base]',
    short:
      '[kettle leaks, order {order}|my varde kettle is leaking. {order}|Water all over the counter again this morning. Kettle from order {order}.|leaking kettle {order}]',
    facts: [
      'The Varde kettle from order {order} [leaks|drips|loses water] [at the bottom|where the handle meets the body|around the water gauge].',
      '[Since last week|For three days now|From about the tenth use on] there has been [a puddle|a ring of water] under the Varde kettle I bought on {date} (order {order}).',
      'I ordered a Varde kettle on {date}, number {order}, and [it is not tight any more|the seal at the bottom has given up|water comes out of the base whenever I fill it past the middle].',
    ],
    details: [
      'It started [as a few drops|slowly] and is now about [half a cup|a small glass|two spoonfuls] each time I boil a full kettle.',
      'I [descaled it|tightened the lid|filled it only half way|dried the base and tried again], as the leaflet says, and it made no difference.',
      'The base with the plug [got wet|stood in water this morning], and I do not want electricity and water in the same place [with children around|in my kitchen].',
      '[My sister has the same one and hers is dry|A neighbour bought the same model in spring and hers leaks too], so I wonder [if it is the series|whether something was wrong with this batch].',
    ],
    asks: [
      '[Please send me one that is tight|I would like a new one|Could you replace it?|I want my {amount} back, please].',
      'How do I get [a replacement|my money back], and do I have to send the old one in?',
    ],
    question:
      '[So that I send you the right part|To find out whether yours is from the batch we know of], could you [look under the base and tell me|send me] the six digits after "S" on the silver label?',
    reply:
      'The label says S{number}. [It drips from the same place, right below the gauge.|I have not used it since.|Hope that helps.]',
    answers: [
      'Your Varde kettle from order {order} belongs to a series whose seal at the water gauge was fitted badly. Please unplug it and do not use it. A new one with the changed seal [leaves our warehouse today|goes out tonight] and is with you by {due}. You need not send the old one back.',
      'Water at the base of the Varde means the seal has failed; you did nothing wrong. I have paid {amount} for order {order} back to you today; it is on your account by {due}. [Please throw the kettle away|Please do not plug it in again], we do not need it back.',
    ],
    again:
      'The new kettle [leaks as well, at the very same spot|came today and is still not tight]. [I filled it twice and there is water on the worktop again.|That is the second one.]',
    mended:
      'that the replacement leaks too must not happen. I do not want to send you a third Varde, so I have paid back {amount} in full today (on your account by {due}). If you would like another kettle, the glass Skarn has no gauge and so no such seal.',
    refusal: null,
  },
  'carpet-colour': {
    subject: '[Wrong colour|Carpet Myra: colour|Carpet looks nothing like the picture|Myra carpet from order {order}]',
    short:
      '[carpet is green not grey!! order {order}|Wrong colour carpet, {order}|That is not the colour I ordered. {order}]',
    facts: [
      'The Myra carpet from order {order} is [clearly green|greenish|more olive than grey], on your page it is [stone grey|a plain grey].',
      'On {date} I ordered the Myra carpet in grey ({order}). What I unrolled is [green|some kind of sage], [in daylight and in lamp light|whatever lamp I switch on].',
      'I bought the Myra because of the grey in your photographs (order {order}), and [it does not exist|the real thing is a different colour].',
    ],
    details: [
      'I held it [next to the picture on my phone|against our grey sofa|next to the sample on the label]: [two different colours|nobody would call them the same].',
      'The label says "[grey 04|stone]", so I suppose [the picture is wrong|the label or the picture is wrong], but the room was painted to go with it.',
      'It weighs [fourteen|fifteen] kilos and I live on the [third|fourth] floor without a lift, so [carrying it to a parcel shop is out of the question|please do not ask me to carry it anywhere].',
    ],
    asks: [
      '[Please have it collected|Can you pick it up?|I would like to return it without paying for the way back].',
      'Do you have it in the colour of the picture? Otherwise [I want my money back|please refund the {amount}].',
    ],
    question:
      'Could you [look at the sewn-in label at the short edge and tell me|tell me] which number stands after "Col."? There are two dye lots, and I want to be sure which one you were sent.',
    reply:
      'It says Col. {number}. [I have put it back into its roll for now.|My husband read it, I hope he read it well.]',
    answers: [
      'you are right: the photographs of the Myra were taken under warm light and show it greyer than it is. That is our mistake. I have booked a collection for {due}, two people who carry it down for you, and {amount} is paid back as soon as they have it. [The pictures are being taken again.|We have taken the pictures down.]',
      'the Myra in order {order} comes from a dye lot that turned out green. A grey one has been checked by hand and arrives on {due}; the driver takes the other one with him. You pay nothing.',
    ],
    again:
      '[Nobody came on the day you named, I stayed at home for nothing. Still the same green carpet here|The driver did not come, so it is still not solved]. [What now?|I am running out of patience.]',
    mended:
      'I am sorry, that should not have happened to you twice. I have paid the {amount} back today without waiting for the carpet, and you choose the day of the collection; the driver rings you an hour before. It is settled by {due}.',
    refusal:
      'I have put the photograph of your order {order} next to the Myra in our showroom, in daylight. It is the colour on the page and on the label, stone grey 04, and I can find no mistake in what was sent. You may send it back within the fourteen days, but the way back is then yours to pay.',
  },
  'chair-screws': {
    subject: '[Screws missing|Torvik chair without screws|Chair cannot be assembled|Parts missing, order {order}]',
    short: '[no screws in the box. {order}|Chair Torvik: bag of screws missing, {order}|Screws???]',
    facts: [
      'The Torvik chair from order {order} came without [the bag of screws|screws|any screws or key].',
      'I [unpacked|wanted to put together] the Torvik chair from {date} (order {order}) and [there is not a single screw in the box|the screws are missing].',
      'Four legs, a seat, a back and [nothing to hold them together|no screws]: that is what was in the box of order {order}.',
    ],
    details: [
      'I [turned the box upside down|searched every bit of cardboard|looked in the foam as well]. [Nothing.|The manual says bag B with eight screws, and there is no bag B.]',
      'I tried [screws from the hardware store|old ones from the cellar], but [they do not fit the thread|the thread is an odd size].',
      'We have [guests on Saturday|a birthday at the weekend] and [sit on boxes|are one chair short].',
    ],
    asks: [
      '[Please send the screws|Just send me the bag with the screws|Could you post the screws, please?]',
      'How quickly can you send [them|the missing bag]?',
    ],
    question:
      'Is there a number [stamped|printed] on the underside of the seat? The Torvik exists with two kinds of thread and I want to send you the right bag at once.',
    reply: 'Yes, it says T{number}. [Hope it is the right one.|Underneath, next to the sticker.]',
    answers: [
      'bag B was forgotten when your Torvik was packed, [with a whole pallet of others, I am afraid|and yours is not the only box]. The screws and the key [are in the post to you today|went into the post at noon], as a letter with tracking, and are in your letter box by {due}.',
      'eight screws, eight washers and the key for your Torvik (order {order}) are [on their way|handed to the post], you have them by {due}. I put in [two spare screws|a second key], in case one rolls under a cupboard.',
    ],
    again:
      '[The screws came, but they are too short|I got a bag, but it is the one for the stool], so the chair is still not standing.',
    mended:
      'I went to the warehouse myself, took a Torvik apart and sent you its screws. They are M6 × 40, fit for certain and are with you by {due}. For the second wait I have paid back the delivery charge.',
    refusal: null,
  },
  damaged: {
    subject: '[Arrived broken|Damaged on arrival|Order {order}: damaged|Broken {item}]',
    short: '[arrived broken, order {order}|{item} broken. {order}|Damaged again. {order}. Refund please]',
    facts: [
      'My order {order} ({item}) arrived [damaged|broken|with a big crack].',
      '[Today|Yesterday] the parcel with {item} came (order {order}), and [it is scratched all over|one side is dented|it is in two pieces].',
      'I have just opened order {order} from {date}: [smashed at one corner|cracked from top to bottom|bent so that nothing fits]: {item}.',
    ],
    details: [
      'The box itself [looked fine from the outside|was torn at one corner and taped again|had a boot print on it].',
      'There was [hardly any padding|one sheet of paper around it and nothing else] inside.',
      'I can send photographs [tonight|if you tell me where to]; I [kept|have kept] all the packaging.',
    ],
    asks: [
      '[Please send another one, packed better this time|I would like a replacement|Please give me my money back].',
      'What do you need from me so that I get [a new one|my {amount} back]?',
    ],
    question:
      '[Where exactly is the damage, and did the box show anything from outside?|Was the outer box damaged as well, and do you still have it?] I need it for the carrier, not to doubt you.',
    reply:
      'The damage is at [the lower left corner|the back|the edge], about {number2} cm. [The box had a hole on the same side.|The box was intact.] I keep everything until you tell me.',
    answers: [
      'I have had another one taken from the shelf for your order {order} ({item}) and [watched it being packed|asked for a second layer of padding]. It is with you by {due}. The broken one you can throw away.',
      'what arrived with order {order} is not what you paid for, so {amount} goes back to you today and is on your account by {due}. Nothing has to be sent back. [The packing of this item is being changed.|I have told the packing bench, with your words.]',
    ],
    again:
      '[The replacement has a crack too|The second one is damaged as well]. [It was packed exactly like the first.|I do not have much luck with you.]',
    mended:
      'twice broken is our packing and not your luck. {amount} is paid back today (with you by {due}), and this item does not leave the house any more until it gets a new box.',
    refusal:
      'I have looked at order {order} together with the carrier: the parcel was weighed and photographed before it was handed over, undamaged, and signed for without a remark. So I cannot see that it broke on the way to you, and cannot replace it.',
  },
  'wrong-item': {
    subject:
      "[Wrong item|Not what I ordered|Order {order}: wrong thing in the parcel|You sent me somebody else's parcel]",
    short: '[wrong item sent, {order}|This is not what I ordered. {order}|got a lamp shade?? ordered {item}, {order}]',
    facts: [
      'I ordered {item} (order {order}), and in the parcel was [something quite different|a set of tea towels|a lamp shade I have never seen].',
      'Order {order} came today. [On the note it says {item}, in the box is something else|The box holds the wrong article].',
      'You sent me the wrong thing: I had ordered {item} on {date} (no. {order}).',
    ],
    details: [
      'The delivery note is [mine, the goods are not|correct, only the contents are not].',
      'I have [not unpacked it further|left it in its wrapping], so [it can go to whoever misses it|you can have it back as it is].',
      'It was meant as a present [for my mother|for a wedding on Saturday], so time matters.',
    ],
    asks: [
      'Please send [what I ordered|the right one], and tell me [what happens with the wrong one|how you get the other back].',
      '[Can I have the right one this week?|When will I have the right one?]',
    ],
    question:
      'Could you read me the number below the bar code on the wrong item? Then I can see whose parcel was mixed up with yours.',
    reply:
      'Below the bar code it says {number}. [The packing note in the box is made out to somebody else, by the way.|It is a grey carton.]',
    answers: [
      'the right goods for order {order} ({item}) [go out today, this time with two pairs of eyes on them|are being sent to you right now] and are with you by {due}. What you were sent by mistake [you may keep|the driver takes along then; you need neither label nor box].',
      'two labels were swapped at the packing table on the day your order {order} left. The right parcel is on its way and arrives by {due}, and the other one is collected at your door when it does.',
    ],
    again:
      'A second parcel came, and it is [the same wrong article once more|still not {item}]. [Does anybody look into the boxes?|I can hardly believe it.]',
    mended:
      'I found the reason: the shelf itself was labelled wrongly, so the second try had to fail like the first. I took {item} from the showroom and sent it by express; it is with you by {due}. The delivery charge is paid back.',
    refusal:
      'I have compared your order {order} of {date} with what was packed, number by number: what you received is the article that was ordered, {item}, in the version you chose. I understand that you had expected another one, but there was no mistake in the delivery.',
  },
}
