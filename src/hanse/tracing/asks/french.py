"""How asks are put in French."""

from __future__ import annotations

from hanse.tracing.asks.phrases import Phrases, words

_OWNERS = (
    r"(?:(?:les|nos|des|toutes les|la|le|notre|ces|leurs) )*(?:villes?|maires?|communes?|municipalités?"
    r"|collectivités(?: locales| territoriales)?"
    r"|(?:autorités|gouvernements|pouvoirs|élus)(?: locaux| locales| régionaux| régionales)(?: et (?:locaux"
    r"|locales|régionaux|régionales))?|régions?)"
)
_ASKER = (
    r"(?:nous|je|les (?:soussignés|signataires|maires soussignés|villes soussignées)|notre (?:ville|réseau"
    r"|association|commune|conseil)"
    rf"|le (?:réseau|conseil municipal|conseil)|l[’']association|la (?:ville|coalition|commune"
    rf"|délégation)(?: d[eu’'] ?[\w\s'’-]{{2,40}}?)?|{_OWNERS}(?: d[eu’'] ?[\w\s'’-]{{2,40}}?)?)"
)
_ADVERBS = (
    r"(?:(?:,|donc|aussi|également|instamment|vivement|par conséquent|en conséquence|solennellement"
    r"|respectueusement|fermement|ensemble|conjointement"
    r"|ainsi|en outre|encore|à nouveau|formellement|expressément|souhaitons|voulons|tenons à|lançons|leur"
    r"|vous|en particulier|par ailleurs|et|ne|y)\s*)*"
)
_REQUEST = (
    r"appel(?:ons|lent|le|ez)(?: (?:à|aux?|les?|l[’']|instamment|de nos vœux))?|demand(?:ons|ent"
    r"|e)(?: (?:que|à|aux?|de|instamment|l[’']))?|exhort(?:ons|ent|e)|invit(?:ons|ent|e)"
    r"|pri(?:ons|ent|e)(?= (?:instamment |les|le|la|l))|press(?:ons|ent)|engageons (?=les|le|la|l[’']|tous"
    r"|toutes)|encourage(?:ons|ent)?|recommand(?:ons|ent|e)|propos(?:ons|ent|e)|suggér(?:ons|ent)|suggère"
    r"|réclam(?:ons|ent|e)|exige(?:ons|nt)?|plaid(?:ons|ent|e) (?:pour|en faveur)|souhait(?:ons|ent|e) que"
    r"|attend(?:ons|ent) (?:des?|que|du)|sollicit(?:ons|ent|e)|revendiqu(?:ons|ent|e)|insist(?:ons|ent"
    r"|e) (?:pour|sur)"
    r"|voulons que|appel(?= (?:à|aux?) )|demander (?:que|à|aux?)|inviter|exhorter"
)
_TEXTUAL = (
    r"(?:paragraphes?|par\.|alinéas?|articles?|objectifs?|clauses?|phrases?|mots?|termes?|expressions?"
    r"|formulations?|libellés?|références?|mentions?"
    r"|textes?|dispositions?|crochets?|sections?|chapitres?|préambule|titre|note|membre de phrase|passages?)"
)
_DET = (
    r"(?:(?:les?|la|l[’']|un|une|des?|du|au|aux|ce|cet|cette|ces|toute|tout|nouvel|nouveau|nouvelle"
    r"|premier|première|dernier|dernière|second|seconde|deuxième|troisième|explicite)\s*)*"
)
_NUMBERED = r"(?:paragraphes?|par\.|alinéas?|articles?|objectifs?|sections?) (?:\d+|\([a-z]+\))[\w().\-]*"
_DUTY = r"(?:doit|doivent|devrait|devraient|devra|devront)"

FRENCH = Phrases(
    asker=words(rf"(?<![\w-]){_ASKER}(?![\w-])"),
    request=words(rf"\b(?:{_REQUEST})(?!\w)"),
    opening_request=words(
        r"(?:(?:appell?ent?|demandent?|exhortent?|invitent?|prient?(?= instamment)|recommandent?|proposent?"
        r"|réclament?|exigent?|encouragent?|sollicitent?)(?!\w)|(?:appel|demander|exhorter|inviter)(?= (?:à"
        r"|aux?|les?|que|de) )|veuillez\b)"
    ),
    between=words(rf"[\s,]*{_ADVERBS}$"),
    declined=words(r"(?:\bavons|\bont|\ba|\bjamais|\bpas|\bn[’']|\bne) ?$"),
    modal=words(
        rf"\b(?:{_DUTY}|il faut(?: que)?|il faudrait(?: que)?|il convient d[e’']|(?:est"
        rf"|sont) tenue?s? d[e’']|ne (?:peut|peuvent|saurait|sauraient))"
    ),
    needed=words(
        r"\bil est (?:\w+ )?(?:essentiel|indispensable|impératif|nécessaire|crucial|vital|primordial|urgent"
        r"|important|temps) (?:que|d[e’'])|\bil faut(?: que)?\b|\bil faudrait\b|\bil convient d[e’']"
    ),
    no_ask=words(
        r" (?:être (?:noté|rappelé|souligné|salué|dit)|avoir |se souvenir|noter|rappeler"
        r"|souligner|reconnaître que|saluer|constater)"
    ),
    subordinate=words(
        r"\b(?:qui|que|qu[’']|si|lorsque?|quand|où|parce que?|car|dont|comme|puisque?"
        r"|tandis que?|alors que?|pourquoi|comment)\b[^,;:]*$"
    ),
    description=words(r" (?:souvent|encore|toujours|parfois|aujourd[’']hui|chaque jour|déjà|d[’']abord)\b"),
    passive=words(
        r" (?:également |aussi |pleinement |enfin |toujours |donc |pas |plus )*(?:être\b|avoir\b"
        r"|recevoir|obtenir|bénéficier|participer|disposer|siéger|pouvoir"
        r"|(?:occuper|détenir|exercer|partager) (?:[\w’']+ ?){0,4}\b(?:sièges?|voix|votes?|mandats?"
        r"|présidence|statut|postes?)\b"
        r"|coprésider|voter\b|désigner|adhérer|prendre (?:part|la parole)|assister aux?\b"
        r"|devenir (?:des? )?(?:membres?|parties?|partenaires?|observat\w+|signataires?)\b)"
    ),
    people=words(
        r"\b(?:migrante?s?|réfugiée?s?|personnes?|familles?|enfants|femmes|habitants|travailleurs"
        r"|élèves|citoyens|agents)\b"
    ),
    owners=words(rf"\W*(?:{_OWNERS}|nous|je)(?: d[eu’'] ?[\w\s'’-]+)?\W*$"),
    self_commitment=words(
        r"\bnous (?:nous (?:engageons|efforcerons|tenons prêts)|prenons l[’']engagement"
        r"|promettons|continuerons|allons|\w+rons\b)|\bs[’']engagent? à"
    ),
    preamble=words(
        r"\W*(?:rappelant|notant|reconnaissant|réaffirmant|saluant|convaincue?s?|préoccupée?s?"
        r"|consciente?s?|considérant|soulignant|exprimant|ayant|prenant (?:note|acte)|affirmant"
        r"|se félicitant|gardant|tenant compte|guidée?s?|vu|compte tenu|sachant|profondément)\b"
    ),
    lead=words(
        r"[\s\W]*(?:(?:donc|ainsi|par conséquent|en conséquence|enfin|premièrement|deuxièmement"
        r"|troisièmement|d[’']abord|ensuite|de plus|en outre|par ailleurs|aussi|c[’']est pourquoi"
        r"|pour (?:cette|ces) raisons?|à cette fin|cependant|toutefois|mais|et|or|à nos yeux|à notre avis"
        r"|selon nous)[,:]? )*"
        r"(?:nous (?:\w+ment )?(?:croyons|pensons|estimons|considérons|sommes convaincus|soulignons"
        r"|réaffirmons|insistons sur le fait|affirmons|jugeons|rappelons) que )?"
    ),
    imperative=words(
        r"[\s\W]*(?:veuillez |ne pas )?(?:(?:accorder|adopter|ajouter|aider|allouer|améliorer|appliquer"
        r"|appuyer|assurer|associer|autoriser|cesser|communiquer|consulter|créer|définir|développer|donner"
        r"|élaborer|élargir|éliminer|encourager|établir|étendre|éviter|faciliter|faire|financer|fournir"
        r"|garantir|impliquer|inclure|informer|insérer|instaurer|intégrer|interdire|inviter|lever|lutter"
        r"|maintenir|mentionner|mettre|mobiliser|offrir|organiser|ouvrir|partager|permettre|prendre"
        r"|prévenir|prévoir|promouvoir|protéger|publier|ratifier|reconnaître|réduire|refléter|réformer"
        r"|remplacer|renforcer|respecter|réserver|réviser|simplifier|soutenir|supprimer|tenir|transférer|veiller)"
        r"|(?:accordez|adoptez|ajoutez|associez|assurez|consultez|créez|donnez|facilitez|financez"
        r"|garantissez|incluez|intégrez|invitez|mettez|ouvrez|permettez|protégez|publiez|reconnaissez"
        r"|renforcez|réservez|soutenez|supprimez|veillez))\b"
    ),
    command=words(
        r"[\s\W]*(?:(?:accordez|adoptez|ajoutez|associez|assurez|consultez|créez|donnez|facilitez|financez"
        r"|garantissez|incluez"
        r"|intégrez|invitez|mettez|ouvrez|permettez|protégez|publiez|reconnaissez|renforcez|réservez"
        r"|soutenez|veillez) |veuillez )"
    ),
    asking_words=words(
        r"\b(?:demandes?|recommandations?|propositions?|revendications?|appels?|nos attentes"
        r"|ce que nous (?:demandons|voulons)|nous (?:demandons|appelons|proposons|recommandons)|amendements?)\b"
    ),
    own_words=words(
        r"\b(?:nos engagements?|nous nous engageons|engagements? des villes"
        r"|ce que nous (?:faisons|offrons))\b"
    ),
    textual=words(rf"[\s\x1a“”\"'‘’«»]*(?:{_DET}{_TEXTUAL}\b|{_DET}[“\"‘'«„])"),
    delete=words(
        r"\b(?:supprim(?:er|ez|ons)|suppression d[eu’']|retir(?:er|ez)|retrait d[eu’']|biff(?:er"
        r"|ez)|enlever|éliminer)"
    ),
    replace=words(r"\b(?:remplac(?:er|ez|ement d[eu’'])|substituer|modifier|reformuler|amender)"),
    insert=words(r"\b(?:insér(?:er|ez)|insertion d[eu’']|ajout(?:er|ez)|l[’']ajout d[eu’']|inclure|introduire)"),
    retain=words(
        r"\b(?:mainten(?:ir|ez)|maintien d[eu’']|conserv(?:er|ez)|gard(?:er|ez)|préserver|rétablir"
        r"|réintroduire|retenir)"
    ),
    deleted=words(rf"\b{_DUTY} (?:donc |également )?(?:être (?:supprimée?s?|retirée?s?|biffée?s?)|disparaître)"),
    replaced=words(rf"\b{_DUTY} (?:donc |également )?être (?:remplacée?s?|modifiée?s?|reformulée?s?)"),
    inserted=words(rf"\b{_DUTY} (?:donc |également )?être (?:insérée?s?|ajoutée?s?)"),
    retained=words(
        rf"\b(?:{_DUTY} (?:donc |également )?(?:être (?:maintenue?s?|conservée?s?|gardée?s?"
        rf"|préservée?s?|rétablie?s?)|rester|demeurer)|ne {_DUTY} pas être (?:supprimée?s?|affaiblie?s?"
        rf"|retirée?s?|modifiée?s?))"
    ),
    reads=words(r"\b(?:se lire|se lirait|devrait se lire|libellée?s?|ainsi rédigée?s?|comme suit)\b"),
    by=words(r"\b(?:par|comme suit|se lire|en)\b[^“”\"«»‘’\x1a]{0,60}[“\"«‘'„]? ?$"),
    place=words(
        r"\b(?:après|avant|suivant|entre|à la suite d[eu’']|au lieu d[eu’']|à la place d[eu’']"
        r"|à la fin d[eu’'])[\s,]*(?:les? |la |l[’'])?(?:(?:mots?|termes?|expression|phrase|et) )?[“\"‘'«„]?\s*$"
    ),
    following=words(
        r"(?:\b(?:comme suit|suivante?s?|se lire|libellé|rédigé|nouveau paragraphe"
        r"|texte)[^:.]{0,80})?[:：]\W*$"
    ),
    textual_lead=words(
        rf"[\s\W]*{_DET}(?:(?:références?|mentions?|libellé|paragraphes?|phrases?"
        rf"|dispositions?|texte|mots?|expression)(?: \d[\w().]*)? (?:à|aux?|des?|du|sur|concernant"
        rf"|relative?s? (?:à|aux?)) )(?:la |les? |l[’'])?(?!paragraphe|article)"
    ),
    textual_tail=words(
        rf"[\s,]+(?:(?:dans|au|du|aux|de|à) )(?:(?:le|la|l[’']|tout le) ?)?(?:{_NUMBERED}"
        rf"|(?:projet|texte|déclaration|pacte|accord)[\w\s]*)[\w\s().,]*$"
    ),
    reason=words(r",? (?:car|parce qu|puisqu|afin|qui|étant donné|faute de quoi)\b|; |\s[-–—]\s"),
    oppose=words(
        r"\b(?:nous (?:\w+ment )?(?:opposons|rejetons|refusons|contestons|récusons|désapprouvons)"
        r"|(?:opposons|rejetons|refusons|contestons)|ne pouvons (?:pas )?(?:accepter|souscrire|soutenir)"
        r"|n[’']acceptons pas|rejettent|refusent|s[’']opposent?)(?: (?:à|aux?))?(?!\w)"
    ),
    process=words(
        r"(?:\bsièges? à la table|\bplace à la table|\baccrédit\w*|\bstatut d[’']observat\w+"
        r"|\btemps de parole|\bdroit de parole|\bla parole aux\b|(?:invit|admet"
        r"|convi)\w* [\w\s,’'-]{2,60}? (?:à|aux?) (?:la |l[’']|les |toutes les )?(?:audition|session"
        r"|négociation|réunion|consultation|conférence|forum|pourparler|sommet)s?"
        r"|(?:particip\w+|assister|associée?s?|entendue?s?|représentée?s?|consultée?s?|prendre part"
        r"|siéger)(?: \w+ment)? (?:à|aux?|lors d\w+|dans|pendant) (?:la |l[’']|les |toutes les "
        r"|le )?(?:négociation|audition|session|conférence|plénière|pourparler|rédaction|sommet|réunion)s?)"
    ),
    holders=words(
        r" (?:les? |la |l[’']|aux? |à (?:la |l[’'])?)*(?:co-?facilitateurs?|co-?facilitatrices?"
        r"|secrétariat|présidente?|présidence|bureau|organisateurs?|pays hôte)\b"
    ),
    numbered=words(_NUMBERED),
    current=words(r"\W*(?:texte|libellé|paragraphe|version) (?:actuel|initial|existant|original)\w* ?:"),
    proposed=words(
        r"\W*(?:texte|libellé|paragraphe|amendement|version) (?:proposé|suggéré|modifié"
        r"|révisé)\w*[^:]{0,40}: ?"
    ),
    new_wording=words(r"\b(?:nouveau paragraphe|nouvel article|(?:texte|paragraphe|libellé|phrase) suivante?)\b"),
    reported=words(
        r"\b(?:projet|rapport|texte|document|étude|résolution|pacte|déclaration|article \d+|certains"
        r"|d[’']autres|ministres?"
        r"|gouvernements?|états?|conseil)\b[^,;:]*\b(?:dit|disent|affirme|indique|prévoit|note|constate"
        r"|demande|exige|propose"
        r"|a (?:dit|décidé|noté|demandé|affirmé))\b[^,;:]* qu[e’'][^,;:]*$"
    ),
)
