import { irregularForms, type SearchLanguage, type SectionNames } from './search-language.js';

const IRREGULAR = irregularForms(`lire lit lis lisez lisent lu lus lue
ecrire ecrit ecris ecrivez ecrivent ecrite
repondre repondu reponds repond repondez
recevoir recu recois recoit recevez
prendre pris prend prends prenez
perdre perdu perds perd
voir vu vois voit voyez
craindre crains craint
plaindre plains plaint plaignent
partir pars part partis parti
suivre suit suivez suivi
offrir offert offre
ouvrir ouvert ouvre ouvrez
vendre vendu vend`);
const ENDINGS =
  /(?<=.{3})(?:issements?|issants?|atrices?|ateurs?|ations?|itions?|ements?|euses?|eurs?|antes?|ants?|ances?|ences?|ables?|ives?|ifs?|ites?|iques?|ees?|es|er|ez|(?<!^par)ent|ons|ait|ais|aient|(?<=.{4})e|s|x)$/;

/** Folded words: `publier`, `publie` and `publication` become the same. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const root = word
    .replace(/aux$/, 'al')
    .replace(/[sx]$/, '')
    .replace(ENDINGS, '')
    .replace(/(?<=.{4})e+$/, '');
  return root
    .replace(/qu$/, 'c')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/(?<=.{3})ic$/, 'i')
    .replace(/(?<=.{4})i$/, '');
}

const french: SearchLanguage = {
  stems: (word) => [stem(IRREGULAR.get(word) ?? word)],
  stopWords:
    'a ai aie ainsi alors apres as au aucun aussi autre aux avec avez avoir avons avait ca ce cela ces cet cette ceux chez comme comment ' +
    'd dans de des dois doit doivent donc dont du elle elles en encore es est et etes etre eu eux fais fait faire faut fera ici il ils j je l la ' +
    'le les leur leurs lui m ma mais me meme mes mettre mis moi mon n ne ni non nos notre nous on ont ou oui par passer passe pas peu peut peuvent peux ' +
    'plus pour pourquoi pourrais puis puisje qu quand que quel quelle quelles quels qui quoi quelqu un une sa sans se sera ses si son sont suis sur ' +
    't ta te tes toi ton tous tout toute tres tu va vais vas vers veut veux vos votre vous y dire dit disent sinon vraiment bonjour ' +
    'ete arrive quelque chose recois recoit recu',
  weakWords:
    'ligne internet utiliser utilise travail travaille travailler collegue collegues chef message messages poster publier reseaux sociaux social medias nouveau nouvelle entreprise organisation service personnel nom suivre jour personne personnes gens charte longtemps temps commune ville administration firme magasin ecole hopital',
  synonyms: `photo image portrait selfie cliche photographier illustration tete visage figure pris
video film clip enregistrement reel direct photo image
publier poster message partager diffuser tweet story ecrire
partager relayer reposter retweeter liker pouce coeur emoji jaime
plainte plaindre reclamation mecontent fache rale raler negatif insatisfait critique enerve rouspeter colere furieux furax accuser demolir impoli grossier malpoli
compliment gentil sympa remercier merci felicitation positif eloge satisfait beau bravo content
question demande renseignement information
repondre reponse reagir reaction commentaire commenter riposter
rumeur bruit ragot intox fakenews desinformation speculer mensonge mentir raconter inventer diffamation calomnie
crise urgence accident incident catastrophe incendie inondation tempete explosion attentat evacuation panne feu brule bruler fumee braquage hold-up cambriolage fusillade alerte
erreur faute betise bourde tromper gaffe regret corriger rectifier maladresse connerie boulette stupide idiot idiotie maladroit mauvais oups
supprimer effacer retirer enlever disparaitre retrait enleve
journaliste presse rtbf rtl redaction journal tele television tv radio interview reporter porte-parole journalistes sudinfo lesoir dh lavenir gazette reportage plateau sudpresse
faux fausse usurpation imposteur fake deepfake truque trafique montage
arnaque fraude phishing hameconnage escroc arnaqueur escroquerie abus tromperie
compte profil page chaine canal
pirater piratage hacker vole securiser hacke craquer intrusion virus voler perdre perdu
produit article rappel dangereux defaut collection assortiment stock marchandise
soldes reduction promotion promo action rabais remise
voleur vol voler camera videosurveillance surveillance
acces password mdp verification 2fa mfa connexion securiser identifiant connecter bloque identifiants codes
ia chatgpt intelligence artificielle copilot robot deepfake midjourney gemini dalle bot
telephone gsm portable smartphone mobile ecran appareil
heure horaire travail service pause boulot temps
pause midi dejeuner scroller regarder
partir pars part depart quitter demission pension retraite transmettre reprendre remettre ancien ex
sanction punition mesure consequence risquer risque enfreindre infraction licenciement vire virer avertissement discipline disciplinaire renvoi amende c4 porte dehors
harcelement intimidation cyberharcelement discrimination racisme confiance brimade moquer humilier ridiculiser rabaisser blague raciste sexiste homophobe denigrer moqueur moquerie gueule embeter acharner
menace haine insulte agression violence injure frapper casser peur menacer battre cogner confiance agressif agressive insistant attaquer attaque
signaler denoncer rapporter avertir transmettre prevenir
lanceur alerte anonyme anonymat integrite fraude corruption
confidentiel secret discretion professionnel interne fuite divulguer devoiler dossier medical diagnostic chiffres ventes benefice contrat
prive donnees rgpd gdpr personnelles adresse coordonnees dossier
consentement accord autorisation permission approbation refuser opposer
resident client patient beneficiaire usager citoyen eleve visiteur hote malade papy mamy pepe meme vieille dame monsieur agee
famille parent mere pere fille enfant proche mari femme frere soeur petit-fils grand-mere grand-pere maman papa tante oncle fils
collegue collaborateur personnel equipe employe salarie travailleur enseignant instituteur institutrice infirmier infirmiere soignant agent fonctionnaire vendeur caissiere
responsable chef patron manager directeur direction superieur employeur hierarchie bourgmestre maire echevin college ministre president decide decider decision
stagiaire stage etudiant jobiste temporaire remplacant
interimaire interim externe freelance independant consultant sous-traitant fournisseur
formation cours apprendre inscrire inscription seminaire atelier webinaire
appeler telephoner numero contact joindre coup contacter ecrire
mail courriel email adresse
informatique it helpdesk ordinateur technique assistance
nuit soir weekend garde permanence samedi dimanche ferie
soir weekend dimanche samedi vacances libre deconnecter silencieux
conge vacances deconnexion deconnecter repos stress disponible joignable plage sonner notification notifications burnout epuise
malade sante
groupe chat messagerie discussion whatsapp messenger signal telegram conversation
ouvrir creer lancer nouveau nouvelle demarrer commencer demander
gestionnaire gerer gestion administrateur admin proprietaire
logo marque charte embleme
ami amitie invitation ajouter demande contact pote copain copine amis
emploi vacance offre recruter candidature poste embauche
ambassadeur ambassadrice influenceur promotion promouvoir
obligatoire oblige refuser volontaire force forcer contraint contraindre imposer
accessible accessibilite sous-titre sous-titrage aveugle malvoyant sourd alternatif alt decrire malentendant sourde dyslexie
droit copyright source musique plagiat
avis opinion critiquer expression politique syndicat greve
critiquer desaccord contester protester
dispute debat debattre troll provoquer conflit provocation provocateur
surveiller controler espionner veiller veille suivre lire regarder ecouter suivi fouiner lorgner oeil
avis review evaluation etoile note google
spam publicite inonder
confirmer signer signature connaissance cocher valider
changement modification version historique
quiz test jeu exercice
fete noel personnel reception excursion soiree anniversaire apero bourre ivre biere pot drink
interdit interdiction permis autorise droit
capture screenshot ecran
benevole benevolat volontaire
client tier
recolter collecte cagnotte argent sponsor sponsoring don concours budget payer frais
enfant mineur jeune eleve garcon fille gosse gamin ado
politique politicien election electoral parti vote voter campagne candidat elire petition
programme logiciel application outil zoom teams visio visioconference
musique chanson son morceau titre spotify melodie
ligne internet web site
deces decede mort deuil mourir mortel funerailles
cadeau gratuit avantage offrir
lieu adresse localisation gps
public confidentialite parametre reglage visible trouver verrouiller
langue traduction traduire francais neerlandais anglais
blesser moquerie injure insulte harcelement haineux haine
suspension suspendre exclusion exclure sanction
prive ferme
decrire description alternatif aveugle
conserver enregistrer journal lire surveiller
hashtag mentionner taguer tag
filmer enregistrer
secours 112 police ambulance danger
archive archiver conserver
vrai verifier exact
aide aider soutien conseil assister
bloquer ignorer masquer
message mp dm inbox discussion
mentionner dire bio fonction employeur
uniforme tenue badge logo
direct live diffuser
lien url site adresse
suspect phishing hameconnage lien cliquer clique bizarre louche
parler nom porte-parole officiel
explication signification definition terme
equipe collegue
formulaire papier document feuille modele
parler raconter discuter bavarder papoter
cout couter prix payer gratuit payant
contagion contagieux covid epidemie grippe gale poux maladie rumeur crise
recours contester appel reglement sanction
temporaire semaines mois
deces mort crise
visite heures venir visiter
toucher attouchement deplace inapproprie sexuel harcelement confiance
vite rapidement delai jour
apresheures horaire deconnexion soir
medecin docteur medical sante
sms texto message
perso personnel prive`,
  asks: {
    history: 'version versions change changements modifie nouveau quand historique',
    training: 'formation formations cours apprendre inscrire',
    profile: 'ou lien adresse officiel suivre url',
    contact: 'qui demander appeler numero telephone joindre',
  },
  phrases: `moque moi > confiance
moquent moi > confiance
pas accord > desaccord
sans nom > anonyme
passer pour > faux
passe pour > faux
pas vrai > faux
nouveau travail > partir
nouvel emploi > partir
nouveau boulot > partir
change travail > partir
change service > partir
change poste > partir
pendant heures > horaire
apres heures > apresheures
dehors heures > apresheures
apres journee > apresheures
ou travaille > employeur
travaille a > employeur
travaille pour > employeur
travaille chez > employeur
pendant travail > horaire
au travail > horaire
les medias > presse
parle mal > plainte
dit mal > plainte
perdre emploi > licenciement
perdre travail > licenciement
perdre boulot > licenciement
des ennuis > sanction
respecte pas > sanction
respecter pas > sanction
des problemes > sanction
coup fil > appeler
mise ligne > publier
mettre ligne > publier
foutent gueule > moquer
fout gueule > moquer
foutre gueule > moquer
rentre dedans > dispute
sur antenne > presse
quelques semaines > temporaire
quelques jours > temporaire
quelques mois > temporaire
mis porte > licenciement
a la porte > licenciement
plus connecter > acces
pas connecter > acces
change avis > retrait
dit non > refuser
compte pour > concerne
prof ici > employeur
autre travail > partir
autre boulot > partir
tout lu > confirmer
ai lu > confirmer
bien lu > confirmer
avoir lu > confirmer
qui demander > contact
qui adresser > contact
qui appeler > contact
sur moi > harcelement
chef voit > surveiller
patron voit > surveiller
chef voir > surveiller
patron voir > surveiller
peut voir > surveiller
apres travail > apresheures
hors travail > apresheures
apres boulot > apresheures
combien temps > delai
bosse ici > employeur
bosse pour > employeur
bosse chez > employeur
fake news > fakenews
mot passe > mdp
veux pas > refuser
veut pas > refuser
dire mal > denigrer
parler mal > denigrer
hors heures > apresheures
lien bizarre > phishing
lien etrange > phishing
lien louche > phishing`,
  names: {
    faq: 'questions frequentes faq',
    contacts: 'contact contacts aide appeler numeros qui',
    contact: 'contact appeler ecrire telephone numero',
    rules: 'regles obligations',
    guidelines: 'conseils lignes directrices astuces',
    mandates: 'mandats autorisations droits qui peut',
    profiles: 'comptes profils pages officiels canaux',
    profile: 'compte profil page lien adresse',
    reactions: 'reagir repondre scenario etapes plainte critique negatif parle',
    complaint: 'plainte client mecontent reagir',
    compliment: 'compliment',
    question: 'question demande',
    rumour: 'rumeur',
    crisis: 'crise urgence',
    mistake: 'erreur publie',
    check: 'liste controle verifier avant publier autotest',
    reporting: 'signaler signalement denoncer alerte',
    trainings: 'formations cours',
    training: 'formation cours',
    rollout: 'mise en place planning etapes',
    quiz: 'quiz test jeu',
    platforms: 'plateformes reseaux applications',
    document: 'document formulaire',
    acknowledgement: 'confirmer signer prise connaissance delai',
    history: 'revision revoir historique versions changements modifications nouveau',
    scope: 'pour qui concerne application',
    monitoring: 'surveillance veille controle surveiller suivre lire regarder',
    wellbeing: 'bien-etre deconnexion repos soir weekend vacances joignable stress',
    consequences: 'sanctions consequences licenciement risquer ennuis infraction',
    ambassadors: 'ambassadeur obligatoire promouvoir publicite partager volontaire',
    objectives: 'objectifs buts',
    purpose: 'pourquoi but',
    definition: 'definition signification termes',
  } satisfies SectionNames,
};
export default french;
