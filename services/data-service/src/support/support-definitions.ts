/** What each figure of the report on support means, by its place in the report. */
export const supportDefinitions = {
  tickets: 'all that were ever raised',
  open: 'neither resolved, closed nor cancelled',
  reopenings: 'how often tickets were reopened',
  handOvers: 'how often they went to another line, or to another team of the same line',
  neverLeftFirstLine:
    'every line that ever held the ticket, the one where it was raised included, was the first',
  reachedThirdLine: 'the third line held it at some time',
  unclearLine: 'it was once on a line that its log does not tell, and never surely on the third',
  finalStates: 'tickets by the last state, in the words of the log that told of it',
  heldSeconds:
    'how long each line held tickets until it handed them over, resolved or cancelled them; the time at the present desk is added when it ends',
  response:
    'from raised to the first work; a ticket that was solved without a word on when work began counts its resolution as the first work',
  resolution:
    'from raised to the last time it was resolved, waiting included; a reopened ticket has none until it is resolved again',
  resolutionWithReturns: 'the resolution of the tickets that came back to a team',
  resolutionWithoutReturns: 'the resolution of all others',
  'pushToFront.solved': 'tickets that were resolved and not reopened since',
  'pushToFront.furthest':
    'solved tickets by the furthest line that ever held them: the third, else one that the log does not tell, else the second, else the first alone',
  'pushToFront.share': 'solved by the first line alone, divided by solved',
  'pingPong.tickets': 'tickets with a return to a team',
  'pingPong.share': 'tickets with a return to a team, divided by tickets',
  'pingPong.returns':
    'hand-overs that bring a ticket to a team that had held it before and had given it to another; to stay with a team, or to change the line with it, is none',
  'pingPong.lineTickets': 'tickets with a return to a line',
  'pingPong.lineReturns':
    'hand-overs that bring a ticket to a line that had held it before and had given it to another',
  returnsBetween:
    'returns by the team that gave the ticket and the one that got it back, in either direction, most frequent first; a ticket keeps the first 50 pairs of its own',
  'waits.tickets': 'tickets that ever waited for them',
  'waits.share': 'tickets that ever waited for them, divided by tickets',
  'waits.waits':
    'how often a ticket began to wait for them; to be said to wait for the same again is no other wait',
  'waits.seconds':
    'from the beginning of a wait until the ticket stands otherwise, by the clock on the wall; a wait that lasts is added when it ends',
  waitsOnUser:
    'waits for the user by the team where the ticket lay when it began to wait, and by the person who had it wait, most frequent first; a ticket keeps the first 50 of its own',
  groups:
    'the same of some tickets: under each line or team that ever held them, or under what they said when they were raised, the priority as it is now; what was never told is (none)',
} as const;
