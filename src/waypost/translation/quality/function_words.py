"""The little words of each language: by them a page, or a word left untranslated, is known.

Written for Waypost from grammars: articles, pronouns, prepositions, auxiliaries. Languages that
alone use a script need none.
"""

from __future__ import annotations

from functools import lru_cache

from waypost.translation.quality.by_language import name_variants

_LISTS = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had"
    " an they which you were her all she there would their we him been has when who will more no if out so up"
    " said what its about than into them can only other some could these two then do first any my now such"
    " like our over me after also your most how must may should before every where while because until than"
    " those both through does did without under between being each",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me"
    " si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está"
    " mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese"
    " ahora cada e otro después otros usted durante estos esto ante ellos cual debe pueden",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à"
    " seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo"
    " aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas às minha têm numa pelos elas"
    " havia seja qual será nós lhe deles são pode deve",
    "gl": "de a o que e do da en un para é con non unha os no se na por máis as dos como pero foi ao el das ten"
    " seu súa ou ser cando moito hai nos xa está tamén só polo pola ata iso ela entre era despois sen mesmo",
    "ca": "de la que i el en a els les un per amb no una es del al és com més o però seu seva si sense sobre aquest"
    " ja entre quan tot aquesta són dos també va haver molt fins des està perquè només han hi ha pot tots així"
    " nosaltres ni part seus dels pels aquests on cada després ens",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se son sa ce il sont avec"
    " aux ou été cette mais ont ses elle nous vous comme leur fait être deux même si ils aussi peut tout ces"
    " sans autres dont après était entre lui sous bien avant je où notre votre très fois ainsi depuis contre"
    " encore on cet avait y quand lors doit faire tous leurs",
    "ht": "nan ak yo pou li ou pa ki se yon ka sa te la a an gen sou mwen nou kote lè tout men oswa si fè genyen"
    " tankou yo epi avèk ke depi anvan apre pi kèk lòt chak moun ap dwe bezwen kapab w n m lan anpil kijan"
    " poukisa ladan sèvis jwenn resevwa konsa anba non",
    "it": "di e che la il un a è per in una sono mi ho si lo ha le con ti se da come io ci no del al della dei nel"
    " più questo ma alla gli anche i non suo sua nella dalla sul delle degli stato essere hanno era loro tutti"
    " dopo quando ogni molto prima può deve fino sempre",
    "ro": "de și în a la cu pe care un o nu din pentru că mai este sunt au fost se sau ca prin după să al ale lui"
    " dar fi cei sale acest această între fără dacă cum când dumneavoastră trebuie poate dvs ei ea iar",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er"
    " hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor"
    " zur bis mehr durch man sein wurde sei wenn können müssen ihre ihr unter kann gegen schon ich wir ihnen"
    " keine diese dieser seine",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar kan"
    " door over wordt hebben heeft deze u worden die ze hij tot was wel geen moet uw kunnen na onder hun",
    "sv": "och att det i en som är på för av med den till inte om har de ett han men var jag så från vi kan du eller"
    " när din ditt dina ska måste vid också efter utan mer under sig hur man",
    "da": "og at det i en som er på for af med den til ikke om har de et han men var jeg så fra vi kan du eller når"
    " din dit dine skal ved også efter uden mere under sig hvordan være blev efter",
    "nb": "og at det i en som er på for av med den til ikke om har de et han men var jeg så fra vi kan du eller når"
    " din ditt dine skal må ved også etter uten mer under seg hvordan å være ble",
    "fi": "ja on ei se että hän oli joka mutta ovat kun myös kuin tai jos sen olla mitä voi sekä niin ole ne jotka"
    " jonka mukaan kanssa vain vielä hänen joita tämä sitä minä me ettei tämän ennen jälkeen sinun pitää oma"
    " ollut vuoden noin jo nyt siitä",
    "et": "ja on ei et see oli ka kui mis ta kes aga või nii siis oma mida selle veel ning pole saab peab teie",
    "pl": "w i na z się nie do to że jest o jak po co ale za od przez a tak są dla oraz może który która które jego"
    " być czy jej był tym tego już tylko ich lub gdy jeśli przed pod ze było przy więc także można należy",
    "cs": "a v se na je že s z do o to i jako za by po pro které ale od tak být nebo který podle však jsou má k"
    " jeho před může aby už jen pod při až když byl bylo není musí vaše",
    "sk": "a v sa na je že s z do o to aj ako za by po pre ktoré ale od tak byť alebo ktorý podľa však sú má k jeho"
    " pred môže aby už len pod pri až keď bol bolo nie musí vaše",
    "hu": "a az és hogy nem is egy de ez meg azt csak ha el volt van már vagy mint ki lehet kell amely ezt mert majd"
    " szerint után még lesz ön önnek alatt között",
    "sq": "në e të dhe një i për me që nga është se më nuk do si ka u ju por të këtë kjo janë ose duhet mund edhe",
    "hr": "i u je na se da za od su s o ne kao koji a što iz to bi ili koje do može ali će po koja biti prema samo"
    " ako nije kako te vaš morate",
    "sl": "in v je na za se da so z od ne s ki o pa kot po iz to bi ali do tudi še lahko bo če kako pri ni vaš",
    "tr": "ve bir bu için da de ile olarak daha çok olan gibi kadar sonra ne ya ama en veya değil var her o ki"
    " olduğu olduğunu ise göre önce tarafından mı kendi yok sadece ancak biz siz bana size olan ilk iki",
    "az": "və bir bu üçün da də ilə olaraq daha çox olan kimi qədər sonra nə ya ama ən və ya deyil var hər o ki siz",
    "uz": "va bu bir uchun bilan ham emas da lekin yoki bo'lgan kerak agar siz har o'z qilish esa deb",
    "vi": "là và của có không được cho trong một người với các đã này để những khi đến tôi từ như ông về ở sẽ vào"
    " cũng ra nhưng lại phải bạn nếu hoặc tại theo trên sau quý vị hay rằng bị do năm hơn nhiều đó đang mà họ",
    "id": "yang dan di itu dengan untuk tidak dari ini dalam akan pada juga saya ke karena tersebut bisa ada mereka"
    " lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai bahwa dapat para anda"
    " harus kami jika",
    "ms": "yang dan di itu dengan untuk tidak dari ini dalam akan pada juga saya ke kerana tersebut boleh ada mereka"
    " lebih tahun sudah atau oleh menjadi orang ia telah adalah seperti sebagai bahawa dapat para anda kami jika",
    "fil": "ang ng sa na mga at ay si niya ni para kung hindi ito nang may isang mo ka ko siya o kanyang nila sila"
    " pa kanilang ikaw iyong mula dahil bilang kapag kay lang din rin wala noong maaari dapat iyon upang ngunit"
    " habang ba kami tayo namin inyong kanila pero",
    "ilo": "ti iti a dagiti ket ken nga no para kadagiti maysa saan daytoy isu da iti babaen manipud idi ngem wenno"
    " adda mo yo kas dayta amin",
    "ceb": "ang sa nga og mga ug si ni kay kini dili usa ka ko para kung kon siya iyang sila ilang nila imong adunay"
    " wala apan o alang",
    "so": "ee oo ka ku iyo u waa in uu ay ah la loo kale si soo ayaa wuxuu waxaa lagu ma ama kuu uga aan leh haddii"
    " marka laga aad waxay isaga ugu uma hadii ayay kala kaa kugu waxa kuwa dhexe inay inuu inaad markii ahaa"
    " waxaad yahay tahay karaa kartaa isku laakiin jiray jira sida buu bay inta",
    "om": "fi kan akka keessa irraa hin kana isaa yoo ta'e waan itti jira garuu ykn irratti isaan si keessan qaba"
    " ni kun ture",
    "sw": "ya na wa kwa katika ni za la kuwa cha hiyo kama lakini huo hii alisema hayo wao yake wake ambao ambayo"
    " au watu hilo vya pia kutoka baada si kila hivyo ili huu bila sana moja yao wakati hadi kabla mwaka zaidi"
    " tu hata kwamba unaweza lazima ikiwa yako hakuna",
    "ha": "da a na ta ya ba don wannan su shi ne ce mai daga zuwa an cikin kuma amma idan ko za sun ka ki ku kan wanda",
    "yo": "ni ti si fún àti náà ń kò lati a tí wọ́n o pé bá sí yìí tàbí rẹ yóò gbogbo kí",
    "ig": "na nke ndị a ọ n'ime bụ ya maka gị ma ga si e ha onye unu ka nwere dị",
    "rw": "mu na ku ya n'uburyo kandi ni cyangwa kugira ngo iyo wa ko muri rya no bya ubu cya nka",
    "zu": "futhi ukuthi noma uma kodwa ngoba lokho kanye ukuze yini lapho",
    "mg": "ny dia sy ao fa amin'ny ho tsy izay raha na ka ireo izany mba misy",
    "hmn": "tus yog thiab rau cov ntawm koj muaj tsis kom los yuav hauv lub ua tau nyob ib lawv nws nrog txog peb"
    " tej li los yog qhov xav txhua kev mus tuaj ntawd uas hais sab no lawm cia",
    "lt": "ir kad į iš su yra tai o už ne bet kaip buvo apie po jo nuo ar jei iki savo kuris gali arba jų",
    "lv": "un ir ka no uz ar par to kas bet vai arī tā nav pēc ja savu līdz var jūs",
    "eu": "eta da ez bat du dute zen baina ere hori izan dira bere edo baino egin behar",
    "af": "die van en in 'n is het dat op nie te vir met was hy ook aan om as sy word deur u jou kan of moet",
    "cy": "y yn i a o yr ar ei eu gan am wedi oedd mae fod ac nid os neu chi eich hyn hefyd",
    "sm": "le o ma i e a se mo lea ia latou ua na pe oe fa'apea lau mai",
    "ku": "û ku di de bi ji li ew ne jî bo ya yê wê ev an te we hat dibe heke her",
    "ru": "и в не на что с по как из у за от он к а для это его но они о было так или до же бы мы быть все если при"
    " также только был уже вы её может их этот то была чтобы более когда со вас без под будет во который которые",
    "uk": "і в не на що з по як із у за від він до а для це його але вони про було так або та же би ми бути всі якщо"
    " при також тільки був вже ви її може їх цей є щоб більше коли зі вас без під буде який які й",
    "be": "і ў не на што з па як із у за ад ён да а для гэта яго але яны пра было так або ж бы мы быць усе калі пры"
    " таксама толькі быў ужо вы яе можа іх гэты каб больш",
    "bg": "и в не на че с по как от за той да а е това се но те са или си ще ние бъде всички ако при също само беше"
    " вече вие може този който които към през преди след без ви",
    "sr": "и у је на се да за од су с о не као који а што из то би или које до може али ће по која бити према само",
    "mk": "и во не на што со по како од за тој да а е тоа се но тие се или си ќе ние сите ако при исто само беше кој",
    "mn": "нь байна ба энэ юм гэж бол бөгөөд байгаа та болон тухай дээр нэг хүн үед эсвэл ч",
    "kk": "және мен бұл бір үшін да де деп осы бар болып ол сіз немесе керек туралы кейін емес",
    "ky": "жана бул бир үчүн да менен деп ушул бар болуп ал сиз же керек жөнүндө кийин эмес",
    "tg": "ва дар ба аз ки ин барои бо ё аст нест худ шумо ҳам то онҳо он бояд агар буд",
    "ar": "في من على إلى أن عن التي الذي هذا ما لا كان مع هذه بعد كل وقد ذلك بين أو لم قد هو إن كما هي عند لكن غير"
    " حتى إذا أي حيث قبل يمكن كانت خلال وفي يكون وقال منذ تم أنه عام ولا ومن ثم وهو بها به له عليه لها منها فيها",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت می شد بود شده باید یا اما اگر وی هر دو"
    " ها آنها شود کند پس دارد بیش بین چه همه کنید شما است، نمی هستند های ای پیش مورد",
    "ur": "کے کی میں ہے اور سے کا کو نے اس کہ ہیں پر یہ بھی کر کیا ہو ایک نہیں تھا گیا تو جو ان وہ لیے آپ یا کرنے"
    " تھے کوئی ہی گے گا جا بعد ساتھ",
    "ps": "د په او چې له دا کې ته یې هم سره نه کړي شوي شي دی لپاره هغه یو کوي ده وي پر تر چی کړ خپل تاسو کولی یا",
    "ku-Arab": "و لە بۆ بە کە ئەم لەسەر ئەو یان نییە هەر دەکات ئێوە بوو هەیە لەگەڵ",
    "sd": "جي ۾ ۽ کي آهي جو جا تي سان هن کان ته نه اهو هڪ يا آهن ڪري لاءِ",
    "ug": "ۋە بىلەن بۇ بىر ئۈچۈن دە ئۇ سىز ياكى ھەم كېرەك بولغان",
    "hi": "के में की है और से को का ने पर यह कि इस भी कर एक हैं तो ही था या नहीं लिए अपने जो साथ हो कहा गया वह कुछ उन"
    " थे बाद किया उनके थी दो हुए करने आप सकते यदि रहे तक जा",
    "ne": "र को छ मा हो यो पनि भएको लागि गर्न ले का एक छन् थियो गरेको तपाईं वा भने हुन गर्नुहोस् तपाईंको भन्ने तर यस"
    " हुनुहुन्छ सक्नुहुन्छ छैन गरी तथा देखि सम्म",
    "mr": "आणि आहे या च्या हे ते की एक होते नाही केली आहेत साठी करण्यात पण तुम्ही किंवा आपण असे होता त्यांनी झाली",
    "bn": "এবং এই করে না থেকে যে এ ও করা জন্য একটি তার হয় তিনি সঙ্গে হবে আপনি বা আর কিন্তু পারেন",
    "as": "আৰু এই কৰা নাই পৰা যে এটা তেওঁ হয় আপুনি বা কিন্তু বাবে",
    "am": "ነው እና ላይ ውስጥ ወደ ግን ይህ እንደ ከ ነበር ጋር ወይም ናቸው ሁሉ ያለ አንድ እርስዎ በኋላ ለ ይችላሉ ይህን ሌላ ደግሞ የሚያ መሆኑን"
    " እስከ ምክንያት ሲሆን ጊዜ እንዲሁም አለ እንዲህ",
    "ti": "እዩ ኣብ ካብ ናብ እቲ ከም ድማ ነቲ ዝኾነ ወይ ግን እዮም ምስ ኩሉ ንስኹም ብዛዕባ ክሳብ ሓደ ኣለዎ",
    "he": "של את על לא הוא זה עם כי גם או אבל היה אם היא כל יותר אני מה כך רק אך אין יש בין הם לפי אחרי אל ידי",
    "yi": "די און צו איז פון אין דער א מיט ניט וואָס אויף פאר זיך האט דאָס איר אויב אדער",
}


@lru_cache(256)
def function_words(code: str) -> frozenset[str]:
    """The little words of the language; none where no list is kept."""
    for name in name_variants(code):
        if name in _LISTS:
            return frozenset(_LISTS[name].split())
    return frozenset()


def listed_languages() -> tuple[str, ...]:
    """The codes of the languages with a list."""
    return tuple(_LISTS)
