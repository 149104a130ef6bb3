/** What people call what a starter says, where its text uses other words: for the search, by id. */
import { t, type Words } from './words.js';

/** Separated by commas. */
export const KEYWORDS: Readonly<Record<string, Words>> = {
  purpose: t(
    'waarvoor dient dit, nut, achtergrond',
    'à quoi ça sert, utilité, contexte',
    'what is this for, point of it, background',
  ),
  definition: t(
    'whatsapp, messenger, forum, groep, telt dat mee',
    'whatsapp, messenger, forum, groupe, ça compte',
    'whatsapp, messenger, forum, group, does that count',
  ),
  scope: t(
    'geldt dit voor mij, tijdelijk, uitzendkracht, stagiair, vrijwilliger, moet ik mij eraan houden',
    'est-ce que ça me concerne, intérimaire, stagiaire, bénévole, ça compte pour moi',
    'does this apply to me, temporary, agency worker, trainee, volunteer, is this for me',
  ),
  'rule-speak': t(
    'in naam van, namens ons, mening geven, officieel antwoorden, woordvoerder',
    'au nom de, donner son avis, réponse officielle, porte-parole',
    'on behalf of, give my opinion, official answer, spokesperson',
  ),
  'rule-open': t(
    'nieuwe pagina, account aanmaken, insta beginnen, tiktok starten, logo gebruiken, groep openen',
    'nouvelle page, créer un compte, lancer un tiktok, commencer un insta, utiliser le logo, ouvrir un groupe',
    'new page, create an account, start an insta, start a tiktok, use the logo, open a group',
  ),
  'rule-recognisable': t(
    'foto van een bewoner, patiënt herkenbaar, gezicht, beroepsgeheim, over een zieke praten',
    'photo d’un résident, patient reconnaissable, visage, secret professionnel, parler d’un malade',
    'photo of a resident, patient recognisable, face, professional secrecy, talk about a patient',
  ),
  'rule-care-time': t(
    'gsm tijdens de zorg, telefoon op zak, scrollen tijdens de dienst',
    'gsm pendant les soins, téléphone en poche, scroller pendant le service',
    'phone during care, phone in my pocket, scrolling on shift',
  ),
  'mandate-share': t(
    'reposten, doorsturen, sharen, liken',
    'reposter, relayer, liker',
    'repost, forward, like, share our stuff',
  ),
  'mandate-mention': t(
    'werkgever vermelden, zeggen waar ik werk, linkedin, bio, functie',
    'mentionner mon employeur, dire où je travaille, linkedin, bio, fonction',
    'mention my employer, say where I work, linkedin, bio, job title',
  ),
  'mandate-colleague': t(
    'selfie met collega’s, groepsfoto, personeelsfeest, foto van mij zonder vragen, taggen',
    'selfie entre collègues, photo de groupe, fête du personnel, photo de moi sans demander, taguer',
    'selfie with colleagues, group photo, staff party, picture of me without asking, tag',
  ),
  'mandate-press': t(
    'krant, journalist, televisie, interview, cameraploeg, een reporter belt',
    'journal, journaliste, télévision, interview, caméra, un reporter téléphone',
    'newspaper, journalist, television, interview, camera crew, a reporter calls',
  ),
  'mandate-residents': t(
    'foto van een bewoner op mijn facebook, verjaardag van een bewoner, foto van oma',
    'photo d’un résident sur mon facebook, anniversaire d’un résident, photo de mamy',
    'picture of a resident on my facebook, birthday of a resident, photo of gran',
  ),
  'be-yourself': t(
    'valse naam, schuilnaam, nepprofiel, anoniem posten',
    'faux nom, pseudonyme, faux profil, publier anonymement',
    'false name, alias, fake profile, post anonymously',
  ),
  'be-kind': t(
    'kwaad, boos, beleefd, scheldwoord, eerst slapen',
    'fâché, hors de moi, poli, insulte, attendre demain',
    'angry, furious, polite, swearing, sleep on it',
  ),
  'no-arguing': t(
    'discussie, ruzie, ons verdedigen, gelijk halen, trol',
    'dispute, nous défendre, avoir raison, troll',
    'argue, quarrel, defend us, prove them wrong, troll',
  ),
  'no-friends': t(
    'vriendschapsverzoek, familie toevoegen, bewoner op facebook',
    'demande d’ami, ajouter la famille, résident sur facebook',
    'friend request, add the family, resident on facebook',
  ),
  check: t(
    'twijfel, weet niet of ik dit kan plaatsen, mag dit',
    'j’hésite, je ne sais pas si je peux publier, est-ce permis',
    'in doubt, not sure I can post this, is this ok',
  ),
  profiles: t(
    'officieel, is die pagina van ons, onze tiktok, nepaccount, volgen',
    'officiel, cette page est-elle à nous, notre tiktok, faux compte, suivre',
    'official, is that page ours, our tiktok, fake account, follow',
  ),
  'reaction-complaint': t(
    'boze klant, slechte review, één ster, kritiek, commentaar wissen, leugens over ons',
    'client fâché, mauvais avis, une étoile, critique, effacer un commentaire, mensonges sur nous',
    'angry customer, bad review, one star, criticism, delete a comment, lies about us',
  ),
  'reaction-compliment': t(
    'bedankje, lof, iemand is tevreden',
    'merci, éloge, quelqu’un est content',
    'thank you, praise, somebody is happy',
  ),
  'reaction-question': t(
    'openingsuren, iemand vraagt iets, inschrijven, informatie',
    'heures d’ouverture, quelqu’un demande, inscription, renseignement',
    'opening hours, somebody asks something, enrolment, information',
  ),
  'reaction-mistake': t(
    'blunder, per ongeluk gepost, spijt, iets doms gezet, verwijderen',
    'gaffe, publié par erreur, regret, bêtise en ligne, supprimer',
    'blunder, posted by accident, regret, something stupid, delete',
  ),
  'reaction-crisis': t(
    'crisis, ongeval, overlijden, brand, noodgeval, nieuws gaat rond, gerucht',
    'crise, accident, décès, incendie, urgence, l’info circule, rumeur',
    'crisis, accident, death, fire, emergency, news going round, rumour',
  ),
  monitoring: t(
    'controleren jullie mij, meekijken, bespioneren, in de gaten houden, volgen',
    'est-ce qu’on me surveille, espionner, contrôler, suivre mon profil',
    'are you watching me, spying, snooping, checking my profile, tracking',
  ),
  ambassadors: t(
    'verplicht delen, reclame maken, vacature delen, trots, promoten',
    'obligé de partager, faire de la pub, partager une offre, fier, promouvoir',
    'forced to share, advertise, share a vacancy, proud, promote',
  ),
  wellbeing: t(
    'deconnectie, avond, weekend, vakantie, berichten ’s nachts, bereikbaar, stress, groep dempen, bedreigd',
    'déconnexion, soir, week-end, vacances, messages la nuit, joignable, stress, couper le groupe, menacé',
    'disconnect, evening, weekend, holiday, messages at night, reachable, stress, mute the group, threatened',
  ),
  'report-confidant': t(
    'pesten, intimidatie, bedreigd, ongewenst gedrag, met wie kan ik praten, bang, seksueel, racisme',
    'harcèlement, intimidation, menacé, comportement indésirable, à qui parler, peur, sexuel, racisme',
    'bullying, harassment, threatened, unwanted behaviour, who can I talk to, scared, sexual, racism',
  ),
  'report-anonymous': t(
    'klokkenluider, zonder naam, misstand',
    'lanceur d’alerte, sans nom, abus',
    'whistleblower, without my name, wrongdoing',
  ),
  consequences: t(
    'ontslag, straf, sanctie, tuchtprocedure, wat riskeer ik, buitenvliegen',
    'licenciement, punition, sanction, discipline, que risque-t-on, être viré',
    'dismissal, punishment, sanction, discipline, what do I risk, get fired',
  ),
  'faq-family-photo': t(
    'familie vraagt een foto, oma op facebook, toestemming van de familie',
    'la famille demande une photo, mamy sur facebook, accord de la famille',
    'family asks for a photo, gran on facebook, consent of the family',
  ),
  'faq-working-hours': t(
    'gsm op het werk, telefoon in de les, pauze, scrollen, facebook op de middag',
    'gsm au travail, téléphone en classe, pause, scroller, facebook à midi',
    'phone at work, phone in class, break, scrolling, facebook at lunch',
  ),
  'faq-leaving': t(
    'andere job, ontslag, pensioen, pagina overdragen, wachtwoord doorgeven',
    'nouveau travail, départ, pension, transmettre la page, transmettre le mot de passe',
    'new job, leaving, retirement, hand over the page, pass on the password',
  ),
  'rollout-review': t(
    'wanneer herzien, aanpassen, nieuwe versie',
    'quand revoir, adapter, nouvelle version',
    'when reviewed, updated, new version',
  ),
  communication: t(
    'wie bellen, vraag stellen, hulp met een bericht',
    'qui appeler, poser une question, aide pour une publication',
    'who to call, ask a question, help with a post',
  ),
  confidant: t(
    'vertrouwenspersoon, pesten, met wie praten',
    'personne de confiance, harcèlement, à qui parler',
    'confidant, bullying, who to talk to',
  ),
  'training-manager': t(
    'leren, cursus, hoe beheer ik een pagina',
    'apprendre, cours, comment gérer une page',
    'learn, course, how to run a page',
  ),
  'rule-files': t(
    'dossier van een inwoner, ambtsgeheim, gegevens',
    'dossier d’un habitant, secret professionnel, données',
    'file of a resident, official secrecy, data',
  ),
  'rule-neutral': t(
    'verkiezingen, campagne, partij, burgemeester, politiek',
    'élections, campagne, parti, bourgmestre, politique',
    'elections, campaign, party, mayor, politics',
  ),
  'mandate-answer': t(
    'een burger vraagt iets, antwoorden voor mijn dienst',
    'un citoyen demande quelque chose, répondre pour mon service',
    'a citizen asks something, answer for my service',
  ),
  'faq-criticism': t(
    'kritiek op het bestuur, niet akkoord met een beslissing, mening',
    'critiquer la commune, pas d’accord avec une décision, avis',
    'criticise the council, disagree with a decision, opinion',
  ),
  'rule-pupils': t(
    'klasfoto, foto van een kind, leerling op facebook, toestemming van ouders, schooluitstap',
    'photo de classe, photo d’un enfant, élève sur facebook, accord des parents, excursion',
    'class photo, photo of a child, kid on facebook, parents’ consent, school trip',
  ),
  'rule-private-chat': t(
    'whatsappen met een leerling, snapchat, een leerling stuurt mij een bericht, messenger',
    'whatsapp avec un élève, snapchat, un élève m’écrit, messenger',
    'whatsapp with a pupil, snapchat, a pupil texts me, messenger',
  ),
  'mandate-class-page': t(
    'insta van de klas, facebookgroep, klaspagina',
    'insta de la classe, groupe facebook, page de classe',
    'class insta, facebook group, class page',
  ),
  settings: t(
    'profiel afschermen, wie ziet mijn foto’s, op privé zetten, ouders vinden mij',
    'verrouiller mon profil, qui voit mes photos, mettre en privé, les parents me trouvent',
    'lock my profile, who sees my photos, set to private, parents find me',
  ),
  'faq-bullying': t(
    'cyberpesten, kind wordt gepest, haatgroep, klaschat',
    'cyberharcèlement, enfant harcelé, groupe de haine, chat de classe',
    'cyberbullying, child is bullied, hate group, class chat',
  ),
  'rule-customers': t(
    'foto van een klant, klantgegevens, camerabeelden, winkeldief',
    'photo d’un client, données de client, images de caméra, voleur',
    'photo of a customer, customer data, camera footage, shoplifter',
  ),
  'rule-advertising': t(
    'review schrijven, onze producten aanraden, reclame, influencer',
    'écrire un avis, recommander nos produits, publicité, influenceur',
    'write a review, recommend our products, advertising, influencer',
  ),
  'mandate-reviews': t(
    'google review, sterren, recensie beantwoorden',
    'avis google, étoiles, répondre à un avis',
    'google review, stars, answer a review',
  ),
  'faq-stock': t(
    'solden, promotie verklappen, korting, nieuw product, voorraad',
    'soldes, dévoiler une promotion, réduction, nouveau produit, stock',
    'sale, leak an offer, discount, new product, stock',
  ),
  'rule-investigation': t(
    'onderzoek, verdachte, interventie, beroepsgeheim, ongeval',
    'enquête, suspect, intervention, secret professionnel, accident',
    'investigation, suspect, intervention, secrecy, accident',
  ),
  'rule-safety': t(
    'foto in uniform, adres, locatie, undercover, nummerplaat',
    'photo en uniforme, adresse, localisation, infiltration, plaque',
    'photo in uniform, address, location, undercover, number plate',
  ),
  'rule-impartial': t(
    'politiek, mening, betoging, partijdig, racisme',
    'politique, opinion, manifestation, partial, racisme',
    'politics, opinion, demonstration, biased, racism',
  ),
  'mandate-appeal': t(
    'opsporingsbericht, vermist, getuigen gezocht',
    'avis de recherche, disparu, appel à témoins',
    'missing person, witnesses wanted, wanted notice',
  ),
  'no-war-stories': t(
    'stoere verhalen, anekdote, opscheppen',
    'anecdote, se vanter, raconter une intervention',
    'anecdote, bragging, tough stories',
  ),
  'faq-filmed': t(
    'iemand filmt mij, ik sta op youtube, video van een interventie',
    'on me filme, je suis sur youtube, vidéo d’une intervention',
    'somebody films me, I am on youtube, video of an intervention',
  ),
  'rule-confidential': t(
    'geheim, bedrijfsgeheim, klantgegevens, cijfers, lek, intern',
    'secret, secret d’entreprise, données de clients, chiffres, fuite, interne',
    'secret, trade secret, customer data, figures, leak, internal',
  ),
};
