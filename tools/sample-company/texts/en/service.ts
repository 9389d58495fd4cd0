// English: what goes wrong around the goods (parcels, money, people), in the words of customers and of the desk.
import type { CauseTexts, ServiceKey } from '../shape.ts'

export const service: Readonly<Record<ServiceKey, CauseTexts>> = {
  'parcels-lost': {
    subject: '[Where is my parcel?|Parcel lost|Order {order} never arrived|No parcel, no news]',
    short: '[where is my parcel {order}|still no parcel. {order}!!|Parcel {order} never arrived]',
    facts: [
      'My order {order} of {date} [never arrived|has not come|seems to be lost].',
      'The tracking of order {order} [has said "in the depot" for {days} days|says "delivered", but nothing was delivered|has not moved for more than a week].',
      'I have been waiting for {item} (order {order}) since {date}.',
    ],
    details: [
      'I asked [the neighbours on both sides|everybody in the house|at the parcel shop round the corner]: nobody has it.',
      'The carrier [hangs up on me|sends me to you, and your page sends me to the carrier|says only the sender may ask].',
      'It is [a Christmas present for my daughter|a present], and it should have been here [long ago|before the weekend].',
    ],
    asks: [
      'Please [find out where it is|find it] or [send it again|give me my {amount} back].',
      'Will it still come [before Christmas|this week], yes or no?',
    ],
    question:
      'Could you check with me whether the address is complete? We have no [floor or|] name on the bell for you, and the driver noted "not found".',
    reply:
      "The name on the bell is [the same as mine|my partner's, which is another one], second floor on the left, house number {number2}. [Everybody else finds us.|The other parcels arrive.]",
    answers: [
      'the carrier cannot find your parcel with order {order} and neither can we, so I do not let you wait any longer: the same goods [left here today by another carrier|go out tonight with another carrier] and are with you by {due}. If the first parcel turns up after all, keep it shut and I have it collected.',
      'your parcel {order} was scanned for the last time on {date} and has been lost since, [together with a whole container|as have others of that day]. I have paid {amount} back today; it is on your account by {due}. Should you still want {item}, write to me and I put one aside.',
    ],
    again:
      "[The day you named is over and the parcel still hasn't come.|Again nothing has arrived, although you wrote it would.] [What is going on?|I had taken the afternoon off.]",
    mended:
      "you were promised a day and it was not kept. I have just spoken with the driver's depot: the parcel is in the van and comes [tomorrow|on {due}], and I follow it myself. The delivery charge is paid back whatever happens.",
    refusal: null,
  },
  'charged-twice': {
    subject: '[Charged twice|Double charge for order {order}|You took the money twice|{amount} debited two times]',
    short: '[charged twice for {order}|You took {amount} twice. Order {order}.|why was I charged two times?? {order}]',
    facts: [
      'For order {order} you charged me twice: {amount} on {date} and {amount} again two days later.',
      'My bank statement shows {amount} two times for one and the same order {order}.',
      'I bought once (order {order}, {date}) and paid twice, {amount} each time.',
    ],
    details: [
      'I [have only one confirmation|clicked once and got one invoice], so it cannot be a second order.',
      'My account is now [in the red because of it|overdrawn, which costs me interest].',
      'The bank says [I should turn to you|only you can reverse it].',
    ],
    asks: [
      'Please pay the second {amount} back [at once|this week].',
      'When do I get the money back[, and who pays the interest|]?',
    ],
    question:
      'Could you tell me the two booking dates on your statement and the last four digits of the reference? Then our payment provider finds the second one today.',
    reply:
      'The bookings are of {date} and two days later, the reference ends in {number4}. [That is all it says.|The first one is fine, it is the second I want back.]',
    answers: [
      'you did nothing wrong: a fault in our invoicing sent the charge for order {order} a second time. The second {amount} went back to you this morning and is on your account by {due}. [The fault is found and closed.|If your bank asks for interest because of it, send me the line and we pay that as well.]',
      'I can see both bookings of {amount} for order {order}. The second is ours to give back, and it is done: instructed today, with you by {due}.',
    ],
    again:
      '[There is still no money on my account|The second booking is still not back], and the day you named was [yesterday|on Monday].',
    mended:
      'the payment had stopped at a check in our accounts and nobody told me, nor you. I had it sent as an instant transfer a moment ago: {amount}, and for the trouble the interest of your bank on top, if you tell me how much. At the latest on {due} all of it is there.',
    refusal: null,
  },
  'voucher-fails': {
    subject: '[Voucher does not work|Voucher HALDEN10|Code refused|Your voucher code]',
    short: '[code HALDEN10 doesn\'t work|voucher refused again, why|HALDEN10: "not valid". It is valid.]',
    facts: [
      'The voucher HALDEN10 from your letter is [refused|not accepted] at the till, although it is valid until the end of the month.',
      'I tried to use HALDEN10 [four times|on two evenings] and always get "[code unknown|not valid]".',
      'Your page [took my order without the voucher|calculated the full price], although I had typed in HALDEN10.',
    ],
    details: [
      'I tried it [on the phone and on the computer|with capital and small letters|with an empty cart and a full one].',
      'I had [the cart full for a hundred euros|waited for exactly this voucher to buy a lamp].',
      'In the small print I find [nothing that would exclude it|no minimum].',
    ],
    asks: [
      'Please [make it work|take the ten per cent off afterwards].',
      'Will I still get the discount if I order [today|now]?',
    ],
    question: 'Which address did you get the voucher at, and what does the page say word for word when it refuses it?',
    reply:
      'It came to this address here, and the page says "[code unknown|this code cannot be combined]", number {number4}. [Nothing else in the cart but one lamp.|There was no sale item in the cart.]',
    answers: [
      'HALDEN10 was switched on for new customers only, by mistake; the letter went to everybody. It works for you now, until {due}. [If you have ordered in the meantime, tell me the number and I pay the ten per cent back.|I tried it with a cart of my own just now.]',
      'your code was right and our page was wrong. I have set up one for you alone, H10-{number4}, with the same ten per cent, good until {due} and for every article.',
    ],
    again: '[The new code is not working either|Same problem with the other code: "not valid"].',
    mended:
      'then we leave codes alone: order as usual, answer this letter with the order number, and I pay ten per cent back the same day. That holds until {due}, and I have noted it with your name.',
    refusal:
      'I have looked it up: HALDEN10 was valid for fourteen days and ended the evening before you tried it; the date is printed below the code. I know that is annoying by one day, but we treat everybody alike in this.',
  },
  'refunds-late': {
    subject: '[Refund missing|Where is my refund?|Returned weeks ago, no money|Refund for order {order}]',
    short: '[refund for {order}?|sent it back 4 weeks ago. no money. {order}|Still no refund, {order}]',
    facts: [
      'I sent {item} (order {order}) back [three|four] weeks ago, and [the {amount} has not come|there is no refund].',
      'You confirmed that my return for order {order} arrived. The refund of {amount} did not.',
      'On your page it says refunds take five days. For order {order} it has been [more than a month|{number2} days].',
    ],
    details: [
      'I have the [receipt of the post office|tracking number of the return], it was with you on time.',
      'I [called twice|wrote already once] and was told "[a few more days|it is being processed]".',
      '[It may not be much for you, for me it is the shopping of a week.|I had planned with the money.]',
    ],
    asks: ['Please [pay it now|transfer it today].', 'On what day exactly will the {amount} be on my account?'],
    question:
      'Was the order paid by card or by transfer? For transfers we need the name of the account holder as your bank spells it; please do not send me the number.',
    reply:
      'By transfer. The account is in the name of my [wife|husband|mother], same surname, customer number there ends in {number4}.',
    answers: [
      'your return for order {order} has been lying in our accounts since it came in; the refunds of those weeks were all held up. I had yours taken out of the pile: {amount} was sent today and is with you by {due}.',
      'there is no good reason why you had to wait for this. The {amount} for {item} went off this morning, as an instant transfer where your bank takes part, otherwise by {due} at the latest.',
    ],
    again:
      'I looked just now: [still nothing on the account|nothing has arrived]. [This is the third date I have been given.|Who can I believe?]',
    mended:
      'I stood next to our bookkeeper while she sent it: {amount}, instructed at noon, confirmed by the bank, with you by {due}. I also enclose our regrets in kind: ten euros on top for two broken dates.',
    refusal: null,
  },
  'courier-rude': {
    subject: '[Your driver|Rude courier|The way the delivery went|Delivery on {date}]',
    short:
      '[Your courier was rude. {order}|driver threw the parcel over the fence, {order}|Is that how you deliver? Order {order}]',
    facts: [
      'The driver who brought order {order} [shouted at me|called me names|told me to learn to read my own bell].',
      'Your courier [threw|dropped] the parcel {order} [over the fence|in front of the door from shoulder height] and drove off.',
      'When I asked the driver (order {order}) to carry the box over the doorstep, he [laughed at me|swore at me|slammed the van door].',
    ],
    details: [
      'My mother is [eighty|seventy-eight] and was [in tears|quite shaken].',
      'He wore [a grey jacket|a cap] and the van ended in {number2}, if that helps.',
      '[The parcel is fine, it is about manners.|It happened for the second time with the same man.|I do not want anybody dismissed, I want it to stop.]',
    ],
    asks: [
      '[Please see to it|I expect an apology|Please talk to the company that drives for you].',
      'What are you going to do about it?',
    ],
    question:
      'At what time was he at your door, roughly, and did anybody else see it? I want to speak with the carrier about this one driver and not about drivers.',
    reply:
      'It was about half past [nine|eleven|four]. [The neighbour from number {number2} saw it.|Nobody else was there.]',
    answers: [
      'I have spoken with the head of the depot that drives for us. The driver of order {order} was named, heard and taken off your round; from now on somebody else comes to you. I am sorry that you were treated like that at your own door. I look after it again on {due} and will tell you if anything changes.',
      'nobody has to put up with that, and least of all for having ordered from us. The carrier has to tell us in writing by {due} what they do, and I will tell you what it says. Your next deliveries come with another carrier if you want it.',
    ],
    again:
      'He was here again today, the same man, [no better than the first time|and did not even ring]. So nothing has changed.',
    mended:
      'then the depot did not keep its word to me. I have changed your address to another carrier altogether, which holds from your next order on, and our contract manager meets the carrier on {due} with your two letters in hand.',
    refusal: null,
  },
  'subscription-stuck': {
    subject: '[Cannot cancel|Cancel my subscription|Subscription goes on and on|Coffee subscription]',
    short:
      '[cancel my subscription NOW|cant cancel, button does nothing|Third month after cancelling. Stop it. {order}]',
    facts: [
      'I want to cancel my {item}, and the button on your page [does nothing|leads to an empty page|asks me to sign in for ever].',
      'I cancelled {item} on {date}, and still [another parcel came|{amount} was debited] (order {order}).',
      'For [three|four] weeks I have been trying to end my subscription ({order}).',
    ],
    details: [
      'I tried [two browsers and the phone|it with and without signing in].',
      'I have [coffee for half a year|so many filters that I could open a shop] by now.',
      'Subscribing took one click. [Why does leaving take a month?|Leaving should, too.]',
    ],
    asks: [
      'Please [end it as of today|cancel it] and confirm it to me in writing.',
      '[And pay back the last {amount}, please.|What about the parcel that is on its way?]',
    ],
    question: 'There are two subscriptions under your name. Shall I end both, or do you want to keep the filters?',
    reply: '[Both, please.|Only the coffee, the filters may go on.] Number of the last parcel: {number}.',
    answers: [
      'your subscription is ended as of today, and this letter is your confirmation. What was debited after you had tried to cancel, {amount}, is paid back by {due}. [A change on our page had broken the button; it is mended tonight.|The parcel that is on its way you may keep.]',
      'I ended {item} by hand just now, nothing further will be sent or debited. The {amount} of order {order} comes back to you by {due}, because you had every right to be out before.',
    ],
    again:
      '[Today another parcel came. The subscription is still not ended!|You debited again, so nothing happened after all.]',
    mended:
      'I see now that the parcel was made ready before I ended the subscription and slipped through. I have locked the account for any debit, and paid back both months; it is with you by {due}. Please keep the parcel or leave it at the door.',
    refusal: null,
  },
  'delivery-late': {
    subject: '[Late|Delivery late|When will order {order} come?|Order {order} overdue]',
    short: '[when does {order} come|order {order} is late again|Promised for last week: {item}. {order}]',
    facts: [
      'Order {order} was to arrive [last week|within three days], and [it is not here|I hear nothing].',
      'On {date} I ordered {item} (no. {order}), in stock, it said, [two to three days|48 hours].',
      'My order {order} has been "[being prepared|in progress]" for {days} days.',
    ],
    details: [
      'I [stayed at home twice|took a day off] for nothing.',
      'No mail, no message, [nothing|not a word].',
      'A later date would be all right, [if only somebody told me|I just want to know it].',
    ],
    asks: [
      '[When does it come?|Please tell me a date I can rely on.]',
      'If it takes longer than this week, [I would rather cancel|please cancel it].',
    ],
    question:
      'Would it help you if we delivered to another address or a parcel shop? Then it could be a day or two sooner.',
    reply: '[No, please here.|Yes, to my work: the porter takes parcels until six, gate {number2}.]',
    answers: [
      'what you ordered with {order} ({item}) was shown as in stock, and the shelf was empty. New stock came in [this morning|today], your parcel is packed and arrives by {due}. You should have heard that from us long before you asked.',
      'your order {order} was left behind because of one missing article. I have split it: what is here goes out today and is with you by {due}, and you pay the delivery only once.',
    ],
    again: "It still hasn't arrived, and the tracking [is empty|shows nothing].",
    mended:
      'the label was printed and the parcel stood next to the lorry instead of in it. It is in it now, I have seen it, and it comes by {due}. I have paid back the delivery charge.',
    refusal:
      'I followed your order {order} of {date} from the shelf to the door. For this article the page names three weeks, and {days} days of them have passed. So it is not late yet, and nothing is lost: it comes as announced.',
  },
  'unwanted-mail': {
    subject: '[Advertising I never asked for|Remove me|Stop|Who gave you my address?]',
    short: '[stop sending me mails|unsubscribe!!!|I never bought anything from you. Stop writing to me.]',
    facts: [
      'I have never bought anything from you and still get your newsletter, [twice a week|for a month now].',
      'Where did you get my address from? I [am no customer of yours|have no account with you].',
      'I unsubscribed from your advertising [on {date}|three times] and it goes on.',
    ],
    details: [
      'The link at the bottom [leads nowhere|says I am not on the list].',
      'A friend told me [she gets them too|it is the same with her].',
      'I do not wish to write about this again.',
    ],
    asks: [
      '[Delete my address|Take me off every list] and tell me where you had it from.',
      'Please confirm that it is deleted.',
    ],
    question: 'Which address do the letters come to? The one you write from is on none of our lists.',
    reply:
      'They come to an older one that is forwarded to me, the one that ends in {number2}. [Please delete that.|I hope that is enough.]',
    answers: [
      'your address is off all our lists as of this hour, and it is blocked so that it cannot come back. It came from a prize draw in spring where somebody typed it in. By {due} the firm that ran it has deleted it as well; I hold them to it.',
      'I have deleted it. It had been taken over from an old list of a trade fair, which should never have happened. One letter may still be on its way until {due}, none after.',
    ],
    again: 'Another advertisement from you today. So my address is still not deleted.',
    mended:
      'the letter today came from a second system that I had not known of. Your address is out of that one too, I have the proof in front of me, and on {due} I look again.',
    refusal: null,
  },
}
