//! Norwegian abbreviations, and what a capital after their period means.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How an abbreviation and the word after it belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// Something always follows: a title its name, «kl.» its hour, «f.eks.» its example.
    Bound,
    /// Stands inside and at the end of sentences: only a word that opens sentences tells that a new one begins.
    Either,
    /// Closes an enumeration or a sum: a capital begins a new sentence.
    Closing,
}

const BOUND: &str = "a.k.a abs adj adm adv ang anm ann arkivsaksnr assist ass bl bl.a bla bnr ca cand chr d.v.s dep.dir disp div \
    dok.nr drs dr dr.ing dr.juris dr.med dr.philos dr.psychol dvs e.g eks eksp eksl ekskl em ev evt f.eks f.o.m feb febr fid fig fmr fnr fom \
    forf forts fr frk fung fv gatenr gjsn gj.sn gnr h.k.h h.m hft hhv hr i.e iflg iht ikr ill inkl innst innst.o innst.s jf jfr jmf jnr johs \
    joh jur juris kap kapt kgl kgl.res kl kmd knr kol kontr kpt l.a lic m.a m.a.o m.h.t m/ma maks mht mill.kr mr mrs ms n.b nr nto o.a.nr ofl \
    okt ons oppl oppr ot.prp ot.prp.nr overf overs p.g.a p.t pag pga philos pkt pr prof prp psychol pålyd resp rskr rt rv s.k saksnr sept \
    serg sgt siv siv.ing sivilark sjt skuesp sp.mål spm sst st st.meld st.meld.nr st.prp st.prp.nr stip stk.nr str t.d t.eks t.o.m tel \
    tlf tlf.nr u.a u.st undert univ utg v vedk vedr viseadm vs varamedl øv årg wm w th aa ø.h h.h d.d.e storgt akersgt kirkegt torggt strandgt skippergt kongensgt";

const EITHER: &str = "apr art aug avd bd byr co co. cm corp d d.d d.y def dep des dir doc dok f f.n fl flg fre g gen gr inc innb jan jr jul \
    jun kand kg km kom.nr konf konst krf kv.m kvm l lb lok lt ltd m mar mb mdr mill ml mm mnd mrd mt mva n n.k n.y nov off ordf p p.m pb \
    pct pk pst prop prs ref reg s sek sekr sek. sen. sep sign spes sr stk stud t t.h t.v temp tidl tim u ult undertegn v.g vgs vg vit vol \
    vrd a.m a.s h øk ø ekv moh m.o.h o.h c";

const CLOSING: &str = "etc et.al al osv o.s.v o.fl o.a m.m m.fl m.v mfl mv f.kr e.kr f.kr.f e.kr.f p.p pp o.dl o.likn o.lign ol o.l e.l e.a \
    i.l kr ff m.m. m.v.";

static TABLE: LazyLock<FxHashMap<&'static str, Follow>> = LazyLock::new(|| {
    [
        (EITHER, Follow::Either),
        (CLOSING, Follow::Closing),
        (BOUND, Follow::Bound),
    ]
    .into_iter()
    .flat_map(|(words, follow)| words.split_whitespace().map(move |w| (w, follow)))
    .collect()
});

/// Bytes of the longest abbreviation that is looked up.
const LONGEST: usize = 12;

/// What `word`, the stretch before a period, is as an abbreviation; `None` for a common word.
pub(super) fn abbreviation(word: &str) -> Option<Follow> {
    if word.is_empty() || word.len() > LONGEST || is_acronym(word) {
        return None;
    }
    let mut lower = [0u8; 2 * LONGEST];
    let mut len = 0;
    for c in word.chars() {
        if c.is_ascii() {
            lower[len] = c.to_ascii_lowercase() as u8;
            len += 1;
        } else {
            for small in c.to_lowercase() {
                len += small.encode_utf8(&mut lower[len..]).len();
            }
        }
    }
    let lower = std::str::from_utf8(&lower[..len]).ok()?;
    TABLE
        .get(lower)
        .copied()
        .or_else(|| is_dotted(lower).then_some(Follow::Either))
}

/// Whether `word` is a name in capitals, such as «TV» or «SV», and no abbreviation.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether `word` is made of short parts with points between them: «t.o.m», «d.d».
fn is_dotted(word: &str) -> bool {
    let is_short =
        |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(is_short) && !is_address(word)
}

/// Whether the last part is the domain of a web address: «vg.no».
fn is_address(word: &str) -> bool {
    matches!(
        word.rsplit('.').next(),
        Some("no" | "com" | "net" | "org" | "se" | "dk" | "fi" | "tv")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words_whatever_their_case() {
        assert_eq!(abbreviation("Adm"), Some(Follow::Bound));
        assert_eq!(abbreviation("F.eks"), Some(Follow::Bound));
        assert_eq!(abbreviation("osv"), Some(Follow::Closing));
        assert_eq!(abbreviation("Storgt"), Some(Follow::Bound));
        assert_eq!(abbreviation("t.o.m"), Some(Follow::Bound));
        assert_eq!(abbreviation("å.h.s"), Some(Follow::Either));
        for word in ["skulen", "stengt", "TV", "vg.no", "", "regjeringsmøtet"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
