// Same as src/waypost/search/fold.py. fold(t) = key; fold(t, 1) = surface (marks kept).
const W={},shift=(c,n)=>String.fromCodePoint(c.codePointAt()+n);
'dđðɗɖ eɛəǝ iıɨ oøɔ nŋɲ lł hħ tŧ bɓ kƙ yƴ vʋ gɣ uʉ σς гґғ кқ нң оө уүұ хҳһ чҷ аә اٱ يىیېۍێ كک گګ هةہۃەھ وۆ כך מם נן פף צץ ंँ'.split(' ').map(g=>[...g].map(c=>W[c]=g[0]));
'ßssæaeœoeþthװווױויײיי'.replace(/(.)(..)/g,(_,a,b)=>W[a]=b);
'ァ86ぁሐ8ሀኀ8ሀኸ7ሀሠ8ሰዐ7አፀ7ጸ'.replace(/(.)(\d+)(.)/g,(_,a,n,b)=>{for(;n--;)W[shift(a,n)]=shift(b,n)});
const fold=(t,k)=>{
t=t.replace(/´/g,"'").replace(/\u200b/g,' ').normalize('NFKC').toLowerCase().replace(/['`·ʹ-ʿˈ-ˋ՚-՞׳״ـ‘’‛‧′Ꞌꞌ]|\p{DI}/gu,'').replace(/i\u0307+/g,'i').replace(/(?!\d)\p{Nd}/gu,d=>{let v=0;while(/\p{Nd}/u.test(shift(d,-++v)));return~-v%10});
if(!k)t=t.normalize('NFKD').replace(/[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0730-\u074a\u20d0-\u20ff़়਼઼଼಼]/g,'').replace(/[^\0-\x7f]/g,c=>W[c]||c).replace(/[ङञणनम]्(?=[क-घच-झट-ढत-धप-भ])/g,'ं');
return t.normalize('NFC').replace(/([א-ת])"(?=[א-ת])/g,'$1')
};
