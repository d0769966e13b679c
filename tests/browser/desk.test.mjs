// The desk in a real browser, from a first pasted article to a model in use.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browse, faults, isWider, open, serve, shoot } from "./support.mjs";

const ROCKET =
  "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for Nord-Korea, melder Sør-Koreas hær.\n\n" +
  "Sikkerhetsrådet i FN samles i kveld. Det er den fjerde oppskytningen på to måneder, og Japan har bedt om møtet.";

let browser, keeping, empty;

before(async () => {
  browser = await browse();
  keeping = await serve(["data/samples", "data/corpus/2024", "data/corpus/2023"]);
  empty = await serve([]);
  await ready();
});

after(async () => {
  await browser?.close();
  await Promise.all([keeping?.end(), empty?.end()]);
});

// What a model says of articles that were read in comes soon after the start.
async function ready() {
  for (let tries = 0; tries < 300; tries++) {
    const counted = await (await fetch(`${keeping.address}/api/v1/timeline`)).json();
    const review = await (await fetch(`${keeping.address}/review`)).text();
    if (counted.some((bar) => bar.topic === "syria") && review.includes('class="queue"')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the articles were not read");
}

// A test in a window of its own, without an error in its console.
function look(name, options, act) {
  test(name, async () => {
    const { page, errors, close } = await open(browser, options);
    await act(page);
    await close();
    assert.deepEqual(errors, []);
  });
}

const pages = [
  ["paste", "/"],
  ["today", "/today"],
  ["article", "/articles/azovstal-bakgrunn"],
  ["review", "/review"],
  ["disagreement", "/review/disagreement"],
  ["learn", "/learn"],
  ["topics", "/topics"],
  ["topic", "/topics/edit?topic=syria"],
  ["models", "/models"],
  ["search", "/search?q=skole"],
  ["print", "/today/print"],
];

for (const [name, path] of pages) {
  for (const colorScheme of ["light", "dark"]) {
    look(`${name} has no fault that axe finds (${colorScheme})`, { colorScheme }, async (page) => {
      await page.goto(keeping.address + path);
      await shoot(page, `${name}-${colorScheme}`);
      assert.deepEqual(await faults(page), []);
    });
  }
  look(`${name} fits into 360 pixels`, { viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(keeping.address + path);
    await shoot(page, `${name}-360`);
    assert.equal(await isWider(page), false);
  });
}

look("an article is pasted and explained", {}, async (page) => {
  await page.goto(empty.address);
  await page.fill("#title", "Rakett over havet");
  await page.fill("#text", ROCKET);
  await page.click("button[type=submit]");
  assert.match(await page.textContent(".tags"), /Nord-Korea/);
  assert.match(await page.getAttribute("mark.t1", "title"), /Nord-Korea \+\d/);
  const running = await page.textContent(".running");
  assert.equal(running, ROCKET);
  const first = page.locator(".digest a").first();
  await first.hover();
  assert.match(await page.getAttribute("#s1", "class"), /lit/);
  assert.ok((await page.textContent("#s1")).startsWith((await first.textContent()).slice(0, 20)));
  await shoot(page, "explained");
});

// Files on the page as a hand drops them.
function drop(page, target, files) {
  return page.evaluate(
    ([target, files]) => {
      const data = new DataTransfer();
      for (const [name, text] of files) data.items.add(new File([text], name));
      const place = document.querySelector(target);
      for (const type of ["dragover", "drop"]) {
        place.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    [target, files],
  );
}

look("files are dropped anywhere on the page, and a text is read beside them", {}, async (page) => {
  await page.goto(empty.address);
  await page.fill("#text", ROCKET);
  await drop(page, "footer", [
    ["sak.txt", "Ferja mellom Moss og Horten står etter ein motorbrann i natt."],
    ["saker.jsonl", '{"id": "a", "text": "Skulane i Lom held stengt i dag etter snøfallet."}\n'],
  ]);
  assert.equal(await page.evaluate(() => document.activeElement.type), "submit");
  await page.keyboard.press("Enter");
  await page.waitForSelector("article.card");
  assert.equal(await page.locator("article.card").count(), 3);
  assert.match(await page.textContent("h1"), /3 saker/);
});

look("an article without a topic is told why", {}, async (page) => {
  await page.goto(empty.address);
  await page.fill("#text", "Tre ord bare.");
  await page.click("button[type=submit]");
  assert.match(await page.textContent(".none"), /for kort/);
});

look("everything is read and sent without script", { javaScriptEnabled: false }, async (page) => {
  await page.goto(keeping.address);
  await page.fill("#text", ROCKET);
  await page.click("button[type=submit]");
  await page.waitForURL(/articles/);
  assert.match(await page.textContent(".tags"), /Nord-Korea/);
  await page.locator(".digest a").first().hover();
  const lit = await page.locator("#s1").evaluate((part) => getComputedStyle(part).backgroundColor);
  assert.notEqual(lit, "rgba(0, 0, 0, 0)");
  await page.click("details.delete summary");
  await page.click("details.delete button");
  await page.waitForURL(/today/);
});

look("the first page is used by keyboard alone", {}, async (page) => {
  await page.goto(empty.address);
  // The text has the focus; the page begins with a way past the menu.
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  await page.keyboard.type("Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".tags, .none");
  assert.match(await page.textContent(".said-of"), /nynorsk/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
});

look("a browser gets its language, and keeps another one", { locale: "nn-NO" }, async (page) => {
  await page.goto(empty.address);
  assert.match(await page.textContent("h1"), /Kva handlar/);
  await page.click("footer >> text=English");
  await page.goto(`${empty.address}/search`);
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

look("what is dropped into the inbox is found in the other written form", {}, async (page) => {
  const text = "Skulane i Lom held stengt i dag etter snøfallet. Elevane får fri, seier rektor.";
  const file = join(keeping.folder, "inbox", "lom.txt");
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  await page.goto(`${keeping.address}/search`);
  for (let tries = 0; tries < 50; tries++) {
    await page.fill("#q", "skolene snøfall");
    await page.press("#q", "Enter");
    await page.waitForLoadState();
    if (await page.locator(".found li").count()) break;
    await page.waitForTimeout(200);
  }
  assert.match(await page.textContent(".found"), /Skulane/);
  await page.click(".found a");
  assert.match(await page.textContent(".running"), /rektor/);
});

look("the stories are chosen by topic, and the timeline is a table too", {}, async (page) => {
  await page.goto(`${keeping.address}/today`);
  const all = await page.locator("article.card").count();
  await page.selectOption("#topic", "syria");
  await page.click("form.choice button");
  const some = await page.locator("article.card").count();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.ok((await page.locator("svg.bars rect").count()) > 0);
  await page.click(".timeline summary");
  assert.ok((await page.locator(".timeline tbody tr").count()) > 0);
  assert.match(await page.textContent("article.card .topic"), /Syria/);
  assert.match(await page.textContent("article.card .words"), /Personer|Organisasjoner|Steder/);
  await page.click("text=Utskriftsvennlig side");
  assert.ok((await page.locator("article").count()) >= some);
  assert.match(await page.textContent("h1 + .facts"), /^Syria · .* saker$/);
  assert.match(await page.textContent("article dl"), /Personer|Organisasjoner|Steder/);
});

look("the queue is worked off by keys alone", {}, async (page) => {
  await page.goto(`${keeping.address}/review`);
  const left = () => page.textContent(".head .facts").then((text) => Number.parseInt(text, 10));
  const [before, title] = [await left(), await page.textContent("#article")];
  const ticked = () => page.locator("input[data-key='1']").isChecked();
  const was = await ticked();
  await page.keyboard.press("1");
  assert.equal(await ticked(), !was);
  await page.keyboard.press("a");
  assert.equal(await page.evaluate(() => document.activeElement.id), "add");
  await page.selectOption("#add", { index: 1 });
  await page.fill("#who", "Kari");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("s");
  await page.waitForFunction((title) => document.querySelector("#article")?.textContent !== title, title);
  assert.equal(await left(), before - 1);
  assert.equal(await page.inputValue("#who"), "Kari");
  await page.keyboard.press("n");
  await page.waitForURL(/skip=1/);
  await page.goto(`${keeping.address}/review/disagreement`);
  assert.match(await page.textContent("main"), /Kari/);
});

look("one topic is rejected by itself, and others are added from the list, by keys alone", {}, async (page) => {
  await page.goto(`${keeping.address}/review`);
  // Whatever the model says of it, the first topic gets the contrary.
  const button = page.locator("[data-key='shift 1']");
  const [field, topic] = [await button.getAttribute("name"), await button.getAttribute("value")];
  const title = await page.textContent("#article");
  await page.keyboard.press("Shift+Digit1");
  await page.waitForURL(/article=/);
  assert.equal(await page.textContent("#article"), title);
  const other = field === "reject" ? "accept" : "reject";
  assert.equal(await page.locator(`button[name=${other}][value='${topic}']`).count(), 1);
  assert.match(await page.textContent(".said-list"), field === "reject" ? /ikke / : /handler om /);
  await shoot(page, "one-topic");
  assert.deepEqual(await faults(page), []);
  const before = await page.locator(".verdict input[type=checkbox]").count();
  for (const index of [1, 2]) {
    await page.keyboard.press("a");
    for (let step = 0; step < index; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  assert.equal(await page.locator(".verdict input[type=checkbox]").count(), before + 2);
  const wanted = await page.locator(".verdict input:checked").evaluateAll((boxes) => boxes.map((box) => box.value));
  const id = new URL(page.url()).searchParams.get("article");
  await page.keyboard.press("s");
  await page.waitForURL(/review\?saved=/);
  assert.match(await page.textContent("[role=status]"), /Lagret/);
  const kept = await (await fetch(`${keeping.address}/api/v1/articles/${encodeURIComponent(id)}`)).json();
  assert.deepEqual(kept.corrections.at(-1).labels, wanted.sort());
  assert.equal(kept.corrections.length, 2);
});

look("a topic is changed, tried and saved", {}, async (page) => {
  await page.goto(`${keeping.address}/topics`);
  await page.click("text=Nytt tema");
  await page.fill("#id", "verk");
  await page.fill("#nb", "Stålverk");
  await page.fill("#aliases", "stålverk*\n=Azovstal");
  await page.click("text=Vis hva som endres");
  await page.waitForSelector("[role=status]");
  await shoot(page, "topic-preview");
  assert.match(await page.textContent(".gain"), /får/);
  assert.match(await page.textContent("[role=status]"), /på ordene/);
  await page.click("button[value=save]");
  assert.match(await page.textContent("[role=status]"), /lagret/);
});

test("a model is learned, judged, used and left again", { timeout: 400_000 }, async () => {
  const { page, errors, close } = await open(browser);
  page.setDefaultTimeout(380_000);
  await page.goto(`${keeping.address}/review`);
  await page.click("text=Lær nå");
  await page.waitForURL(/learn\/learned/);
  await shoot(page, "learned");
  assert.deepEqual(await faults(page), []);
  assert.match(await page.textContent("table.scores"), /Alle/);
  await page.click("text=Ta i bruk: learned-1");
  assert.match(await page.locator(".card", { hasText: "learned-1" }).textContent(), /i bruk/);
  await page.click("text=Ta i bruk: notis");
  assert.match(await page.locator(".card", { hasText: "notis" }).first().textContent(), /i bruk/);
  await page.selectOption("#compare", "learned-1");
  await page.click("form.choice button");
  assert.match(await page.textContent("table.scores thead"), /learned-1/);
  await shoot(page, "compared");
  await close();
  assert.deepEqual(errors, []);
});
