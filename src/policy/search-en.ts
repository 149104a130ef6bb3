import { irregularForms, type SearchLanguage, type SectionNames } from './search-language.js';

const IRREGULAR = irregularForms(`write wrote written
leave left leaving
lose lost losing
steal stole stolen
take took taken
send sent
see saw seen
tell told
speak spoke spoken
find found
give gave given
break broke broken
hide hid hidden
die died dying
quit quitting
complain complaint complaints
criticise criticism critical`);

/** `posting`, `posted` and `posts` become the same. */
function stem(word: string): string {
  if (word.length < 4) return word.replace(/(?<=.{2})y$/, 'i');
  let root = word
    .replace(/(?<=.{2})ies$/, 'y')
    .replace(/(?<=.{2}(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=.{2}[^su])s$/, '');
  root = root.replace(/(?<=.{3})(?:ingly|edly|ing|ed|ly)$/, '');
  root = root.replace(/(?<=.{4})(?:ments?|(?<!report)ers?|ors?)$/, '');
  root = root
    .replace(/(?<=.{3})e$/, '')
    .replace(/(?<=.{2})([^aeiouls])\1$/, '$1')
    .replace(/(?<=.{2})y$/, 'i');
  return root;
}

const english: SearchLanguage = {
  stems: (word) => [stem(IRREGULAR.get(word) ?? word)],
  stopWords:
    'a about above after all also always am an and any anyone anything are as at be because been before being but by can cannot could d did do does ' +
    'doing don done for from get gets getting go goes going gonna got had has have having he hello her here hers hi him his how i if in into is ' +
    'isn it its just let like ll m make may me might must my need no not now of off ok on one only or our ours out over please put re really s ' +
    'see shall she should so some somebody someone something still such t than that the their theirs them then there these they thing this those ' +
    'through to too up us ve very want was we were what when where which who say says said saying whom whose why will with would yet you your yours wants wanted need needs let allowed supposed ' +
    'happens happen',
  weakWords:
    'online internet use using used work colleague colleagues boss message messages post posted posting social media new long company organisation organization service personal name follow day person people policy town city council firm shop school hospital company',
  synonyms: `photo picture image pic selfie snapshot photograph face selfies
video film clip recording footage reel livestream photo image picture
post publish share upload tweet story write message
share repost retweet forward like thumbs heart emoji
complaint complain nasty angry unhappy negative moan upset rant slag bash criticise dissatisfied furious neglect accuse rude impolite
compliment nice kind praise thank positive kudos lovely great grateful
question ask query enquiry information info
answer reply respond response react reaction comment
rumour rumor gossip hearsay misinformation disinformation speculate lie lying untrue allege libel slander defamation
crisis emergency incident accident fire urgent disaster flood storm explosion shooting attack evacuation outage robbery burglary hostage bomb robbed
mistake error wrong blunder regret slip oops typo correct apologise fix stupid dumb terrible awful embarrassing sorry
delete remove erase undo
journalist press reporter bbc newspaper tv television radio interview spokesperson sky guardian newsroom media camera crew
fake false bogus impersonate impersonation imposter clone deepfake doctored photoshopped edited
scam fraud phishing fraudster scammer con swindle trick
account profile page channel handle
hack compromised stolen secure breach hacked hijack broken-in intruder takeover lost lose
product item recall unsafe dangerous defect collection range stock goods stuff
sale discount promotion offer deal bargain
thief shoplifter theft steal camera cctv footage
access password passcode 2fa mfa authentication verification two-step two-factor login secure locked
ai chatgpt artificial intelligence copilot deepfake chatbot bot gemini midjourney dalle
phone mobile smartphone cell device screen iphone telephone
hours work-hours shift duty working break worktime
break lunch scrolling browsing
leave quit resign retire depart handover former ex
sanction punish discipline disciplinary dismissal dismiss fired sack penalty consequence measure warning risk breach violate appeal
bully bullying harass intimidate intimidation confidant discrimination racism mob mock laugh joke jokes racist sexist homophobic humiliate ridicule
threat threaten hate abuse abusive stalk insult troll scared afraid frightened hit beat violent violence hurt confidant aggressive pushy swearing cursing attack doxing doxxed doxxing
report flag notify tell
whistleblow anonymous wrongdoing integrity fraud corruption
confidential secret secrecy private internal discretion leak disclose nda medical diagnosis file figures turnover profit sales contract
privacy data gdpr personal address details file
consent permission approval agreement agree authorise authorisation object refuse
resident client patient customer citizen pupil student visitor guest traveller nan gran granny grandad elderly lady lad gentleman
family relative mother father mum dad son daughter child parent grandson granddaughter husband wife brother sister aunt uncle
colleague coworker staff employee teammate team workmate teacher nurse carer officer cashier
manager boss supervisor employer director chief mayor council minister chair principal head owner decide decision
temporary intern trainee student placement replacement apprentice
agency contractor freelancer hired consultant supplier temp outsource
training course class learn workshop webinar enrol enroll lesson
ring call phone telephone number contact reach
mail email inbox
helpdesk it computer technical support tech
night evening weekend on-call saturday sunday
evening weekend sunday saturday holiday off switch-off mute
holiday vacation disconnect switch-off unreachable time-off rest stress burnout exhausted
sick illness health
group chat whatsapp messenger signal telegram teams conversation
open create start set-up new launch begin request
administrator admin manage run owner
logo brand trademark emblem crest avatar
friend request add connect connection follow
vacancy job recruit hiring opening
ambassador influencer advocate promote promotion
obliged mandatory compulsory obligation refuse decline voluntary forced force pressure
accessible accessibility caption subtitle alt alt-text blind deaf describe hearing impaired dyslexia
copyright licence license music source plagiarism
opinion view criticise criticism speech politics political union strike
criticise criticism disagree protest oppose
argue troll quarrel provoke debate conflict discussion
monitor watch spy track check surveillance listen snoop peek pry
review rating star google
spam advert advertising flood
confirm acknowledge sign signature tick checkbox
change amendment version update history
quiz test game
party christmas xmas outing celebration do birthday drunk beer drinks reception
forbidden banned prohibited permitted allowed
screenshot capture
volunteer voluntary
employer work job workplace wages
discuss talk tell chat brag boast proud speak
raise collect donation donate fundraise crowdfunding sponsor sponsorship contest giveaway money budget pay cost
child children kid minor young pupil teen kids boy girl teenager
politics political politician election vote party campaign candidate endorse elect petition
program software app tool zoom teams videocall videoconference
music song tune sound track spotify melody
online internet web website site
death died die funeral mourning dead
gift free freebie benefit sponsored
location address place gps
public privacy setting settings visible find searchable lock hide
language translation translate french dutch
hurt mockery insult swear bully abuse
suspend suspension expel kicked exclude ban sanction
describe description alt blind
log keep store monitor read
hashtag tag mention
police ambulance 911 112 danger
archive retention keep
verify true fact source
apply cover valid
help support advice assist aid
block ignore mute hide
dm inbox message chat
mention say bio title employer disclaimer
uniform workwear badge logo
live livestream broadcast
link url website address
suspicious phishing scam link click weird dodgy
speak behalf spokesperson official quote statement
meaning definition term explain
team colleague
form paper document sheet template
cost price pay free fee
outbreak covid contagious flu scabies lice epidemic illness rumour crisis
appeal contest dispute unfair regulation sanction
temporary weeks months
death crisis
wage salary pay criticise
touch creepy inappropriate unwanted sexual harass confidant
fast quick quickly soon within deadline
offhours hours disconnect evening
doctor medical health
text texts texted sms message`,
  asks: {
    history: 'version versions changed changes new history',
    training: 'training course courses class learn enrol',
    profile: 'where link yours address official follow url',
    contact: 'who whom ask call ring phone number reach',
  },
  phrases: `without name > anonymous
not agree > disagree
don agree > disagree
pretends to > fake
pretending to > fake
pretend to > fake
posing as > fake
not real > fake
new job > leave
another job > leave
other job > leave
moving on > leave
where work > employer
day off > holiday
days off > holiday
ask for > request
asked for > request
work for > employer
work here > employer
during work > hours
at work > hours
the media > press
work hours > hours
working hours > hours
after hours > offhours
after work > offhours
bad about > complaint
badly about > complaint
bad things > complaint
take down > delete
taken down > delete
put up > post
set up > open
log in > login
in trouble > sanction
break rules > sanction
broke rules > sanction
not follow > sanction
lose job > dismissal
losing job > dismissal
switch off > disconnect
time off > holiday
broke into > hack
broken into > hack
break into > hack
locked out > login
lock out > login
can log in > login
making fun > bully
make fun > bully
fun of > bully
laugh at > bully
two weeks > temporary
few weeks > temporary
few days > temporary
few months > temporary
follow this > apply
count for > apply
apply to > apply
shut up > confidential
teach here > employer
in class > hours
during lesson > hours
really ours > official
different job > leave
keep eye > monitor
have read > confirm
read everything > confirm
done reading > confirm
finished reading > confirm
who ask > contact
whom ask > contact
who call > contact
about me > bully
boss see > monitor
boss sees > monitor
employer see > monitor
they see > monitor
manager see > monitor
how fast > deadline
how quick > deadline
how soon > deadline
outside work > offhours
out of hours > offhours
fake news > misinformation
don want > refuse
hate speech > hate
weird link > phishing
strange link > phishing
dodgy link > phishing
odd link > phishing
talk bad > bully`,
  names: {
    faq: 'frequently asked questions faq',
    contacts: 'contact contacts help call ring phone numbers who',
    contact: 'contact call ring email phone number',
    rules: 'rules must',
    guidelines: 'guidelines tips advice',
    mandates: 'permissions authority allowed who',
    profiles: 'profiles accounts channels pages official',
    profile: 'profile account page link address',
    reactions: 'respond reply scenario steps complaint criticism negative says',
    complaint: 'complaint complain customer respond',
    compliment: 'compliment',
    question: 'question asks',
    rumour: 'rumour',
    crisis: 'crisis emergency',
    mistake: 'mistake wrong posted',
    check: 'checklist self-check before posting',
    reporting: 'report reporting whistleblowing hotline',
    trainings: 'training courses',
    training: 'training course',
    rollout: 'implementation roll-out planning steps',
    quiz: 'quiz test game',
    platforms: 'platforms networks apps',
    document: 'document form',
    acknowledgement: 'confirm acknowledge sign deadline',
    history: 'review revise history versions changes changed new',
    scope: 'applies scope count',
    monitoring: 'monitoring surveillance watch track spy follow read',
    wellbeing: 'wellbeing disconnect off evening weekend holiday reachable stress',
    consequences: 'consequences sanctions dismissal fired risk trouble breach',
    ambassadors: 'ambassador obliged promote advertise share voluntary',
    objectives: 'objectives goals',
    purpose: 'why purpose aim',
    definition: 'definition meaning terms',
  } satisfies SectionNames,
};
export default english;
