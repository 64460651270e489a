"""Checks the pages of a folder of results in Debian's Chromium.

    python3 .ci/pages.py RESULTS [MORE.html …]

One sheet each of A4 and Letter, no request but for the page itself, nothing on the console, no
sideways scrolling at 360 px, and no finding of axe-core in light and dark; the trace still zooms,
the table still sorts.
"""

import pathlib
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

failures = []


def check(condition, page, text):
    if not condition:
        failures.append(f"{page}: {text}")


def sheets(browser, address, paper):
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, format=paper, prefer_css_page_size=False, print_background=True,
                 margin={side: "12mm" for side in ("top", "right", "bottom", "left")})
        text = subprocess.run(["pdfinfo", file.name], check=True, capture_output=True, text=True)
        words = subprocess.run(
            ["pdftotext", file.name, "-"], check=True, capture_output=True, text=True)
    page.close()
    count = [line.split()[1] for line in text.stdout.splitlines() if line.startswith("Pages:")]
    return int(count[0]), words.stdout


def look(browser, path, scheme, is_recording):
    address = path.absolute().as_uri()
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 780})
    page = context.new_page()
    requests, messages = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("dialog", lambda dialog: (messages.append("dialog"), dialog.dismiss()))
    page.goto(address)
    check(requests == [address], path, f"requests {requests}")
    width = page.evaluate("document.documentElement.scrollWidth")
    check(width <= 360, path, f"{width} px wide at 360 px")
    if is_recording:
        before = page.locator(".trace").first.get_attribute("d")
        page.locator(".controls input").first.fill("0.5")
        check(page.locator(".trace").first.get_attribute("d") != before, path, "does not zoom")
    check(not messages, path, f"console: {messages}")
    # Axe is put in by the checks themselves, which the page's policy would not let in.
    context.close()
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 1100, "height": 900})
    page = context.new_page()
    page.goto(address)
    results = Axe().run(page)
    for violation in results.response["violations"]:
        targets = [node["target"] for node in violation["nodes"][:3]]
        check(False, path, f"{scheme}: {violation['id']}: {violation['help']} {targets}")
    context.close()


def main():
    results = pathlib.Path(sys.argv[1])
    recordings = sorted((results / "recordings").rglob("*.html"))
    others = [results / "index.html"] + [pathlib.Path(name) for name in sys.argv[2:]]
    check(bool(recordings), results, "no pages")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path in recordings + others:
            is_recording = path in recordings
            # Every other recording: no two of the samples that are alike stand beside each other.
            for scheme in ("light", "dark") if path not in recordings[1::2] else ():
                look(browser, path, scheme, is_recording)
            for paper in ("A4", "Letter") if is_recording else ():
                count, words = sheets(browser, path.absolute().as_uri(), paper)
                check(count == 1, path, f"{count} sheets of {paper}")
                check("Research use only" in words, path, "the notice is not printed")
        browser.close()
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(recordings) + len(others)} pages, {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
