#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Steps through a lesson in Chromium with real keys, clicks and touches, by the WebDriver protocol (W3C 2018).

Usage: test-lesson.py CHASE [FOLDER-FOR-SCREENSHOTS]
"""
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

LESSON = """# A chase in three steps
#
# First the two ways round.

category Square {
  objects A, B, C, D
  f : A -> B ; g : A -> C
  h : B -> D ; k : C -> D
  h . f = k . g
}

# Ask the class before the third step.
diagram square "Two ways" in Square {
  A at 0, 0 ; B at 1, 0 [step = 1]
  C at 0, 1 [step = 2] ; D at 1, 1 [step = 1]
  f [step = 1] ; g [step = 2] ; h [step = 1] ; k [step = 2]
}
diagram turned = opposite square
"""
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--window-size=1000,700"]
RIGHT, LEFT, HOME, END = "\ue014", "\ue012", "\ue011", "\ue010"


class Browser:
    def __init__(self, profile, scripts=True, pictures=None, language="en-GB"):
        """With scripts or without; screenshots go into the folder pictures, if one is given."""
        self.pictures = pictures
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                self.address = "http://127.0.0.1:" + line.rsplit(" ", 1)[1].strip().rstrip(".")
                break
        preferences = {} if scripts else {"profile.managed_default_content_settings.javascript": 2}
        options = {"args": ARGUMENTS + ["--user-data-dir=" + profile, "--accept-lang=" + language], "prefs": preferences,
                   "binary": shutil.which("chromium")}
        made = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self.session = "/session/" + made["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, method=method, data=data)
        return json.load(urllib.request.urlopen(request, timeout=60))["value"]

    def open(self, path):
        self.call("POST", self.session + "/url", {"url": "file://" + path})

    def script(self, text):
        return self.call("POST", self.session + "/execute/sync", {"script": "return " + text, "args": []})

    def actions(self, kind, parameters, steps):
        source = {"type": kind, "id": kind + str(parameters), "actions": steps}
        if parameters:
            source["parameters"] = parameters
        self.call("POST", self.session + "/actions", {"actions": [source]})

    def key(self, value):
        self.actions("key", None, [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def press(self, pointer, x, y, to_x=None):
        steps = [{"type": "pointerMove", "duration": 0, "x": x, "y": y}, {"type": "pointerDown", "button": 0}]
        if to_x is not None:
            steps.append({"type": "pointerMove", "duration": 50, "x": to_x, "y": y})
        self.actions("pointer", {"pointerType": pointer}, steps + [{"type": "pointerUp", "button": 0}])

    def place(self):
        return self.script("document.querySelector('output').textContent")

    def wait(self, text, expected):
        found = None
        for _ in range(100):
            found = self.script(text)
            if found == expected:
                return
            time.sleep(0.05)
        raise AssertionError("%s is %r, not %r" % (text, found, expected))

    def look(self):
        """A picture of what the browser shows, as a PNG in base 64."""
        return self.call("GET", self.session + "/screenshot")

    def picture(self, name):
        if self.pictures is not None:
            with open(os.path.join(self.pictures, name + ".png"), "wb") as file:
                file.write(base64.b64decode(self.look()))

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.kill()
            self.driver.wait()


def test_steps(browser):
    """Keys, clicks and swipes go from step to step, and no further than the ends."""
    place = "document.querySelector('output').textContent"
    browser.wait(place, "1 / 8")
    browser.picture("first")
    for act, expected in [(lambda: browser.key(RIGHT), "2 / 8"), (lambda: browser.key(" "), "3 / 8"),
                          (lambda: browser.press("mouse", 800, 300), "4 / 8"),
                          (lambda: browser.press("mouse", 100, 300), "3 / 8"),
                          (lambda: browser.press("touch", 700, 300, 300), "4 / 8"),
                          (lambda: browser.press("touch", 300, 300, 700), "3 / 8"),
                          (lambda: browser.key(LEFT), "2 / 8"), (lambda: browser.key(END), "8 / 8"),
                          (lambda: browser.key(RIGHT), "8 / 8"), (lambda: browser.key(HOME), "1 / 8"),
                          (lambda: browser.key(LEFT), "1 / 8"), (lambda: browser.key(RIGHT), "2 / 8")]:
        act()
        browser.wait(place, expected)
    browser.picture("second")


def test_pictures(browser):
    """One picture is shown at a time, and all of them are drawn."""
    shown = ("[...document.querySelectorAll('figure')].filter(f => getComputedStyle(f).visibility === 'visible')"
             ".map(f => f.querySelector('figcaption').textContent)")
    browser.wait(shown, ["Step 2 of 3. Objects: B and D. Arrows: f from A to B, h from B to D."])
    browser.wait("[...document.images].every(i => i.complete && i.naturalWidth > 20 && i.alt)", True)
    browser.wait("document.querySelectorAll('[src^=http],[href]').length", 0)


def test_modes(browser):
    """Notes, the dark theme and the page of all pictures."""
    notes = "getComputedStyle(document.querySelector('section .notes')).display"
    browser.wait(notes, "none")
    browser.key("n")
    browser.wait(notes, "block")
    browser.picture("notes")
    beside = ("(() => { const a = document.querySelector('section.now .notes').getBoundingClientRect();"
              " const b = document.querySelector('figure.now img').getBoundingClientRect();"
              " return a.left >= b.right || a.top >= b.bottom; })()")
    browser.wait(beside, True)
    browser.call("POST", browser.session + "/window/rect", {"width": 500, "height": 900})
    browser.wait(beside, True)
    browser.picture("notes-upright")
    browser.call("POST", browser.session + "/window/rect", {"width": 1000, "height": 700})
    browser.key("n")
    browser.key("d")
    browser.wait("document.documentElement.classList.contains('dark')", True)
    browser.picture("dark")
    browser.key("o")
    browser.wait("document.documentElement.classList.contains('playing')", False)
    browser.picture("all")
    browser.key("o")
    browser.wait("location.hash", "#2")


def test_black(browser):
    """B, or the full stop that a clicker sends, makes the screen black until the next step."""
    seen = "[...document.querySelectorAll('main, nav')].map(e => getComputedStyle(e).display !== 'none')"
    browser.wait("location.hash", "#2")
    for value in "b.":
        browser.key(value)
        browser.wait(seen, [False, False])
        browser.wait("getComputedStyle(document.body).backgroundColor", "rgb(0, 0, 0)")
        browser.picture("black")
        browser.key(RIGHT)
        browser.wait(seen, [True, True])
        browser.wait("location.hash", "#3")
        browser.key(".")
        browser.wait(seen, [False, False])
        browser.key("b")
        browser.wait(seen, [True, True])
        browser.key(LEFT)
        browser.wait("location.hash", "#2")
    browser.key("o")
    browser.key("b")
    browser.wait(seen, [True, True])
    browser.key("o")


def test_moving(browser):
    """Behind the steps stand a chase and the turning opposite, which move by themselves and say what they show."""
    moving = "[...document.querySelectorAll('figure.moving')].map(f => f.querySelector('figcaption').textContent)"
    browser.wait(moving, ["h ∘ f = k ∘ g", "Every arrow turns round."])
    picture = "document.querySelectorAll('figure.moving img')[0].src"
    assert browser.script("atob(%s.split(',')[1].split('#')[0]).includes('<animate ')" % picture)
    browser.key(HOME)
    for _ in range(3):
        browser.key(RIGHT)
    browser.wait("document.querySelector('figure.now').className", "moving now")
    # It starts from its beginning whenever one comes to it.
    assert "#" in browser.script(picture)
    browser.picture("chase-start")
    time.sleep(2)
    browser.picture("chase-middle")


def test_english(browser):
    """In an English browser the page speaks English."""
    browser.wait("document.querySelector('[data-action=next]').title", "Next (→ or space)")


def test_chinese(browser):
    """In a Chinese browser what the page says by itself is Chinese."""
    browser.wait("document.querySelector('[data-action=next]').title", "前进（→ 或空格）")
    browser.wait("document.querySelector('[data-action=all]').textContent", "全部")
    browser.wait("document.querySelector('nav').getAttribute('aria-label')", "步骤")
    browser.picture("chinese")


def test_without_scripts(browser):
    """Without scripts there is a list of pictures, each with its description."""
    size = browser.call("POST", browser.session + "/elements", {"using": "css selector", "value": "figure"})
    assert len(size) == 8, size
    for element in size:
        shown = browser.call("GET", browser.session + "/element/%s/displayed" % list(element.values())[0])
        assert shown
    browser.picture("without-scripts")


def main():
    if shutil.which("chromedriver") is None or shutil.which("chromium") is None:
        print("1..0 # SKIP chromium and chromium-driver are not here")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        source, page = os.path.join(folder, "lesson.chase"), os.path.join(folder, "lesson.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(LESSON)
        subprocess.run([sys.argv[1], "export", source, "-o", page], check=True)
        groups = [(True, "en-GB", [test_english, test_steps, test_pictures, test_modes, test_black, test_moving]),
                  (True, "zh-CN", [test_chinese]), (False, "en-GB", [test_without_scripts])]
        number = 0
        print("1..%d" % sum(len(tests) for _, _, tests in groups))
        for scripts, language, tests in groups:
            browser = Browser(os.path.join(folder, "profile-%s-%s" % (scripts, language)), scripts,
                              sys.argv[2] if len(sys.argv) > 2 else None, language)
            browser.open(page)
            for test in tests:
                number += 1
                try:
                    test(browser)
                    print("ok %d - %s" % (number, test.__name__))
                except Exception as problem:  # a broken browser is a failed test, not a lost one
                    failed += 1
                    print("not ok %d - %s\n# %s" % (number, test.__name__, problem))
            browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
