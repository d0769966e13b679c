// Files that programs in JavaScript write, for scripts/check_doors.py: node write_doors.js ARTICLES FOLDER, where the packages
// docx, html-to-docx, officegen, feed, jszip, fflate, adm-zip and archiver are installed.
const fs = require("fs");
const path = require("path");

const articles = JSON.parse(process.argv[2]);
const folder = process.argv[3];
const first = articles[0];
const sentences = first.text.split(". ");
const file = (name) => path.join(folder, name);
const asHtml = (text) => `<p>${text.replace(/&/g, "&amp;")}</p>`;

async function documents() {
    const { Document, HeadingLevel, Packer, Paragraph } = require("docx");
    const children = [new Paragraph({ text: first.title, heading: HeadingLevel.TITLE }), ...sentences.map((text) => new Paragraph(text))];
    fs.writeFileSync(file("npm-docx.docx"), await Packer.toBuffer(new Document({ sections: [{ children }] })));

    const html = `<h1>${first.title.replace(/&/g, "&amp;")}</h1>${sentences.map(asHtml).join("")}`;
    fs.writeFileSync(file("npm-html.docx"), Buffer.from(await require("html-to-docx")(html)));

    const document = require("officegen")("docx");
    [first.title, ...sentences].forEach((text) => document.createP().addText(text));
    const out = fs.createWriteStream(file("npm-officegen.docx"));
    document.generate(out);
    await new Promise((done) => out.on("close", done));
}

function feeds() {
    const { Feed } = require("feed");
    for (const [name, content] of [["npm-html.feed.json", asHtml], ["npm-tekst.feed.json", (text) => text]]) {
        const feed = new Feed({ title: "Fjordavisa", id: "https://avisa.example/", link: "https://avisa.example/", copyright: "Fjordavisa" });
        for (const a of articles) {
            feed.addItem({ title: a.title, id: a.id, link: a.id, date: new Date(a.date), published: new Date(a.date), content: content(a.text), category: a.labels.map((name) => ({ name })) });
        }
        fs.writeFileSync(file(name), feed.json1());
    }
}

async function archives() {
    const lines = articles.map((a) => JSON.stringify(a)).join("\n");
    const jszip = new (require("jszip"))();
    jszip.folder("mappe").file("linjer.jsonl", lines);
    fs.writeFileSync(file("npm-jszip.zip"), await jszip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" }));
    fs.writeFileSync(file("npm-fflate.zip"), require("fflate").zipSync({ "linjer.jsonl": Buffer.from(lines) }));
    const adm = new (require("adm-zip"))();
    adm.addFile("linjer.jsonl", Buffer.from(lines));
    adm.writeZip(file("npm-adm.zip"));

    const { ZipArchive } = require("archiver");
    const streamed = new ZipArchive({ zlib: { level: 9 } });
    const out = fs.createWriteStream(file("npm-archiver.zip"));
    streamed.pipe(out);
    streamed.append(lines, { name: "linjer.jsonl" });
    await streamed.finalize();
    await new Promise((done) => (out.closed ? done() : out.on("close", done)));
}

documents().then(feeds).then(archives);
