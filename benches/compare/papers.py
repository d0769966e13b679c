"""Pages in the manner of Norwegian papers, with the articles of data/ in them, for benches/compare/pages.py.

    python benches/compare/papers.py FOLDER

Writes 30 pages and an evaldata.json to FOLDER: ten ways to lay out an article, each with three articles. Around and
between the paragraphs stands what stands there in papers: consent bars, teasers, «les også», advertisements, newsletters,
subscriptions, bylines, comments, lists of what is most read. An annotation names the beginning of the first, a middle and
the last paragraph, and sub-headings, as what belongs to the article, and stretches of the rest as what does not; captions
and fact boxes are counted neither way.
"""
import html
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

COOKIE = ("Vi bryr oss om personvernet ditt. Avisa og våre 214 partnere bruker informasjonskapsler for å gi deg "
          "tilpassede annonser og innhold. Du kan endre samtykket når som helst.")
TEASERS = [
    ("Ordføreren snudde i siste liten: – Jeg tok feil om brua",
     "Etter tre timer i formannskapet ble det flertall for et nytt utredningsarbeid."),
    ("Dette er de ti beste turene i høstferien", "Vi har gått dem alle, og den siste overrasket oss mest."),
    ("Solgte hytta for rekordsum: – Vi hadde ikke trodd det", "Meglerne venter flere slike salg før jul."),
    ("Kjendiskokkens enkle fiskesuppe på tjue minutter", "Hemmeligheten er å steke purren først."),
]
RELATED = "Les også: Fylket vil stanse bussruta, og foreldrene er rasende"
AD = "Annonse: Bestill nye vinduer før jul og få ti prosent avslag på montering"
NEWSLETTER = "Meld deg på vårt nyhetsbrev og få de viktigste sakene rett i innboksen hver morgen."
SUBSCRIBE = "Bli abonnent i dag og les alt i seks uker for bare 29 kroner. Ingen bindingstid."
FOOTER = "Ansvarlig redaktør: Redaksjonen. Vi arbeider etter Vær varsom-plakatens regler for god presseskikk."
MOST_READ = "Mest lest siste døgn"
COMMENT = "Helt enig med artikkelen her, dette burde politikerne ha forstått for lenge siden, skriver en leser."
SHARE = "Del på Facebook"
CAPTION = "Slik så det ut på stedet onsdag formiddag. Foto: Redaksjonen"
FACTS = "Fakta om saken: Tallene er hentet fra kommunens egne oversikter."
TIP = "Har du tips i saken? Send en e-post til redaksjonen, så tar vi kontakt."
COPYRIGHT = "Alt innhold er opphavsrettslig beskyttet. Vi bruker ikke innholdet til trening av språkmodeller."


def p(text, tag="p", attributes=""):
    return f"<{tag}{attributes}>{html.escape(text, quote=False)}</{tag}>"


def teaser(number, wrap="article", classes="teaser"):
    title, lead = TEASERS[number % len(TEASERS)]
    return (f'<{wrap} class="{classes}"><a href="/i/{number}"><img src="/b/{number}.jpg" alt=""><h3>{title}</h3>'
            f"<p>{lead}</p></a></{wrap}>")


def nav(names=("Nyheter", "Sport", "Kultur", "Meninger", "E-avis", "Kundeservice")):
    return "<nav><ul>" + "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in names) + "</ul></nav>"


def head(a, extra=""):
    title = html.escape(a["title"])
    return (f'<!DOCTYPE html><html lang="{a["lang"]}"><head><meta charset="utf-8"><title>{title} – Fjordposten</title>'
            f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Fjordposten">{extra}</head>')


def linked_data(a, **more):
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a["title"],
            "datePublished": a["date"], "publisher": {"@type": "Organization", "name": "Fjordposten"}, **more}
    return f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>'


def blocks(a, heading="h2", paragraph="p", attributes="", between=()):
    """The article's blocks, with what stands between them after the second, fourth … block."""
    between, out = list(between), []
    for number, (kind, text) in enumerate(a["blocks"]):
        out.append(p(text, heading if kind == "heading" else paragraph, attributes))
        if number % 2 and between:
            out.append(between.pop(0))
    return out + between


def body(parts):
    return "<body>" + "".join(parts) + "</body></html>"


def plain(a):
    """An article element, a cookie bar with its class, related articles in an aside, a list of what is most read."""
    most = "<ol>" + "".join(f"<li><a href=/m/{i}>{t}</a></li>" for i, (t, _) in enumerate(TEASERS)) + "</ol>"
    return head(a, linked_data(a)) + body([
        f'<div class="cookie-consent">{p(COOKIE)}<button>Godta alle</button></div>', f"<header>{nav()}</header>",
        f"<main><article><h1>{a['title']}</h1><figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure>",
        *blocks(a), f'</article><aside class="related">{p(RELATED)}{teaser(0)}</aside></main>',
        f"<section><h2>{MOST_READ}</h2>{most}</section><footer>{p(FOOTER)}{p(COPYRIGHT)}</footer>"])


def hashed(a):
    """Class names that say nothing; the consent bar is a dialogue by its role."""
    between = [f'<div class="x9f1"><span>{AD}</span></div>', f'<div class="qq31"><a href="/a/1"><b>{RELATED}</b></a></div>']
    return head(a) + body([
        f'<div role="dialog" aria-label="Samtykke" class="zz0"><div>{p(COOKIE)}</div><button>Ja</button></div>',
        f'<div class="k1">{nav()}</div><div class="k2"><div class="k3"><h1>{a["title"]}</h1>',
        *blocks(a, paragraph="p", attributes=' class="m4x"', between=between), "</div>",
        f'<div class="k4">{teaser(0, "div", "k5")}{teaser(1, "div", "k5")}{teaser(2, "div", "k5")}</div></div>',
        f'<div class="k6"><div>{NEWSLETTER}</div><input type="email"></div><div class="k7">{p(FOOTER)}</div>'])


def in_line(a):
    """«Les også» and teasers stand as paragraphs and cards between the paragraphs."""
    between = [p(RELATED, "p", ' class="les-ogsaa"'), teaser(1, "div", "inline-teaser card"),
               f'<div class="annonse" aria-label="Annonse">{p(AD)}</div>', f'<aside class="faktaboks"><h3>Fakta</h3>{p(FACTS)}</aside>']
    return head(a, linked_data(a)) + body([
        f"<header>{nav()}</header><main><article class='article-body'><h1>{a['title']}</h1>",
        '<div class="byline"><span>Av Kari Nordmann</span><time>Publisert 12.03.2024 kl. 08.15</time></div>',
        f'<ul class="share"><li>{SHARE}</li><li>Kopier lenke</li></ul>',
        *blocks(a, between=between), f'<p class="tips">{TIP}</p></article></main>',
        f'<section class="comments"><h2>Kommentarer</h2>{p(COMMENT)}</section><footer>{p(FOOTER)}</footer>'])


def own_elements(a):
    """A paper built of elements of its own, as web components are."""
    return head(a) + body([
        f"<fp-consent>{p(COOKIE)}<button>OK</button></fp-consent><fp-header>{nav()}</fp-header>",
        f'<fp-article><fp-headline><h1>{a["title"]}</h1></fp-headline><fp-bodytext>', *blocks(a, "h3"),
        f"</fp-bodytext></fp-article><fp-recirculation><h2>Flere saker</h2>{teaser(0, 'fp-teaser')}{teaser(1, 'fp-teaser')}"
        f"{teaser(3, 'fp-teaser')}</fp-recirculation><fp-paywall>{p(SUBSCRIBE)}</fp-paywall><fp-footer>{p(FOOTER)}</fp-footer>"])


def divisions(a):
    """Paragraphs are div elements, headings bold lines; an old publishing system."""
    return head(a) + body([
        f'<div id="cookiebar">{COOKIE}</div><table class="topp"><tr><td>{nav()}</td></tr></table>',
        f'<div id="innhold"><h1>{a["title"]}</h1><div class="ingress">{html.escape(a["blocks"][0][1])}</div><div id="tekst">',
        *[f"<div><strong>{html.escape(t)}</strong></div>" if k == "heading" else f"<div>{html.escape(t)}</div>" for k, t in a["blocks"][1:]],
        f'</div><div class="relaterte">{RELATED}<br>{TEASERS[0][0]}<br>{TEASERS[1][0]}</div></div>',
        f'<div id="hoyre"><div class="boks">{MOST_READ}</div>{teaser(2, "div", "boks")}</div><div id="bunn">{FOOTER}</div>'])


def ticker(a):
    """A live page: each paragraph is a post with its time, the newest first."""
    posts = [f'<li class="post"><time>1{n % 10}:0{n % 6}</time><div class="post__body">{p(t)}</div></li>'
             for n, (k, t) in enumerate(a["blocks"]) if k != "heading"]
    return head(a, linked_data(a)) + body([
        f'<div class="gdpr">{p(COOKIE)}</div>{nav()}<main><h1>{a["title"]}</h1><ol class="live-feed">', *posts,
        f'</ol></main><aside>{teaser(0)}{teaser(1)}</aside><div class="ad-slot">{AD}</div><footer>{p(FOOTER)}</footer>'])


def described(a):
    """The page describes itself whole in JSON-LD, and its body is built by a script but for the first paragraphs."""
    whole = "\n\n".join(text for _, text in a["blocks"])
    return head(a, linked_data(a, articleBody=whole, isAccessibleForFree=False)) + body([
        f"<header>{nav()}</header><article><h1>{a['title']}</h1>", p(a["blocks"][0][1]),
        f'<div class="paywall"><h2>Denne saken er for abonnenter</h2>{p(SUBSCRIBE)}</div></article>',
        f"<div>{teaser(0)}{teaser(1)}{teaser(2)}{teaser(3)}</div><div class='samtykke'>{p(COOKIE)}</div><footer>{p(FOOTER)}</footer>"])


def short_among_many(a):
    """A short notice, and a front page of teasers beneath it."""
    short = dict(a, blocks=a["blocks"][:3])
    return head(a, linked_data(a)) + body([
        f"{nav()}<main><article><header><h1>{a['title']}</h1></header><section>", *blocks(short), "</section></article></main>",
        "<section class='feed'>", *[teaser(n) for n in range(12)], "</section>",
        f'<div class="cmp-banner">{p(COOKIE)}</div><footer>{p(FOOTER)}{p(NEWSLETTER)}</footer>']), short


def sections(a):
    """Sections between headings, a quote set apart, a gallery, and the author's box at the end."""
    out, open_section = [], False
    for kind, text in a["blocks"]:
        if kind == "heading":
            out.append(("</section>" if open_section else "") + f"<section><h2>{html.escape(text)}</h2>")
            open_section = True
        else:
            out.append(p(text))
    gallery = f"<figure class='gallery'><img src=1.jpg><figcaption>{CAPTION}</figcaption></figure>"
    author = f"<div class='author-card'><img src=k.jpg><h4>Kari Nordmann</h4><p>Journalist i Fjordposten siden 2009.</p><p>{TIP}</p></div>"
    return head(a, linked_data(a)) + body([
        f"<header>{nav()}</header><article itemscope itemtype='https://schema.org/NewsArticle'><h1>{a['title']}</h1>{gallery}",
        f"<div itemprop='articleBody'>", *out, "</section>" if open_section else "", f"</div>{author}",
        f"<div class='newsletter-signup'>{p(NEWSLETTER)}</div></article><div class='recommended'>{teaser(0)}{teaser(1)}</div>",
        f"<div id='onetrust-consent-sdk'>{p(COOKIE)}</div><footer>{p(FOOTER)}</footer>"])


def latin(a):
    """Windows-1252 without saying so, font elements, paragraphs parted by line breaks."""
    text = "<br><br>".join(f"<b>{html.escape(t)}</b>" if k == "heading" else html.escape(t) for k, t in a["blocks"])
    page = head(a).replace('<meta charset="utf-8">', "") + body([
        f"<center>{nav()}</center><table width=100%><tr><td class=meny valign=top>{TEASERS[0][0]}<br>{TEASERS[2][0]}</td>",
        f"<td class=hoved><font size=5>{a['title']}</font><br><br><font face=Verdana>{text}</font></td>",
        f"<td class=annonser>{AD}</td></tr></table><hr><small>{FOOTER}</small>"])
    return page.encode("windows-1252", errors="xmlcharrefreplace")


LAYOUTS = [plain, hashed, in_line, own_elements, divisions, ticker, described, short_among_many, sections, latin]
CLUTTER = [COOKIE, RELATED, AD, NEWSLETTER, SUBSCRIBE, FOOTER, COMMENT, TIP, COPYRIGHT, MOST_READ, *(lead for _, lead in TEASERS)]


def article(path, language):
    lines = [line for line in path.read_text(encoding="utf8").split("\n\n") if line.strip()]
    title, *rest = (" ".join(line.split()) for line in lines)
    blocks = [("heading" if len(t) < 60 and t[-1] not in ".!?»:" else "paragraph", t) for t in rest]
    return {"title": title, "blocks": blocks, "lang": language, "date": "2024-03-12T08:15:00+01:00"}


def articles(count):
    """The first articles of the samples and the starter corpus that have a title and at least six paragraphs."""
    paths = [*sorted((ROOT / "data/samples").rglob("*.txt")), *sorted((ROOT / "data/corpus").rglob("*.txt"))]
    found = (article(path, "nn" if "nn" in path.stem else "nb") for path in paths)
    whole = (a for a in found if len(a["blocks"]) >= 6 and len(a["title"]) < 100 and a["blocks"][0][0] == "paragraph")
    return [next(whole) for _ in range(count)]


def passages(a, live):
    """What must be found: the beginnings of the first, a middle and the last paragraph, and a heading."""
    paragraphs = [text for kind, text in a["blocks"] if kind == "paragraph"]
    headings = [text for kind, text in a["blocks"] if kind == "heading"][: 0 if live else 1]
    chosen = [paragraphs[0], paragraphs[len(paragraphs) // 2], paragraphs[-1]]
    return list(dict.fromkeys([*(text[:60].strip() for text in chosen), chosen[-1][-40:].strip(), *headings]))


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    annotations = {}
    for number, a in enumerate(articles(3 * len(LAYOUTS))):
        layout = LAYOUTS[number % len(LAYOUTS)]
        page = layout(a)
        page, a = page if isinstance(page, tuple) else (page, a)
        page = page if isinstance(page, bytes) else page.encode("utf8")
        name = f"{layout.__name__}-{number // len(LAYOUTS)}.html"
        (folder / name).write_bytes(page)
        shown = page.decode("windows-1252" if layout is latin else "utf8")
        without = [text[:50] for text in CLUTTER if html.escape(text, quote=False)[:50] in shown][:6]
        annotations[f"https://avisa.example/{name}"] = {
            "file": name, "with": passages(a, layout is ticker), "without": without}
    (folder / "evaldata.json").write_text(json.dumps(annotations, ensure_ascii=False, indent=1), encoding="utf8")


if __name__ == "__main__":
    main()
