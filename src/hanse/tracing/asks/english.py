"""How asks are put in English."""

from __future__ import annotations

from hanse.tracing.asks.phrases import Phrases, words

_OWNERS = (
    r"(?:(?:the|our|all|many|these|those|its|their|as) )*(?:(?:local|regional|municipal|city|subnational"
    r"|metropolitan)"
    r"(?:,| and| or|(?= ))*(?: and regional| regional)? ?(?:governments?|authorit(?:y|ies)|leaders?|actors?"
    r"|councils?)"
    r"|cit(?:y|ies)|mayors?|municipalit(?:y|ies)|towns?|regions?|city networks?)"
)
_ASKER = (
    r"(?:we|i|the undersigned(?: [a-z]+){0,3}|(?:the |all )?signator(?:y|ies)(?: cities)?|our (?:city"
    r"|cities|network|members?"
    r"|membership|association|municipality|council|delegation|island|town|region)|the (?:network|forum"
    r"|league|union|federation|congress|alliance"
    r"|coalition|association"
    r"|delegation|constituency|assembly|mayors?|city|cities|municipality|council"
    r"|city council)(?: of [\w\s'-]{2,40}?)?"
    rf"|{_OWNERS}(?: of [\w\s'-]{{2,40}}?)?)"
)
_ADVERBS = (
    r"(?:(?:,|therefore|also|further|furthermore|strongly|respectfully|urgently|jointly|hereby|again|once"
    r"|more|now|thus"
    r"|accordingly|particularly|especially|kindly|firmly|collectively|in particular|would|must|do|all"
    r"|together|likewise|moreover"
    r"|consequently|finally|expressly|formally|specifically|explicitly|still|and|wish to|want to"
    r"|would like to|like to|are|is|am"
    r"|continue to|reiterate our|repeat our|renew our|therefore,|as mayors,?|to)\s*)*"
)
_REQUEST = (
    r"call(?:s|ing)? (?:once more |again |also |therefore )?(?:up)?on(?= )|call(?:s|ing)? for|calls? to"
    r"|appeal(?:s|ing)? (?:to|for)"
    r"|urg(?:e|es|ing)|ask(?:s|ing)?(?! (?:ourselves|itself|themselves|whether|why|how|who"
    r"|(?:for )?nothing))(?: for| that)?"
    r"|request(?:s|ing)?|demand(?:s|ing)?|invit(?:e|es|ing)|encourag(?:e|es|ing)|recommend(?:s|ing)?"
    r"|insist(?:s|ing)? (?:on|that|upon)|propos(?:e|es|ing)|suggest(?:s|ing)?|advocat(?:e|es|ing)(?: for)?"
    r"|(?:would like|wish|want|expect|hope)(?:es|s)? to (?=(?:be|have|participate|take part|attend|speak"
    r"|address|see) )"
    r"|plead(?:s|ing)? for|press(?:es|ing)? for|implor(?:e|es|ing)|beseech|expects?(?= )|want(?:s)?(?! to\b)"
    r"|need(?:s)?(?! to\b)|seek(?:s|ing)?(?! to\b)|(?:would )?prefer(?= )|would be grateful|would welcome"
    r"|would appreciate|exhort(?:s|ing)?|plead with"
    r"|support(?:s)? the (?:inclusion|addition|insertion|deletion|retention) of"
)
_OPENING = (
    r"(?:also |further |strongly |respectfully |urgently |therefore |furthermore "
    r"|again )*(?:calls? (?:up)?on|calls? for|calls? to"
    r"|appeals? to|urges?|asks?(?: for)?(?= )|requests?(?= (?!for\b|from\b))|demands?(?= (?:that|the|a|an"
    r"|to|for|full|direct))"
    r"|invites?|encourages?|recommends?|insists? (?:on|that)|proposes?|suggests?|advocates? for|please|kindly)"
)
_TEXTUAL = (
    r"(?:paragraphs?|paras?\.?|sub-?paragraphs?|clauses?|sentences?|words?|wording|phrases?|language"
    r"|references?|mentions?"
    r"|texts?|articles?|objectives?|brackets?|OP ?\d+|PP ?\d+|OPs?|PPs?|sections?|provisions?|footnotes?"
    r"|caveats?|qualifiers?"
    r"|lines?|terms?|formulations?|passages?|chapeau|title|heading|draft|annex|chapters?|commitments? \d"
    r"|actions? \([a-z]\)|square brackets)"
)
_BEFORE_TEXTUAL = (
    r"(?:(?:the|this|that|these|those|any|all|a|an|new|whole|entire|second|first|third|last"
    r"|final|current|existing|explicit|clear|specific|strong|present|original|following|bracketed|proposed"
    r"|additional|operative|preambular)\s+)*"
)
_NUMBERED = (
    r"(?:paragraphs?|paras?\.?|sub-?paragraphs?|articles?|objectives?|OP|PP|clauses?|sections?|commitments?"
    r"|actions?)"
    r" ?(?:\d+|\([a-z]+\))[\w().\-]*"
)

ENGLISH = Phrases(
    asker=words(rf"(?<![\w-]){_ASKER}(?![\w-])"),
    request=words(rf"\b(?:{_REQUEST})\b"),
    opening_request=words(rf"(?:{_OPENING})\b"),
    between=words(rf"[\s,]*{_ADVERBS}$"),
    declined=words(
        r"(?:\bnot|n't|n’t|\bnever|\bno longer|\bhave|\bhas|\bhad|\balready|\bused to|\bno"
        r"|\bno need to) ?$"
    ),
    modal=words(
        r"\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:required|obliged"
        r"|asked) to|cannot|can no longer)\b"
    ),
    needed=words(
        r"\bit would be (?:\w+ly )?(?:helpful|useful|desirable|good|right|wise|important) (?:if|that|to|for)\b"
        r"|\bit is (?:\w+ly )?(?:essential|crucial|vital|imperative|indispensable|necessary|critical"
        r"|important|urgent|high time|time)"
        r" (?:that|for|to)\b|\bthere (?:must|should|needs? to|has to|shall) be\b"
        r"|\bthere is (?:an? )?(?:urgent |clear |real )?need (?:for|to)\b"
        r"|\bour (?:\w+ )?(?:ask|demand|request|proposal|recommendation|wish|call) is\b"
    ),
    no_ask=words(
        r" (?:also |again |further )?(?:be (?:noted|recalled|stressed|remembered|understood|said"
        r"|emphasi[sz]ed|mentioned|added|clear"
        r"|acknowledged that|proud|thanked|congratulated|commended|surprised|seen as)\b|have (?:been|\w+ed"
        r"|done|known|come|seen)\b|not be (?:forgotten|surprised|underestimated))"
    ),
    subordinate=words(
        r"\b(?:who|which|whom|whose|if|whether|when|whenever|where|because|since|although|though|while|as"
        r"|why|how|what|unless|until|before|after)\b[^,;:]*$"
    ),
    description=words(
        r" (?:not )?(?:often|still|frequently|usually|sometimes|daily|every day|today"
        r"|already|always|regularly|currently|then|first learn)\b"
    ),
    passive=words(
        r" (?:also |always |therefore |fully |at last |at least |not |no longer |never |only "
        r"|thus )*(?:be\b|have\b|receive|get\b|gain|obtain|enjoy|benefit|participate|take part|sit\b|retain"
        r"|(?:hold|occupy|take|share) (?:\w+ ){0,4}(?:seats?|votes?|mandates?|chairs?|status|positions?|memberships?)\b"
        r"|co-?chair|vote\b|nominate|accede|join (?:the|any|all|every|each)\b(?: [\w-]+){0,4} (?:committees?|boards?"
        r"|bod(?:y|ies)|commissions?|panels?|councils?|delegations?|talks|negotiations?|group|forum)\b"
        r"|become (?:an? |full |equal )*(?:members?|part(?:y|ies)|partners?|observers?|signator(?:y|ies))\b"
        r"|(?:attend|address) (?:the|any|all|every|each)\b)"
    ),
    people=words(
        r"\b(?:migrants?|refugees?|people|persons?|families|children|women|residents?|newcomers"
        r"|workers?|students?|inhabitants|citizens|staff|officers|everyone|nobody|no one|passengers|fishers"
        r"|islanders)\b"
    ),
    owners=words(
        rf"\W*(?:{_OWNERS}|we|i|our [\w\s-]{{2,40}})(?: of [\w\s'-]+)?(?:,? (?:too|alone|also"
        rf"|themselves|and [\w\s]+))?\W*$"
    ),
    self_commitment=words(
        r"\b(?:we|i|our (?:city|cities|network|members?))(?: \w+ly| therefore| also| hereby"
        r"| jointly)* (?:commit|pledge|undertake|will\b|shall\b|promise|are committed|am committed"
        r"|stand ready|intend|are ready|are prepared|vow|resolve to|offer|continue to work)"
    ),
    preamble=words(
        r"\W*(?:recalling|noting|recogni[sz]ing|reaffirming|acknowledging|welcoming|convinced|concerned"
        r"|alarmed|mindful|aware|bearing in mind"
        r"|considering|guided|stressing|emphasi[sz]ing|underlining|underscoring|affirming|expressing|having"
        r"|taking note|reiterating|deeply|gravely|also (?:recalling|noting)"
        r"|appreciating|observing|believing|conscious|inspired|desiring|determined|encouraged|whereas"
        r"|in view of|given that|building on|urging|calling)\b"
    ),
    lead=words(
        r"[\s\W]*(?:(?:therefore|thus|accordingly|hence|moreover|furthermore|finally|first(?:ly)?"
        r"|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|lastly|also|additionally|in addition|in short|above all"
        r"|in particular|however|but|and|so|for (?:this|that|these) reasons?|that is why|this is why"
        r"|in our (?:view|opinion)|to (?:this|that) end|at the same time|consequently|in conclusion"
        r"|to conclude|in sum)[,:]? )*"
        r"(?:(?:we|our (?:city|cities)|the [\w\s]{2,30}) (?:\w+ly |also |therefore |hereby )*(?:believe"
        r"|think|are convinced|are of the view|consider|hold|maintain|stress|underline|emphasi[sz]e"
        r"|reiterate|insist|affirm|argue|submit|underscore|repeat)(?: again)? that )?"
    ),
    imperative=words(
        r"[\s\W]*(?:please |also |further |urgently |fully |formally |explicitly |immediately |always "
        r"|do not |never |systematically )*(?:abolish|accept|acknowledge|add|adopt|allocate|allow|amend"
        r"|apply|appoint|assign|associate|avoid|ban|bring|broaden|build|cease|channel|clarify|close|collect"
        r"|commission|compensate|confirm|consider|consult|convene|co-?create|co-?design|cooperate"
        r"|coordinate|cover|create|decentrali[sz]e|decide|define|delete|deliver|design|designate|develop"
        r"|direct|disaggregate|dedicate|earmark|ease|empower"
        r"|enable|encourage|end|engage|enhance|enlarge|ensure|establish|exchange|exempt|expand|expedite"
        r"|extend|facilitate|finance|follow|foster|fund|give|grant|guarantee|halt|hear|hold|host|identify"
        r"|implement|improve|include|incorporate|increase|inform|insert|institute|integrate"
        r"|introduce|invest|invite|involve|issue|join|keep|launch|let|lift|limit|listen|maintain|make"
        r"|mandate|mention|monitor|name|offer|open|oblige|organi[sz]e|pay|permit|place|prevent"
        r"|prioriti[sz]e|prohibit|promote|protect|provide|publish|put|ratify|recogni[sz]e|reduce|refer|reflect"
        r"|reform|refrain|reimburse|reinforce|reinstate|remove|repeal|replace|report|require|reserve"
        r"|respect|restore|retain|return|review|revise|safeguard|scale|secure|send|set|share|simplify"
        r"|spell out|stop|strengthen|strike|streamline|support|suspend|take|tackle|task|train|transfer|translate"
        r"|treat|uphold|use|waive|widen|withdraw|work with|write)\b(?! (?:is|are|was|were|has|have)\b)"
    ),
    command=words(
        r"[\s\W]*(?:please |and |also |do not )?(?:(?:hold|organi[sz]e|convene|reserve|extend|send|pay|make"
        r"|take|lift|restore|repeal|withdraw|ensure|guarantee|give|grant|include|involve|provide"
        r"|allow|let|make sure|adopt|abolish"
        r"|establish|create|recogni[sz]e|invite|consult|publish|protect|strengthen|remove|stop|end|put"
        r"|allocate|enable|keep|bring|open"
        r"|share|treat|name|fund|use|set|hear|associate|accredit|admit|seat) (?:the|a|an|all|any|every|each"
        r"|cities|mayors|local|municipal\w*"
        r"|us|our|them|their|that|direct|full|formal|states|towns|regional|no|this|these|children|migrants"
        r"|refugees|women)|ensure|please \w+)\b"
        r"(?! (?:is|are|was|were|has|have)\b)"
    ),
    asking_words=words(
        r"\b(?:asks?|demands?|requests?|recommendations?|proposals?|call(?:s)? to action|what we (?:ask"
        r"|want|need|call for|propose)|we (?:ask|call|urge|demand|propose|recommend)"
        r"|proposed (?:amendments?|changes?|language|wording|texts?|edits)"
        r"|drafting (?:suggestions?|proposals?)|textual proposals?|amendments?|suggested (?:language"
        r"|wording|changes))\b"
    ),
    own_words=words(
        r"\b(?:our (?:own )?(?:commitments?|pledges?|offers?|contributions?)|we (?:commit"
        r"|pledge|offer|will|undertake)|what we (?:do|will do|offer|bring|pledge)"
        r"|commitments? of (?:the )?cities)\b"
    ),
    textual=words(
        rf"[\s\x1a“”\"'‘’«»]*(?:{_BEFORE_TEXTUAL}{_TEXTUAL}\b|{_BEFORE_TEXTUAL}[“\"‘'«„]"
        rf"|{_BEFORE_TEXTUAL}\w+ (?:reference|mention|paragraph|language|wording|caveat|qualifier)s?\b)"
    ),
    delete=words(
        r"\b(?:delet(?:e|es|ing|ion of)|remov(?:e|es|ing|al of)|strik(?:e|es|ing)(?: out)?"
        r"|drop(?:s|ping)?|omit(?:s|ting)?|take out|taking out)\b"
    ),
    replace=words(
        r"\b(?:replac(?:e|es|ing|ement of)|substitut(?:e|es|ing|ion of)|chang(?:e|es|ing)"
        r"|amend(?:s|ing)?|rephras(?:e|ing)|reword(?:ing)?|rewrit(?:e|ing))\b"
    ),
    insert=words(
        r"\b(?:insert(?:s|ing|ion of)?|add(?:s|ing|ition of)?|includ(?:e|es|ing)|inclusion of"
        r"|append(?:ing)?|introduc(?:e|ing))\b"
    ),
    retain=words(
        r"\b(?:retain(?:s|ing)?|retention of|keep(?:s|ing)?|maintain(?:s|ing)?|preserv(?:e|es|ing)"
        r"|reinstat(?:e|es|ing)|restor(?:e|es|ing)|leav(?:e|ing) (?:in|untouched))\b"
    ),
    deleted=words(
        r"\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|could) (?:therefore |also "
        r"|simply )?(?:be (?:deleted|removed|struck(?: out)?|dropped|omitted|taken out)|go\b|disappear)"
    ),
    replaced=words(
        r"\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|could) (?:therefore "
        r"|also )?be (?:replaced|substituted|changed|amended|reworded|rephrased)\b"
    ),
    inserted=words(
        r"\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|could) (?:therefore "
        r"|also )?be (?:inserted|added|introduced)\b"
    ),
    retained=words(
        r"\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|could) (?:therefore "
        r"|also )?(?:be (?:retained|kept|maintained|preserved|reinstated|restored)|not be (?:deleted"
        r"|removed|dropped|weakened|watered down|diluted|softened|touched|lost|reopened)|remain|stay|stand)\b"
    ),
    reads=words(
        r"\b(?:should|must|shall|would|could|to|might) (?:then |therefore )?read\b|\bto be worded\b"
        r"|\bas follows\b"
    ),
    by=words(r"\b(?:with|by|to read|should read|into|to|instead)\b[^“”\"«»‘’\x1a]{0,60}[“\"«‘'„]? ?$"),
    place=words(
        r"\b(?:after|before|following|between|preceding|behind|in front of|in place of|instead of"
        r"|at the end of|of)\b[\s,]*(?:the )?(?:(?:words?|phrase|term|expression|sentence|and) )?[“\"‘'«„]?$"
    ),
    following=words(
        r"(?:\b(?:as follows|following(?: [\w-]+){0,5}|to read|should read|reads?"
        r"|new (?:paragraph|clause|sentence|article)|wording|language|text)[^:.]{0,80})?[:：]\W*$"
    ),
    textual_lead=words(
        rf"[\s\W]*(?:(?:for|of|to) )?{_BEFORE_TEXTUAL}(?:(?:references?|mentions?|language|wording"
        rf"|paragraphs?|clauses?|sentences?|provisions?|texts?|passages?|commitments?|words?|phrases?"
        rf"|caveats?|qualifiers?|terms?)(?: \d[\w().]*)?,? (?:of|to|on|about|concerning|regarding|saying"
        rf"|stating|that says|making) )(?!paragraph|para\b|article)"
    ),
    textual_tail=words(
        rf"[\s,]+(?:(?:in|from|to|at|of|under|into|within|on) )(?:(?:the|both"
        rf"|all) )?(?:(?:(?:end|beginning|start|chapeau|heading|title) of )?(?:the )?{_NUMBERED}|(?:draft"
        rf"|text|declaration|compact|agreement|final text|final draft|next draft|outcome document"
        rf"|revised draft))[\w\s().,]*$"
    ),
    reason=words(
        r",? (?:because|since|as (?:this|it|these|they|that)|so that|in order|which|given that"
        r"|for it|for they|in line with|failing which)\b|; |, (?:not|and) (?=(?:we|to)\b)|\s[-–—]\s"
    ),
    oppose=words(
        r"\b(?:(?:strongly |firmly |categorically |therefore |also |resolutely )?(?:oppos(?:e|es|ing)"
        r"|object(?:s)? to|reject(?:s|ing)?|cannot (?:accept|agree to|agree with|support|live with)"
        r"|can not accept|do(?:es)? not (?:accept|support|agree with)|(?:are|is|am) (?:strongly "
        r"|firmly )?(?:opposed to|against))|say no to)\b"
    ),
    process=words(
        r"\b(?:seats? at (?:the|this|every|that) (?:\w+ )?table|(?:a |their |the )?(?:formal |permanent "
        r"|proper |full )?(?:seats?|place|voice) (?:at|in|around) (?:the |these |all "
        r"|every )?(?:[\w-]+ )?(?:table|talks|negotiations?|conference|forum|hearings?|sessions?|room)"
        r"|drafts? (?:must|should|shall|needs? to) be (?:translated|published|circulated|shared)"
        r"|(?:published|circulated|shared|released|translated) [\w\s]{0,40}?(?:before|ahead of"
        r"|prior to) (?:the |each |every |any )?"
        r"[\w\s]{0,20}?(?:session|round|meeting|negotiation)"
        r"|accredit\w*|observer (?:status|seats?)"
        r"|speaking (?:slots?|time|rights?)|right to speak|the floor\b|(?:give|grant|reserve|offer"
        r"|allot)\w* (?:the )?[\w\s,]{2,50}? (?:a |an |the )?(?:\w+ )?(?:seats?|slot|badge|floor)\b"
        r"|(?:invit|admit|welcom)\w* [\w\s,'’-]{2,60}? (?:to|at|into) (?:the |a |an |its |their |all "
        r"|every |these |this |each )?(?:[\w-]+ ){0,3}(?:hearings?|sessions?|negotiations?|meetings?"
        r"|consultations?|conferences?|forums?|talks|summits?|rounds?|plenary|plenaries|round ?tables?"
        r"|workshops?|room)"
        r"|(?:participat\w+|take part|be heard|be present|be represented|represented|attend|access"
        r"|be admitted|be invited|be consulted|consulted|include[sd]? in|join\w*)(?: \w+ly| directly| fully"
        r"| formally| also)* (?:in|at|to|as|during|before)? ?(?:the |a |all |every |these |this |each "
        r"|its )?(?:[\w-]+ ){0,3}(?:hearings?|sessions?|negotiations?|negotiating|conferences?|plenary"
        r"|talks|summits?|drafting|negotiation rooms?|intergovernmental)"
        r"|(?:hold|organi[sz]e|convene|schedule) (?:a |an |another |regular "
        r"|one )?(?:[\w-]+ ){0,3}(?:hearings?|consultations?|meetings?|briefings?|dialogues?) (?:with|for"
        r"|of)\b|(?:publish|circulate|share|translate) (?:all |the |every "
        r"|each )?(?:[\w-]+ ){0,2}(?:drafts?|revisions?|versions?) (?:of|in|at|before|within|publicly|online|as)"
        r"|extend the (?:deadline|time)|consult\w* (?:with )?(?:cities|mayors"
        r"|local [\w\s]{2,40}?) (?:before|during|on|in) (?:the |every |each |this |any )?(?:next |new "
        r"|first |second )?(?:draft|revision|round|negotiation|session)s?)"
    ),
    holders=words(
        r" (?:the |its |our |both |esteemed |distinguished )*(?:co-?facilitators?|facilitators?"
        r"|secretariat|president|chair(?:s|person|man|woman)?|co-?chairs?|bureau|organi[sz]ers?|hosts?"
        r"|host country|presidency|steering group)\b"
    ),
    numbered=words(_NUMBERED),
    current=words(
        r"\W*(?:current|original|existing|present) (?:draft )?(?:text|wording|language|paragraph"
        r"|version)\b[^:]{0,40}:"
    ),
    proposed=words(
        r"\W*(?:proposed|suggested|new|alternative|revised|amended|our) (?:new )?"
        r"(?:text|wording|language|paragraph|version|amendment|proposal)\b[^:]{0,40}: ?"
    ),
    new_wording=words(
        r"\b(?:(?:proposed|suggested|alternative|revised) (?:text|wording|language|paragraph|clause|amendment)"
        r"|new (?:paragraph|sentence|clause|article|wording|text|language)"
        r"|following (?:\w+ )?(?:paragraph|sentence|clause|text|wording|language|words))\b"
    ),
    reported=words(
        r"\b(?:drafts?|reports?|texts?|documents?|stud(?:y|ies)|resolutions?|compact|declaration|convention"
        r"|charter|paragraph \d+"
        r"|article \d+|critics|some|others|ministers?|governments?|states?|part(?:y|ies)|council|committee"
        r"|secretary-general|proposals?"
        r"|[A-Z][a-z]+)\b[^,;:]*\b(?:says?|said|stat(?:es|ed)|not(?:es|ed)|provid(?:es|ed)|claim(?:s|ed)"
        r"|argu(?:es|ed)|found|finds?"
        r"|report(?:s|ed)|suggest(?:s|ed)|ask(?:s|ed)|recommend(?:s|ed)|decided|agreed|affirm(?:s|ed)"
        r"|promised|requir(?:es|ed)"
        r"|proposal [\w\s]{0,40})\b[^,;:]* that\b[^,;:]*$"
    ),
)
