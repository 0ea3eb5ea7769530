"""How asks are put in Spanish."""

from __future__ import annotations

from hanse.tracing.asks.phrases import Phrases, words

_OWNERS = (
    r"(?:(?:las|los|nuestras|nuestros|nuestra|nuestro|la|el|todas las|estas|sus) )*(?:ciudad(?:es)?"
    r"|alcald(?:es|esas|ías?|e|esa)|municipios?|municipalidad(?:es)?|ayuntamientos?"
    r"|(?:gobiernos|autoridades|entes|poderes)(?: locales| regionales| municipales)(?: y (?:locales"
    r"|regionales))?|regiones)"
)
_ASKER = (
    r"(?:nosotros|nosotras|(?:las|los) (?:abajo firmantes|firmantes|ciudades firmantes|alcaldes firmantes)"
    r"|nuestra (?:ciudad|red|asociación)|la (?:red|ciudad|asociación|coalición|alianza"
    r"|delegación)(?: de [\w\s'-]{2,40}?)?"
    rf"|el (?:ayuntamiento|municipio|consejo)(?: de [\w\s'-]{{2,40}}?)?|{_OWNERS}(?: de [\w\s'-]{{2,40}}?)?)"
)
_ADVERBS = (
    r"(?:(?:,|por tanto|por lo tanto|por ello|también|asimismo|igualmente|encarecidamente|respetuosamente"
    r"|firmemente|juntos|juntas|conjuntamente|además|una vez más"
    r"|de nuevo|formalmente|expresamente|queremos|deseamos|les|en particular|especialmente|y|e|con urgencia)\s*)*"
)
_REQUEST = (
    r"hac(?:emos|en|e) un (?:llamamiento|llamado)|inst(?:amos|an|a)(?= )|exhort(?:amos|an|a)|ped(?:imos)"
    r"|pid(?:en|e)|solicit(?:amos|an|a)|exig(?:imos|en|e)|invit(?:amos|an|a)|llam(?:amos|an|a) a"
    r"|alent(?:amos)|alientan?"
    r"|recomend(?:amos)|recomiendan?|propon(?:emos|en|e)|suger(?:imos)|sugieren?|reclam(?:amos|an|a)"
    r"|demand(?:amos|an)|urg(?:imos|en) a|abog(?:amos|an|a) por|reivindic(?:amos|an)|esper(?:amos) que"
    r"|quer(?:emos) que|necesit(?:amos)(?! \w+r\b)|insist(?:imos|en) en"
    r"|rog(?:amos)|requer(?:imos)"
)
_SUBJECTLESS = (
    r"(?:hacemos un (?:llamamiento|llamado)|instamos|exhortamos|pedimos|solicitamos|exigimos|invitamos"
    r"|llamamos a|alentamos|recomendamos|proponemos|sugerimos|reclamamos|demandamos|urgimos|abogamos por"
    r"|reivindicamos|esperamos que|queremos que|necesitamos(?! \w+r\b)|insistimos en|rogamos|requerimos)"
)
_TEXTUAL = (
    r"(?:párrafos?|apartados?|artículos?|objetivos?|cláusulas?|frases?|oraci(?:ón|ones)|palabras?|términos?"
    r"|expresi(?:ón|ones)|redacción|formulaci(?:ón|ones)|referencias?|menci(?:ón|ones)"
    r"|textos?|disposici(?:ón|ones)|corchetes?|secci(?:ón|ones)|capítulos?|preámbulo|título|nota|pasajes?|incisos?)"
)
_DET = (
    r"(?:(?:los?|las?|el|un|una|unos|unas|del?|al|este|esta|estos|estas|toda|todo|nuevo|nueva|primer"
    r"|primera|último|última|segundo|segunda|tercer|tercera|siguientes?|explícita)\s+)*"
)
_NUMBERED = r"(?:párrafos?|apartados?|artículos?|objetivos?|secci(?:ón|ones)|incisos?) (?:\d+|[a-z]\))[\w().\-]*"
_DUTY = r"(?:debe|deben|deberá|deberán|debería|deberían|ha de|han de|tiene que|tienen que)"

SPANISH = Phrases(
    asker=words(rf"(?<![\w-]){_ASKER}(?![\w-])"),
    request=words(rf"\b(?:{_REQUEST})(?!\w)"),
    opening_request=words(
        rf"(?:{_ADVERBS}{_SUBJECTLESS}|(?:instan?|exhortan?|piden?|solicitan?|exigen?|invitan?|recomiendan?"
        rf"|proponen?|reclaman?|hacen? un (?:llamamiento|llamado))(?= (?:a|al|que|la|el|los|las|un|una)\b)"
        rf"|(?:pedir|solicitar|exigir|instar)(?= (?:a|al|que|la|el)\b))(?!\w)"
    ),
    between=words(rf"[\s,]*{_ADVERBS}$"),
    declined=words(r"(?:\bno|\bhemos|\bhan|\bha|\bnunca|\bya) ?$"),
    modal=words(rf"\b(?:{_DUTY}|hay que|no (?:puede|pueden|podrá|podrán))\b"),
    needed=words(
        r"\bes (?:\w+mente )?(?:esencial|imprescindible|necesario|fundamental|crucial|indispensable|preciso"
        r"|urgente|vital|importante|imperativo|hora de) (?:que\b|\w+r\b|que)|\bhay que\b|\bse (?:requiere"
        r"|necesita)n? que\b"
    ),
    no_ask=words(
        r" (?:ser (?:señalado|recordado)|haber |recordarse|señalarse|recordar|señalar|destacar"
        r"|tenerse presente|reconocer que)"
    ),
    subordinate=words(
        r"\b(?:que|quienes?|si|cuando|donde|porque|cuyo|como|mientras|aunque|ya que"
        r"|por qué)\b[^,;:]*$"
    ),
    description=words(r" (?:a menudo|todavía|siempre|a veces|hoy|cada día|ya|aún|primero)\b"),
    passive=words(
        r" (?:también |plenamente |siempre |por fin |no )*(?:ser\b|estar\b|tener\b|recibir"
        r"|obtener|participar|disponer|contar\b|poder\b|gozar"
        r"|(?:ocupar|ejercer|asumir|compartir) (?:\w+ ){0,4}(?:asientos?|escaños?|votos?|mandatos?"
        r"|presidencia|puestos?)\b"
        r"|copresidir|votar\b|designar|adherirse|tomar (?:parte|la palabra)|asistir a\b"
        r"|convertirse en (?:\w+ )?(?:miembros?|partes?|soci[oa]s|observador\w+|signatari\w+)\b)"
    ),
    people=words(
        r"\b(?:migrantes?|refugiad[oa]s|personas?|familias?|niñ[oa]s|mujeres|vecinos|habitantes"
        r"|trabajador[ae]?s|ciudadanos|gente)\b"
    ),
    owners=words(rf"\W*(?:{_OWNERS}|nosotros|nosotras|)(?: de [\w\s'-]+)?\W*$"),
    self_commitment=words(
        r"\b(?:nos (?:comprometemos|sumamos|esforzaremos)|asumimos|prometemos|seguiremos"
        r"|continuaremos|vamos a|\w{3,}remos|se comprometen?)\b"
    ),
    preamble=words(
        r"\W*(?:recordando|observando|reconociendo|reafirmando|acogiendo|convencid[oa]s?|preocupad[oa]s?"
        r"|conscientes?|considerando|subrayando|expresando|habiendo|tomando nota|afirmando"
        r"|teniendo (?:presente|en cuenta)|guiad[oa]s?|visto|destacando|profundamente)\b"
    ),
    lead=words(
        r"[\s\W]*(?:(?:por (?:lo )?tanto|por ello|por eso|así|en consecuencia|por último|finalmente"
        r"|primero|en primer lugar|en segundo lugar|segundo|tercero|además|asimismo|también|por (?:esta"
        r"|estas) razon(?:es)?|con este fin|sin embargo|pero|y|a nuestro juicio|en nuestra opinión)[,:]? )*"
        r"(?:(?:creemos|pensamos|consideramos|estamos convencid[oa]s de|estimamos|subrayamos|reafirmamos"
        r"|insistimos en|afirmamos|sostenemos|reiteramos) que )?"
    ),
    imperative=words(
        r"[\s\W]*(?:no )?(?:abrir|adoptar|agregar|ampliar|añadir|aplicar|apoyar|aprobar|asegurar|asignar"
        r"|asociar|autorizar|ayudar|brindar|cesar|compartir|conceder|consultar|crear|dar|definir"
        r"|desarrollar|destinar|elaborar|eliminar|establecer|evitar|extender|facilitar|financiar|fomentar"
        r"|fortalecer|garantizar|hacer|impulsar|incluir|incorporar|informar|insertar|integrar|invitar"
        r"|invertir|levantar|mantener|mejorar|mencionar|ofrecer|organizar|otorgar|permitir|poner|prevenir"
        r"|prohibir|promover|proporcionar|proteger|publicar|ratificar|reconocer|reducir|reemplazar|reflejar"
        r"|reforzar|reservar|respetar|revisar|simplificar|suprimir|sustituir|tener|tomar|transferir|velar)\b"
    ),
    command=words(
        r"[\s\W]*(?:den|incluyan|inviten|garanticen|reconozcan|abran|permitan|aseguren|adopten|publiquen"
        r"|consulten|creen|financien) "
        r"(?:a|al|el|la|los|las|un|una|que|todos|todas)\b"
    ),
    asking_words=words(
        r"\b(?:peticiones|petición|demandas?|solicitud(?:es)?|recomendaci(?:ón|ones)"
        r"|propuestas?|reivindicaciones|llamamientos?|llamados?|lo que (?:pedimos|queremos)|pedimos"
        r"|proponemos|solicitamos|recomendamos|enmiendas?)\b"
    ),
    own_words=words(
        r"\b(?:nuestros? compromisos?|nos comprometemos|compromisos? de las ciudades"
        r"|lo que (?:hacemos|ofrecemos))\b"
    ),
    textual=words(rf"[\s\x1a“”\"'‘’«»]*(?:{_DET}{_TEXTUAL}\b|{_DET}[“\"‘'«„])"),
    delete=words(r"\b(?:suprim(?:ir|an?)|supresión de|elimin(?:ar|en?)|eliminación de|retirar|tachar|borrar)"),
    replace=words(r"\b(?:sustitu(?:ir|yan?|ción de)|reemplaz(?:ar|o de)|cambiar|modificar|reformular|enmendar)"),
    insert=words(
        r"\b(?:insert(?:ar|en?)|inserción de|añad(?:ir|an?)|agreg(?:ar|uen?)|incluir|incluyan?"
        r"|inclusión de|introducir)"
    ),
    retain=words(
        r"\b(?:mant(?:ener|engan?|enimiento de)|conserv(?:ar|en?)|preserv(?:ar|en?)|restablecer"
        r"|reincorporar)"
    ),
    deleted=words(
        rf"\b{_DUTY} (?:también )?(?:suprimirse|eliminarse|retirarse|ser (?:suprimid|eliminad"
        rf"|retirad)[oa]s?|desaparecer)"
    ),
    replaced=words(
        rf"\b{_DUTY} (?:también )?(?:sustituirse|reemplazarse|modificarse|ser (?:sustituid"
        rf"|reemplazad|modificad)[oa]s?)"
    ),
    inserted=words(
        rf"\b{_DUTY} (?:también )?(?:insertarse|añadirse|agregarse|ser (?:insertad|añadid"
        rf"|agregad)[oa]s?)"
    ),
    retained=words(
        rf"\b(?:{_DUTY} (?:también )?(?:mantenerse|conservarse|preservarse|ser (?:mantenid"
        rf"|conservad|preservad)[oa]s?|permanecer)|no {_DUTY} (?:suprimirse|eliminarse|debilitarse"
        rf"|ser (?:suprimid|eliminad|debilitad)[oa]s?))"
    ),
    reads=words(r"\b(?:debería decir|debe decir|diga|rece|leerse|del siguiente tenor|como sigue)\b"),
    by=words(r"\b(?:por|con|leerse|decir|diga)\b[^“”\"«»‘’\x1a]{0,60}[“\"«‘'„]? ?$"),
    place=words(
        r"\b(?:después de|tras|antes de|entre|a continuación de|en lugar de|en vez de"
        r"|al final de)[\s,]*(?:las? |los? |el )?(?:(?:palabras?|términos?|expresión|frase|y) )?[“\"‘'«„]?\s*$"
    ),
    following=words(r"(?:\b(?:como sigue|siguientes?|leerse|decir|tenor|nuevo párrafo|texto)[^:.]{0,80})?[:：]\W*$"),
    textual_lead=words(
        rf"[\s\W]*{_DET}(?:(?:referencias?|menci(?:ón|ones)|redacción|párrafos?|frases?"
        rf"|disposici(?:ón|ones)|texto|palabras?|expresión)(?: \d[\w().]*)? (?:al?|a las?|a los|del?"
        rf"|de las?|de los|sobre|relativ[oa]s? a) )(?:las? |los? |el )?(?!párrafo|artículo)"
    ),
    textual_tail=words(
        rf"[\s,]+(?:(?:en|del?|al?|de) )(?:(?:el|la|todo el) )?(?:{_NUMBERED}|(?:proyecto"
        rf"|texto|declaración|pacto|acuerdo|borrador)[\w\s]*)[\w\s().,]*$"
    ),
    reason=words(r",? (?:porque|ya que|pues|a fin de|para que|que|dado que)\b|; |\s[-–—]\s"),
    oppose=words(
        r"(?:\bnos oponemos (?:firmemente )?(?:al?|a)|\brechazamos|\bno (?:podemos )?(?:aceptar"
        r"|aceptamos|apoyamos|podemos apoyar)|\bse oponen? (?:al?|a)|\brechazan?)(?!\w)"
    ),
    process=words(
        r"(?:\basientos? en la mesa|\blugar en la mesa|\bacredit\w*|\b(?:estatus"
        r"|condición) de observador\w*|\bturno de palabra|\buso de la palabra|\bderecho a (?:voz|hablar"
        r"|intervenir)|(?:invit|admit|convoc)\w* [\w\s,'-]{2,60}? a (?:la |las |los |el "
        r"|todas las )?(?:audiencia|sesi(?:ón|ones)|negociaci(?:ón|ones)|reuni(?:ón|ones)|consulta"
        r"|conferencia|foro|cumbre)s?"
        r"|(?:particip\w+|asistir|escuchad[oa]s|representad[oa]s|consultad[oa]s|tomar parte"
        r"|estar presentes)(?: \w+mente)? (?:en|a|durante) (?:la |las |los |el "
        r"|todas las )?(?:negociaci(?:ón|ones)|audiencia|sesi(?:ón|ones)|conferencia|plenari[ao]|cumbre"
        r"|redacción|reuni(?:ón|ones)|consulta)s?)"
    ),
    holders=words(
        r" (?:al? |a (?:la |los )|los |las |la |el )*(?:cofacilitador(?:es|as)?|facilitador(?:es"
        r"|as)?|secretaría|president[ea]|presidencia|mesa|organizador(?:es|as)?|país anfitrión)\b"
    ),
    numbered=words(_NUMBERED),
    current=words(r"\W*(?:texto|redacción|párrafo|versión) (?:actual|original|vigente) ?:"),
    proposed=words(r"\W*(?:texto|redacción|párrafo|enmienda|versión) (?:propuest|sugerid|revisad)\w*[^:]{0,40}: ?"),
    new_wording=words(
        r"\b(?:nuevo (?:párrafo|artículo)|(?:texto|párrafo|frase) siguiente|siguiente (?:texto|párrafo|frase))\b"
    ),
    first_person=words(_SUBJECTLESS),
    reported=words(
        r"\b(?:borrador|proyecto|informe|texto|documento|estudio|resolución|pacto|declaración|artículo \d+"
        r"|algunos|otros|ministros?"
        r"|gobiernos?|estados?|consejo)\b[^,;:]*\b(?:dicen?|dijo|afirman?|indican?|prevén?|señalan?"
        r"|observan?|piden?|exigen?|proponen?"
        r"|ha (?:dicho|decidido|señalado|pedido|afirmado))\b[^,;:]* que\b[^,;:]*$"
    ),
)
