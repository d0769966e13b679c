#!/usr/bin/env python3
"""Runs the clients of others against a server of notis: Annif's own, and the module by which Superdesk asks for tags.

    scripts/check_clients.py [--notis target/release/notis]

Both are fetched from the package index into a folder of their own, which goes away afterwards. Superdesk's module needs
Superdesk around it; the few names it takes from there are stood in for, what it sends and reads is its own."""

import argparse, base64, contextlib, importlib.util, json, pathlib, re, subprocess, sys, tempfile, threading, types
import urllib.request, venv, zipfile

TOKEN = "en-lang-nok-hemmelighet"
ROCKET = "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for landet, melder Sør-Koreas hær."
MATCH = "Rosenborg slo Molde 3–1 på Lerkendal i eliteserien i fotball søndag. Spissen scoret to ganger i andre omgang."


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notis", default="target/release/notis")
    parser.add_argument("--inside", type=pathlib.Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        check(given.notis, given.inside)
        return
    with tempfile.TemporaryDirectory() as folder:
        environment = pathlib.Path(folder, "environment")
        venv.create(environment, with_pip=True)
        python = environment / "bin" / "python"
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "annif-client==0.5.0", "requests"], check=True)
        subprocess.run([*pip, "download", "--no-deps", "--dest", folder, "Superdesk-Core==2.5.3"], check=True)
        wheel = next(pathlib.Path(folder).glob("*.whl"))
        zipfile.ZipFile(wheel).extract("superdesk/text_checkers/ai/imatrics.py", folder)
        subprocess.run([python, __file__, "--notis", given.notis, "--inside", folder], check=True)


def check(notis, folder):
    token = folder / "token"
    token.write_text(TOKEN)
    with serving(notis) as address:
        check_annif(address)
    with serving(notis, "--data", str(folder / "annif")) as address:
        check_annif_learns(address)
    with serving(notis, "--token-file", str(token), "--data", str(folder / "superdesk")) as address:
        check_superdesk(address, folder)


@contextlib.contextmanager
def serving(notis, *arguments):
    """A server on a free port; it ends with the block."""
    command = [notis, "serve", "--listen", "127.0.0.1:0", *arguments]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        address = next(found[0] for line in process.stderr if (found := re.search(r"http://[\d.:]+", line)))
        # The log is read away, or the server would wait for its reader.
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def check_annif(address):
    from annif_client import AnnifClient

    client = AnnifClient(api_base=f"{address}/v1/")
    assert "notis" in client.api_info["title"], client.api_info
    project = client.projects[0]
    assert client.get_project(project["project_id"]) == project
    best = client.suggest(project["project_id"], ROCKET, limit=1, threshold=0.5)
    assert [found["label"] for found in best] == ["Nord-Korea"], best
    batch = client.suggest_batch(project["project_id"], [{"document_id": "a", "text": MATCH}, {"text": ROCKET}], limit=1)
    assert [answer["document_id"] for answer in batch] == ["a", None], batch
    assert [answer["results"][0]["label"] for answer in batch] == ["Fotball", "Nord-Korea"], batch
    found = client.detect_language(MATCH, ["nn", "nb", "en"])
    assert found["results"][0]["language"] == "nb", found
    refused(ValueError, lambda: client.get_project("ukjent"))
    refused(ValueError, lambda: client.suggest("ukjent", ROCKET))
    document = {"text": ROCKET, "subjects": [{"uri": best[0]["uri"]}]}
    forbidden = refused(Exception, lambda: client.learn(project["project_id"], [document]))
    assert forbidden.response.status_code == 403, forbidden
    print("Annif's client: every method")


def check_annif_learns(address):
    """With a store, documents are kept, and their subjects as corrections."""
    from annif_client import AnnifClient

    client = AnnifClient(api_base=f"{address}/v1/")
    project = client.projects[0]["project_id"]
    subject = client.suggest(project, MATCH, limit=1)[0]
    client.learn(project, [{"text": ROCKET, "subjects": [subject]}, {"text": MATCH, "subjects": []}])
    kept = {article["title"]: article for article in asked(address, "articles")}
    assert len(kept) == 2 and all(article["corrected"] for article in kept.values()), kept
    assert sorted(article["topics"] for article in kept.values()) == [[], ["fotball"]], kept
    refused(Exception, lambda: client.learn(project, [{"text": ROCKET, "subjects": [{"uri": "urn:ukjent"}]}]))
    print("Annif's client: learn, with a store")


def asked(address, what):
    """An answer of notis's own API, asked for with the token."""
    user = base64.b64encode(f"prøve:{TOKEN}".encode()).decode()
    request = urllib.request.Request(f"{address}/api/v1/{what}", headers={"Authorization": f"Basic {user}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def refused(kind, call):
    try:
        call()
    except kind as error:
        return error
    raise AssertionError("this should have been refused")


def check_superdesk(address, folder):
    module = superdesk_module(folder)
    settings = {"IMATRICS_BASE_URL": f"{address}/superdesk/", "IMATRICS_USER": "desken", "IMATRICS_KEY": TOKEN}
    sys.modules["flask"].current_app.config.update(settings)
    service = module.IMatrics(None)
    item = {"guid": "urn:newsml:1", "language": "nb", "headline": "Seier på Lerkendal", "body_html": MATCH}
    subjects = service.analyze(item)["subject"]
    assert [subject["qcode"] for subject in subjects] == ["fotball", "idrett"], subjects
    assert subjects[0]["parent"] == "idrett" and subjects[0]["altids"]["medtop"].isdigit(), subjects
    assert service.analyze({**item, "headline": "", "body_html": ""}) == {"subject": []}
    found = service.data_operation("POST", "search", None, {"term": "Fotb", "language": "nb"})
    assert found["tags"]["subject"][0]["qcode"] == "fotball", found
    assert found["broader"]["subject"][0]["qcode"] == "idrett", found
    refused(Exception, lambda: service.data_operation("POST", "create", None, {"title": "Ferjer"}))
    assert service.data_operation("POST", "delete", None, {"uuid": "is"}) == {}
    assert service.data_operation("POST", "feedback", None, {"item": item, "tags": {"subject": subjects[:1]}}) == {}
    kept = asked(address, "articles/urn%3Anewsml%3A1")
    assert kept["article"]["title"] == "Seier på Lerkendal", kept
    assert [(said["labels"], said["who"]) for said in kept["corrections"]] == [(["fotball"], "desken")], kept
    settings["IMATRICS_KEY"] = "feil"
    sys.modules["flask"].current_app.config.update(settings)
    refused(Exception, lambda: service.analyze(item))
    print("Superdesk's tagging client: every operation")


def superdesk_module(folder):
    """The client's module, with what it takes from Superdesk stood in for."""

    class Failure(Exception):
        @classmethod
        def proxyError(cls, message):
            return cls(message)

        badRequestError = proxyError

    class Base:
        def __init__(self, app):
            pass

    def module(name, **names):
        made = types.ModuleType(name)
        made.__dict__.update(names)
        sys.modules[name] = made
        return made

    module("flask", current_app=types.SimpleNamespace(config={}))
    for package in ("superdesk.text_checkers", "superdesk.text_checkers.ai"):
        module(package, __path__=[])
    service = types.SimpleNamespace(get_items=lambda name: [])
    module("superdesk", __path__=[], get_resource_service=lambda name: service)
    module("superdesk.text_utils", get_text=lambda text, kind, lines: text)
    module("superdesk.errors", SuperdeskApiError=Failure)
    module("superdesk.text_checkers.ai.base", AIServiceBase=Base)
    name = "superdesk.text_checkers.ai.imatrics"
    spec = importlib.util.spec_from_file_location(name, folder / "superdesk/text_checkers/ai/imatrics.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


if __name__ == "__main__":
    main()
