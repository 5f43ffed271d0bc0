import type {Explaining} from './formulas.js';
import {kpisFi} from './fi.js';

export const finnish: Explaining = {
  names: kpisFi,
  formulas: {
    'total-sales': {
      amount: 'voitettujen kauppojen summa sulkemispäivän mukaan',
      count: 'voitettujen kauppojen määrä sulkemispäivän mukaan',
      'as-booked': 'kauppojen summa joka kerta, kun ne voitettiin, vähennettynä uudelleen avatuilla, näiden päivien mukaan'
    },
    'sales-per-rep': {
      amount: 'myyjille luettu voitettujen kauppojen summa ÷ jaksolla aktiiviset myyjät',
      count: 'voitetut kaupat ÷ jaksolla aktiiviset myyjät',
      'as-booked': 'joka voitosta kirjattu summa vähennettynä uudelleen avatuilla, myyjille luettuna ÷ jaksolla aktiiviset myyjät'
    },
    revenue: {
      net: 'valmiiden tilausten summa, hyvitykset vähennetty omana päivänään',
      gross: 'valmiiden tilausten summa ilman hyvityksiä',
      'refund-by-order-date': 'valmiiden tilausten summa, kukin hyvitys vähennetty tilauksensa päivänä',
      'by-invoice-date': 'valmiiden tilausten summa miinus hyvitykset, laskun päivän mukaan',
      'by-payment-date': 'valmiiden tilausten summa miinus hyvitykset, maksupäivän mukaan'
    },
    'revenue-per-rep': {
      net: 'myyjille luettu valmiiden tilausten summa miinus hyvitykset ÷ jaksolla aktiiviset myyjät',
      gross: 'myyjille luettu valmiiden tilausten summa ÷ jaksolla aktiiviset myyjät',
      'refund-by-order-date': 'kuten oletus, kukin hyvitys vähennetty tilauksensa päivänä',
      'by-invoice-date': 'kuten oletus, laskun päivän mukaan',
      'by-payment-date': 'kuten oletus, maksupäivän mukaan'
    },
    'average-purchase-value': {
      orders: 'valmiiden tilausten summa ÷ tilausten määrä, ennen myöhempiä hyvityksiä',
      'net-of-refunds': '(valmiiden tilausten summa − hyvitykset) ÷ tilausten määrä',
      deals: 'voitettujen kauppojen summa ÷ voitettujen kauppojen määrä'
    },
    'win-rate': {
      closed: 'voitetut kaupat ÷ (voitetut + hävityt kaupat), sulkemispäivän mukaan',
      'created-cohort': 'tähän mennessä voitetut kaupat ÷ jaksolla luodut kaupat',
      'by-amount': 'voitettu summa ÷ (voitettu + hävitty summa), sulkemispäivän mukaan'
    },
    'sales-cycle-length': {
      median: 'jaksolla voitettujen kauppojen päivien mediaani luomisesta sulkemiseen',
      mean: 'päivien summa luomisesta sulkemiseen ÷ jaksolla voitetut kaupat',
      km: 'jaksolla luotujen kauppojen päivien mediaani voittoon, avoimet ja hävityt odottavina (Kaplan-Meier)'
    },
    'new-leads': {created: 'jaksolla luodut liidit'},
    'lead-conversion-rate': {
      cohort: 'jaksolla luodut liidit, joista on tullut asiakkaita ÷ jaksolla luodut liidit',
      period: 'liidit, joista tuli jaksolla asiakkaita ÷ jaksolla luodut liidit (sekoittaa kohortteja, voi ylittää 100 %)',
      'qualified-only': 'kuten oletus, ilman hylättyjä liidejä'
    },
    'lead-response-time': {
      'km-median': 'mediaaniaika luomisesta ensimmäiseen vastaukseen, vastaamattomat liidit odottavina (Kaplan-Meier)',
      'median-responded': 'vastattujen liidien mediaaniaika ensimmäiseen vastaukseen',
      'mean-responded': 'ensimmäiseen vastaukseen kuluneiden aikojen summa ÷ vastatut liidit',
      'within-sla': 'määräajassa vastatut liidit ÷ (vastatut liidit + niin kauan vastaamatta olleet)'
    },
    'customer-acquisition-cost': {
      default: 'myynnin ja markkinoinnin kustannus ÷ uudet asiakkaat',
      fullyLoaded: 'myynnin, markkinoinnin ja yleiskulujen kustannus ÷ uudet asiakkaat'
    },
    'sales-activities': {done: 'tehdyt toimenpiteet ilman automaattisia', 'including-automated': 'tehdyt toimenpiteet, myös automaattiset'},
    'customer-lifetime-value': {
      simple: 'keskiosto × ostot asiakasta ja vuotta kohti × vuodet, jotka asiakas pysyy',
      subscription: 'kuukausitulo maksavaa asiakasta kohti ÷ kuukausittainen asiakaspoistuma kuudelta kuukaudelta',
      margin: 'keskiosto × ostot asiakasta ja vuotta kohti × vuodet, jotka asiakas pysyy × myyntikate',
      historic: 'jaksolla aloittaneiden asiakkaiden tulot tähän mennessä ÷ nämä asiakkaat'
    },
    'customer-retention-rate': {
      cohort: 'alussa olleet asiakkaat, jotka ovat yhä mukana ÷ asiakkaat alussa',
      headcount: '(asiakkaat lopussa − uudet asiakkaat) ÷ asiakkaat alussa'
    },
    'customer-churn-rate': {
      cohort: 'alussa olleet asiakkaat, jotka ovat poistuneet ÷ asiakkaat alussa',
      net: '(asiakkaat alussa − asiakkaat lopussa) ÷ asiakkaat alussa',
      'incl-new': 'kaikki poistuneet ÷ (asiakkaat alussa + uudet asiakkaat)',
      'rolling-30d': 'kolmekymmentä päivää ennen loppua olleet asiakkaat, jotka ovat lopussa poissa ÷ nämä asiakkaat',
      'sum-of-daily': 'päivien summa: päivän aikana menetetyt asiakkaat ÷ asiakkaat sen alussa'
    },
    'upsell-rate': {
      customers: 'alussa olleet asiakkaat, joilla on jaksolla voitettu lisämyynti ÷ asiakkaat alussa',
      offers: 'voitetut lisämyynnit ÷ jaksolla luodut lisämyynnit',
      revenue: 'voitettujen lisämyyntien summa ÷ kaikkien voitettujen kauppojen summa'
    },
    'cross-sell-rate': {
      customers: 'alussa olleet asiakkaat, joilla on jaksolla voitettu ristiinmyynti ÷ asiakkaat alussa',
      offers: 'voitetut ristiinmyynnit ÷ jaksolla luodut ristiinmyynnit',
      revenue: 'voitettujen ristiinmyyntien summa ÷ kaikkien voitettujen kauppojen summa'
    },
    'expansion-rate': {
      customers: 'alussa olleet asiakkaat, joilla on jaksolla voitettu lisä- tai ristiinmyynti, kukin kerran ÷ asiakkaat alussa',
      offers: 'voitetut lisä- ja ristiinmyynnit ÷ jaksolla luodut',
      revenue: 'voitettujen lisä- ja ristiinmyyntien summa ÷ kaikkien voitettujen kauppojen summa'
    },
    mrr: {default: 'lopussa voimassa olevien tilausten kuukausisumma'},
    arr: {'run-rate': 'lopussa voimassa olevien tilausten kuukausisumma × 12', contracted: 'sama, vain vähintään vuoden sopimukset'},
    'net-revenue-retention': {default: '(MRR alussa + laajennus − supistus − poistuma) ÷ MRR alussa'},
    'gross-revenue-retention': {default: '(MRR alussa − supistus − poistuma) ÷ MRR alussa'},
    'gross-mrr-churn-rate': {default: '(poistunut MRR + supistus) ÷ MRR alussa'},
    'net-mrr-churn-rate': {
      default: '(poistunut MRR + supistus − laajennus) ÷ MRR alussa',
      chartmogul: '(poistunut MRR + supistus − laajennus − palanneet) ÷ MRR alussa'
    },
    'employee-satisfaction': {
      enps: '100 × (vastaukset 9–10 − vastaukset 0–6) ÷ kaikki vastaukset',
      csat: 'vastaukset 4–5 / 5 ÷ kaikki vastaukset',
      mean: 'arvosanojen summa ÷ vastaukset'
    }
  },
  smart: {
    specific: ['kertoo, mitä mitataan ja kuka on vastuussa', 'kukaan ei ole vastuussa'],
    measurable: ['kertoo lähtökohtansa', 'ei kerro lähtökohtaansa'],
    achievable: [
      'ei vaadi enempää kuin on saavutettu yhtä pitkällä aiemmalla jaksolla',
      'vaatii enemmän kuin koskaan on saavutettu yhtä pitkällä jaksolla',
      'ei aiempaa jaksoa vertailuksi'
    ],
    relevant: ['kertoo, miksi se on asetettu', 'ei kerro, miksi se on asetettu'],
    'time-bound': ['kertoo, mihin mennessä', 'ei kerro, mihin mennessä']
  },
  words: {
    explain: 'Miten tämä lasketaan?',
    funnel: {
      reached: 'jaksolla luodut kaupat pisimmän saavuttamansa vaiheen mukaan; vaiheen ohittanut lasketaan kaikkiin sitä edeltäviin',
      touched: 'jaksolla luodut kaupat, jotka tulivat vaiheeseen',
      strict: 'jaksolla luodut kaupat, jotka tulivat vaiheeseen ja kaikkiin sitä edeltäviin',
      snapshot: 'raporttipäivänä vaiheessa avoinna olevat kaupat, milloin tahansa luodut',
      throughput: 'jaksolla vaiheeseen tulleet kaupat, milloin tahansa luodut: ei kohorttia, siis ei konversiota'
    },
    medians: 'päivien mediaani vaiheessa: yhä siellä olevat lasketaan pidemmiksi',
    formula: 'Kaava',
    parts: 'Osat',
    terms: {
      opening: 'alussa',
      closing: 'lopussa',
      new: 'uudet',
      expansion: 'laajennus',
      contraction: 'supistus',
      churn: 'menetetty',
      reactivation: 'palanneet',
      fx: 'valuuttakurssit',
      retained: 'alussa olleista yhä mukana',
      bought: 'ostaneista',
      ended: 'poistui jaksolla',
      joined: 'tuli jaksolla',
      averageTransaction: 'keskiosto',
      transactionsPerCustomerPerYear: 'ostot asiakasta ja vuotta kohti',
      retentionYears: 'vuodet, jotka asiakas pysyy',
      revenuePerCustomerAndMonth: 'tulo asiakasta ja kuukautta kohti',
      monthlyChurn: 'menetetyt asiakkaat kuukaudessa',
      open: 'ei vielä ratkennut'
    },
    comparedWith: 'Vertailukohta',
    likeForLike: 'saman jakson samaan kohtaan asti',
    leftOut: 'Jätetty pois',
    nothing: 'ei mitään',
    otherWays: 'Muut tavat',
    target: 'Tavoite',
    owner: 'Vastuussa',
    reporting: 'Raportointi',
    source: 'Lähde',
    rows: 'Luetut rivit',
    read: (time) => `luettu ${time}`,
    asOf: 'Tilanne',
    latest: 'Viimeisin päivä',
    close: 'Sulje',
    records: 'Näytä tietueet',
    recordsBehind: 'Luvun takana olevat tietueet',
    fields: {
      id: 'Tunnus',
      name: 'Nimi',
      owner: 'Omistaja',
      amount: 'Summa',
      currency: 'Valuutta',
      date: 'Päivä',
      stage: 'Vaihe',
      status: 'Tila'
    },
    page: (first, last, all) => `${first}–${last} / ${all}`,
    back: 'Edellinen',
    on: 'Seuraava',
    download: (kind) => `Lataa ${kind}`,
    copy: 'Kopioi kuva',
    copied: 'Kuva on leikepöydällä.',
    notCopied: 'Selain ei anna sivun kopioida kuvia. Lataa kuva sen sijaan.',
    failed: 'Se ei onnistunut tässä selaimessa.'
  }
};
