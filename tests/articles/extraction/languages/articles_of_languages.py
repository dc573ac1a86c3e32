"""A made-up report in each of many languages: the same news, its marked words, the countries that it names."""

REPORTS = {
    "ar": (
        "قال رئيس البلدية يوم الاثنين إن الأعمال ستنتهي في الخريف. «لن نتوقف حتى النهاية» قال للصحفيين. ووصل "
        "وفد من ألمانيا وفرنسا أمس.",
        "لن نتوقف حتى النهاية",
    ),
    "cs": (
        "Starosta v pondělí řekl, že práce skončí na podzim. „Nezastavíme se až do konce,“ dodal. Delegace z "
        "Německa a Francie přijela včera.",
        "Nezastavíme se až do konce,",
    ),
    "da": (
        "Borgmesteren sagde mandag, at arbejdet bliver færdigt til efteråret. »Vi stopper ikke, før det er "
        "færdigt«, sagde han. En delegation fra Tyskland og Frankrig kom i går.",
        "Vi stopper ikke, før det er færdigt",
    ),
    "de": (
        "Im Rathaus von Lindau sagte die Bürgermeisterin Karin Vogt am Montag, dass die Arbeiten im Herbst "
        "enden. „Wir hören nicht vorher auf“, sagte Vogt. Eine Delegation aus Deutschland und Frankreich kam "
        "gestern.",
        "Wir hören nicht vorher auf",
    ),
    "el": (
        "Ο δήμαρχος είπε τη Δευτέρα ότι τα έργα θα τελειώσουν το φθινόπωρο. «Δεν θα σταματήσουμε μέχρι το "
        "τέλος», είπε. Αντιπροσωπεία από τη Γερμανία και τη Γαλλία έφτασε χθες.",
        "Δεν θα σταματήσουμε μέχρι το τέλος",
    ),
    "es": (
        "El alcalde Pablo Ruiz aseguró este lunes que las obras terminarán en otoño. «No vamos a parar hasta "
        "que acaben», dijo Ruiz. Una delegación de Alemania y de Francia visitó la ciudad.",
        "No vamos a parar hasta que acaben",
    ),
    "fa": (
        "شهردار روز دوشنبه گفت که کارها در پاییز تمام می‌شود. «ما تا پایان کار می‌کنیم» او گفت. هیئتی از "
        "آلمان و فرانسه دیروز به این شهر آمد.",
        "ما تا پایان کار می‌کنیم",
    ),
    "fi": (
        "Pormestari sanoi maanantaina, että työt valmistuvat syksyllä. ”Emme lopeta ennen kuin se on "
        "valmis”, hän sanoi. Valtuuskunta Saksasta ja Ranskasta saapui eilen.",
        "Emme lopeta ennen kuin se on valmis",
    ),
    "fr": (
        "Le maire Paul Girard a déclaré mardi que les travaux finiraient avant l'été. « Nous irons jusqu'au "
        "bout », a-t-il assuré devant la presse. Une délégation d'Allemagne et de France est arrivée hier.",
        "Nous irons jusqu'au bout",
    ),
    "he": (
        "ראש העיר אמר ביום שני כי העבודות יסתיימו בסתיו. ״לא נעצור עד הסוף״, אמר לעיתונאים. משלחת מגרמניה "
        "ומצרפת הגיעה אתמול.",
        "לא נעצור עד הסוף",
    ),
    "hi": (
        "महापौर ने सोमवार को कहा कि काम शरद ऋतु में पूरा हो जाएगा। “हम अंत तक नहीं रुकेंगे” उन्होंने कहा। "
        "जर्मनी और फ़्रांस का प्रतिनिधिमंडल कल पहुँचा।",
        "हम अंत तक नहीं रुकेंगे",
    ),
    "hu": (
        "A polgármester hétfőn azt mondta, hogy a munkák ősszel fejeződnek be. „Nem állunk meg a végéig” – "
        "tette hozzá. Németországból és Franciaországból küldöttség érkezett.",
        "Nem állunk meg a végéig",
    ),
    "id": (
        "Wali kota mengatakan pada hari Senin bahwa pekerjaan akan selesai pada musim gugur. “Kami tidak "
        "akan berhenti sampai selesai,” katanya. Delegasi dari Jerman dan Prancis tiba kemarin.",
        "Kami tidak akan berhenti sampai selesai,",
    ),
    "it": (
        "Il sindaco Paolo Neri ha detto che i lavori finiranno in autunno. «Non ci fermeremo fino alla "
        "fine», ha aggiunto davanti ai giornalisti. Una delegazione della Germania e della Francia è "
        "arrivata ieri.",
        "Non ci fermeremo fino alla fine",
    ),
    "ja": (
        "市長は月曜日、工事は秋に終わると述べた。「最後まで止まらずに進めます」と記者団に語った。ドイツとフランスの代表団が昨日到着した。",
        "最後まで止まらずに進めます",
    ),
    "ko": (
        "시장은 월요일 공사가 가을에 끝날 것이라고 말했다. “우리는 끝까지 멈추지 않겠다”고 그는 밝혔다."
        " 독일과 프랑스의 대표단이 어제 도착했다.",
        "우리는 끝까지 멈추지 않겠다",
    ),
    "nl": (
        "Burgemeester Piet Smit zei maandag dat het werk in de herfst klaar is. ‘We stoppen niet tot het af "
        "is’, zei hij. Een delegatie uit Duitsland en Frankrijk kwam gisteren aan.",
        "We stoppen niet tot het af is",
    ),
    "no": (
        "Ordføreren sa mandag at arbeidet blir ferdig til høsten, og at hun ikke vil vente lenger. «Vi "
        "stopper ikke før det er ferdig», sa hun. En delegasjon fra Tyskland og Frankrike kom i går.",
        "Vi stopper ikke før det er ferdig",
    ),
    "pl": (
        "Burmistrz powiedział w poniedziałek, że prace zakończą się jesienią. „Nie zatrzymamy się do końca”, "
        "dodał. Delegacja z Niemiec i Francji przybyła wczoraj.",
        "Nie zatrzymamy się do końca",
    ),
    "pt": (
        "O prefeito João Lima afirmou que as obras terminam no outono. “Não vamos parar até ao fim”, disse "
        "aos jornalistas. Uma delegação da Alemanha e da França chegou ontem ao país.",
        "Não vamos parar até ao fim",
    ),
    "ro": (
        "Primarul a declarat luni că lucrările se vor încheia în toamnă. „Nu ne vom opri până la capăt”, a "
        "adăugat el. O delegație din Germania și Franța a sosit ieri.",
        "Nu ne vom opri până la capăt",
    ),
    "ru": (
        "Мэр города Иван Петров заявил, что работы закончатся осенью. «Мы не остановимся, пока не закончим», "
        "— сказал он. Делегация из Германии и Франции прибыла вчера.",
        "Мы не остановимся, пока не закончим",
    ),
    "sv": (
        "Borgmästaren sade på måndagen att arbetet blir klart i höst. ”Vi slutar inte förrän det är "
        "färdigt”, sade han. En delegation från Tyskland och Frankrike kom i går.",
        "Vi slutar inte förrän det är färdigt",
    ),
    "tr": (
        "Belediye başkanı pazartesi günü çalışmaların sonbaharda biteceğini söyledi. “Sonuna kadar "
        "durmayacağız hepimiz” dedi. Almanya'dan ve Fransa'dan bir heyet dün geldi.",
        "Sonuna kadar durmayacağız hepimiz",
    ),
    "uk": (
        "Мер міста заявив, що роботи закінчаться восени. «Ми не зупинимося, поки не закінчимо», — сказав "
        "він. Делегація з Німеччини та Франції прибула вчора.",
        "Ми не зупинимося, поки не закінчимо",
    ),
    "zh": (
        "市长星期一表示，工程将于秋天结束。“我们会一直坚持到最后”，他对记者说。德国和法国代表团昨天抵达。",
        "我们会一直坚持到最后",
    ),
}
COUNTRIES = ["DE", "FR"]
