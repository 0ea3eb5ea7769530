"""Which small words give a language away, and carry next to no information? Folded forms, per language."""

from __future__ import annotations

STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
}
"""Language to Snowball algorithm."""

_EN = """a about above after again against all also am an and any are as at be because been before being below between
both but by can could did do does doing down during each few for from further had has have having he her here hers him
his how i if in into is it its itself just may me might more most must my no nor not now of off on once only or other
our ours out over own same shall she should so some such than that the their theirs them themselves then there these
they this those through to too under until up upon us very was we were what when where which while who whom whose why
will with within without would you your yours including include includes well"""

_FR = """a afin ai ainsi alors apres au aucun aussi autre autres aux avant avec avoir c ca car ce ceci cela celle celles
celui ces cet cette ceux chaque ci comme d dans de des deux doit doivent donc dont du elle elles en encore entre est et
etaient etait etant ete etre eux fait font il ils j je l la le les leur leurs lors lorsque lui ma mais me meme memes
mes moins mon n ne ni nos notre nous on ont ou par pas peu peut peuvent plus pour pres puis qu quand que quel quelle
quelles quels qui quoi s sa sans se selon ses si son sont sous sur sa t ta te tel telle tels tes tous tout toute toutes
tres tu un une vers vos votre vous y compris notamment"""

_ES = """a ademas al algo alguna algunas alguno algunos ante antes aquel aquella asi aun aunque cada como con contra
cual cuales cuando cuyo cuya de debe deben del desde donde dos durante e el ella ellas ellos en entre era es esa esas
ese eso esos esta estan estas este esto estos fue fueron ha haber han hasta hay incluida incluidas incluido incluidos
la las le les lo los mas me mediante mi mientras misma mismo muy ni no nos nosotros nuestra nuestras nuestro nuestros o
os otra otras otro otros para pero por porque puede pueden pues que quien quienes se sea sean segun ser si sido sin
sobre son su sus tal tales tambien tan tanto toda todas todo todos tras tu u un una unas uno unos y ya"""

_PT = """a ao aos as ate com como da das de deve devem do dos e em entre era essa esse esta este foi foram ha isso
mais mas na nas nao nem no nos nossa nosso o os ou para pela pelas pelo pelos pode podem por quando que se sem ser seu
seus sua suas sao tambem um uma umas uns"""

_IT = """a ad agli ai al alla alle anche che chi ci come con cui da dagli dai dal dalla dalle degli dei del dell della
delle dello deve devono di e ed essere gli ha hanno i il in io la le lo loro ma mediante ne nei nel nella nelle noi non
nostra nostro o per piu puo quale quali quando quello questa queste questi questo se si sia sono su sua sue sugli sui
sul sulla suo suoi tra tutte tutti un una uno"""

_DE = """aber als am an auch auf aus bei bis das dass dem den der des die dies diese dieser dieses doch durch ein eine
einem einen einer eines er es fur gegen haben hat ich ihr ihre im in ist ja jede kann konnen mit muss mussen nach nicht
noch nur ob oder ohne sein sich sie sind so sollen sollte uber um und uns unter vom von vor war werden wie wird wir zu
zum zur zwischen"""

_NL = """aan af al alle als bij dan dat de deze die dit door een en er haar had heeft het hij hun ik in is je kan met
moet moeten naar niet nog nu of om onder ons onze ook op over te tot uit van voor was wat we werd wij worden wordt zal
ze zich zij zijn zo zonder zou"""

_CA = """a als amb aquest aquesta aquests al com d de del dels el els em en es ha han hem i l la les li lo mes molt
no o on per pel pels perque poden que qui s se ser seu seva seves seus si son sobre tambe un una unes uns"""

_RU = """а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть
еще ж же за и из или им их к как ко когда который которые которых которая ли между мы на над не него нее нет ни них но
о об однако он она они от по под при с со так также такие такой там то того тоже только том ты у уже чем что чтобы эти
этих это этого этой"""

_AR = """من في على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان كان كانت قد لا ما لم لن او ثم كل بين بعد
قبل عند و ف ب ل ك هو هي هم نحن بما كما حيث غير حتى"""

_TR = """ama ancak bir bu bunu da daha de degil diye en gibi her hem icin ile ise ki kadar mi ne o olan olarak oldugu
onu sonra su tarafindan ve veya ya"""

_ZH = """的 了 和 是 在 与 及 以 对 为 并 将 应 等 其 或 由 从 于 而 向 上 中 下 不 这 那 所 有 也 就 都 之 各 该"""


FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": _EN,
        "fr": _FR,
        "es": _ES,
        "pt": _PT,
        "it": _IT,
        "de": _DE,
        "nl": _NL,
        "ca": _CA,
        "ru": _RU,
        "ar": _AR,
        "tr": _TR,
        "zh": _ZH,
    }.items()
}
"""Language to its function words, folded as `hanse.text.tokens.fold` folds."""
