#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Steps in Chromium through the page that the window exports at the end of a whole lesson.

Usage: test-window-lesson.py RUN TEST-GUI-SHOW [FOLDER-FOR-SCREENSHOTS]
"""
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile

spec = importlib.util.spec_from_file_location("lesson", os.path.join(os.path.dirname(__file__), "test-lesson.py"))
lesson = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lesson)


def step_through(browser):
    """Every picture by the right arrow key, and the chase moves."""
    figures = int(browser.script("document.querySelectorAll('figure').length"))
    for number in range(1, figures + 1):
        browser.wait("document.querySelector('output').textContent", "%d / %d" % (number, figures))
        browser.picture("window-lesson-%d" % number)
        browser.key(lesson.RIGHT)
    browser.wait("[...document.images].every(i => i.complete && i.naturalWidth > 20 && i.alt)", True)
    browser.wait("document.querySelectorAll('figure.moving').length > 2", True)


def main():
    if any(shutil.which(tool) is None for tool in ("chromedriver", "chromium", "Xvfb", "dbus-run-session")):
        print("1..0 # SKIP chromium, chromium-driver or xvfb is not here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "lesson.html")
        subprocess.run([sys.argv[1], sys.argv[2], "-p", "/gui/show/lesson"], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, CHASE_LESSON_PAGE=page))
        browser = lesson.Browser(os.path.join(folder, "profile"), pictures=sys.argv[3] if len(sys.argv) > 3 else None)
        try:
            browser.open(page)
            step_through(browser)
        finally:
            browser.close()
    print("1..1\nok 1 - step_through")
    return 0


if __name__ == "__main__":
    sys.exit(main())
