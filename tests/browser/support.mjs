// A server with a store of its own, a browser, and what every test looks after: no error in the console, no fault that
// axe finds, nothing wider than the window.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const notis = process.env.NOTIS;
const repository = process.env.REPOSITORY;
export const shots = process.env.SCREENSHOTS;

// Starts `notis serve` on a port that the system chooses, with these inputs read in.
export async function serve(inputs) {
  const folder = mkdtempSync(join(tmpdir(), "notis-browser-"));
  const data = join(folder, "data");
  if (inputs.length) {
    const paths = inputs.map((input) => join(repository, input));
    const run = spawnSync(notis, ["store", "import", ...paths, "--data", data], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
  }
  const keep = inputs.length ? ["--data", data] : [];
  const server = spawn(notis, ["serve", "--listen", "127.0.0.1:0", ...keep], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (piece) => {
      said += piece;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
    server.on("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  const end = () =>
    new Promise((resolve) => {
      server.on("exit", () => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      server.kill("SIGTERM");
    });
  return { address, end, folder: data };
}

export function browse() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}

// A window, and the errors of its pages.
export async function open(browser, options = {}) {
  const context = await browser.newContext({ locale: "nb-NO", viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const host = new URL(request.url()).hostname;
    if (host !== "127.0.0.1" && !request.url().startsWith("data:")) errors.push(`asked ${request.url()}`);
  });
  return { page, errors, close: () => context.close() };
}

// What axe finds wrong by WCAG 2.2 A and AA. Its code comes past the page's own rules on scripts, as a tester's may.
export async function faults(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
}

export async function isWider(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

export async function shoot(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}
