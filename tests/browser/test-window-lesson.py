#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Steps in Chromium through the page that the window exports at the end of the teacher's hour.

Usage: test-window-lesson.py RUN TEST-GUI-TEACHER [FOLDER-FOR-SCREENSHOTS]
"""
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time

spec = importlib.util.spec_from_file_location("lesson", os.path.join(os.path.dirname(__file__), "test-lesson.py"))
lesson = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lesson)


PLACE = "document.querySelector('output').textContent"
# A caption may have two lines.
UNCOVERED = ("(() => { const box = part => document.querySelector('figure.now ' + part).getBoundingClientRect();"
             " return box('figcaption').top >= box('img').bottom && box('figcaption').bottom <="
             " document.querySelector('nav').getBoundingClientRect().top; })()")


def step_through(browser):
    """Every picture by the right arrow key, and back by clicks; the titles are those of the document, in its order."""
    figures = int(browser.script("document.querySelectorAll('figure').length"))
    for number in range(1, figures + 1):
        browser.wait(PLACE, "%d / %d" % (number, figures))
        browser.wait(UNCOVERED, True)
        browser.picture("window-lesson-%d" % number)
        browser.key(lesson.RIGHT)
    browser.wait(PLACE, "%d / %d" % (figures, figures))
    browser.wait("[...document.images].every(i => i.complete && i.naturalWidth > 20 && i.alt)", True)
    browser.wait("[...document.querySelectorAll('section h2')].map(h => h.textContent)",
                 ["Two ways round", "A ladder", "The opposite"])
    for number in range(figures - 1, 0, -1):
        browser.press("mouse", 100, 300)
        browser.wait(PLACE, "%d / %d" % (number, figures))


def play(browser):
    """What moves in the window moves in the browser: two looks at it are two pictures."""
    captions = browser.script("[...document.querySelectorAll('figure')].map(f => f.classList.contains('moving')"
                              " ? f.querySelector('figcaption').textContent : '')")
    number = captions.index("r ∘ b ∘ a = d ∘ q ∘ a = d ∘ c ∘ p") + 1
    browser.key(lesson.HOME)
    for _ in range(number - 1):
        browser.key(lesson.RIGHT)
    browser.wait(PLACE, "%d / %d" % (number, len(captions)))
    first = browser.look()
    for _ in range(100):
        if browser.look() != first:
            return
        time.sleep(0.05)
    raise AssertionError("the chase does not move")


def main():
    if any(shutil.which(tool) is None for tool in ("chromedriver", "chromium", "Xvfb", "dbus-run-session")):
        print("1..0 # SKIP chromium, chromium-driver or xvfb is not here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "lesson.html")
        subprocess.run([sys.argv[1], sys.argv[2], "-p", "/gui/teacher/hour"], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, CHASE_LESSON_PAGE=page))
        browser = lesson.Browser(os.path.join(folder, "profile"), pictures=sys.argv[3] if len(sys.argv) > 3 else None)
        try:
            browser.open(page)
            step_through(browser)
            play(browser)
        finally:
            browser.close()
    print("1..2\nok 1 - step_through\nok 2 - play")
    return 0


if __name__ == "__main__":
    sys.exit(main())
