//! Abbreviations, without the last period, by what may follow them.

/// Abbreviations that something always follows: a title its name, «kl.» its hour, «f.eks.» its example.
pub const BOUND: &str = "a.k.a abs adj adm adv ang anm ann arkivsaksnr assist ass bl bl.a bla bnr ca cand chr d.v.s dep.dir disp div \
    dok.nr drs dr dr.ing dr.juris dr.med dr.philos dr.psychol dvs e.g eks eksp eksl ekskl em ev evt f.eks f.o.m feb febr fid fig fmr fnr fom \
    forf forts fr frk fung fv gatenr gjsn gj.sn gnr h.k.h h.m hft hhv hr i.e iflg iht ikr ill inkl innst innst.o innst.s jf jfr jmf jnr johs \
    joh jur juris kap kapt kgl kgl.res kl kmd knr kol kontr kpt l.a lic m.a m.a.o m.h.t m/ma maks mht mill.kr mr mrs ms n.b nr nto o.a.nr ofl \
    okt ons oppl oppr ot.prp ot.prp.nr overf overs p.g.a p.t pag pga philos pkt pr prof prp psychol pålyd resp rskr rt rv s.k saksnr sept \
    serg sgt siv siv.ing sivilark sjt skuesp sp.mål spm sst st st.meld st.meld.nr st.prp st.prp.nr stip stk.nr str t.d t.eks t.o.m tel \
    tlf tlf.nr u.a u.st undert univ utg v vedk vedr viseadm vs varamedl øv årg wm w th aa ø.h h.h d.d.e storgt akersgt kirkegt torggt strandgt skippergt kongensgt";

/// Abbreviations that stand inside and at the end of sentences.
pub const EITHER: &str = "apr art aug avd bd bros byr co co. cm corp d d.d d.y def dep des dir doc dok f f.n fl flg fre g gen gr inc innb jan jr jul \
    jun kand kg km kom.nr konf konst kv.m kvm l lb lok lt ltd m mar mb mdr mill ml mm mnd mrd mt mva n n.k n.y nov off ordf p p.m pb \
    pct pk pst prop prs ref reg s sek sekr sek. sen. sep sign spes sr stk stud t t.h t.v temp tidl tim u ult undertegn v.g vgs vg vit vol \
    vrd a.m a.s h øk ø ekv moh m.o.h o.h c";

/// Abbreviations that close an enumeration or a sum.
pub const CLOSING: &str = "etc et.al al osv o.s.v o.fl o.a m.m m.fl m.v mfl mv f.kr e.kr f.kr.f e.kr.f p.p pp o.dl o.likn o.lign ol o.l e.l e.a \
    i.l kr ff m.m. m.v.";
