#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asks bash, fish and zsh themselves what they complete: every option that --help has, and no other.

Usage: test-completions.py CHASE FOLDER-OF-COMPLETIONS
"""
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time

COMMANDS = "check prove faces homs export convert op layout verify watch format new".split()
OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
TO = {"chase", "tex", "json", "url", "gv", "typ", "v", "lean", "svg", "png", "pdf", "html"}
ENOUGH = 30  # seconds, for a shell on a busy machine


def run(*arguments):
    return subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def options_of(command):
    return set(re.findall(r"^ +(?:-[a-z], )?(--[a-z-]+)", run("chase", command, "--help"), re.MULTILINE))


class Bash:
    def __init__(self, folder):
        self.file = os.path.join(folder, "chase.bash")

    def complete(self, line, _expected):
        words = line.split(" ")
        return set(run("bash", "--norc", "-c", '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _chase;'
                       ' printf "%s\\n" "${COMPREPLY[@]}"', self.file, *words).split())

    def close(self):
        pass


class Fish:
    def __init__(self, folder):
        self.file = os.path.join(folder, "chase.fish")

    def complete(self, line, _expected):
        found = run("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", self.file, line)
        return {answer.split("\t")[0] for answer in found.splitlines()}

    def close(self):
        pass


class Zsh:
    """Completes on a terminal only, so one is held out to it."""

    def __init__(self, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="dumb", COLUMNS="200", LINES="500")
            os.execvp("zsh", ["zsh", "-f", "-i"])
        self.write("PS1=; fpath=(%s $fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=0; print READY-$((1+1))\n" % folder)
        self.read(lambda text: "READY-2" in text)

    def write(self, text):
        os.write(self.terminal, text.encode())

    def read(self, done):
        text, end = "", time.monotonic() + ENOUGH
        while time.monotonic() < end and not done(text):
            if select.select([self.terminal], [], [], 0.1)[0]:
                text += os.read(self.terminal, 65536).decode("utf-8", "replace")
        return text

    def complete(self, line, expected):
        self.write(line + "\t")
        listed = self.read(lambda text: expected <= self.words(text, line))
        self.write("\x15print END-$((1+1))\n")
        listed += self.read(lambda text: "END-2" in text)
        return self.words(listed.split("print END")[0], line)

    def words(self, text, line):
        text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text).replace(line, "")
        return set(OPTION.findall(re.sub(r" -- .*", "", text))) if line.endswith("--") else set(text.split())

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def wrong_in(shell):
    wrong = []
    for command in COMMANDS:
        expected = options_of(command)
        found = {word for word in shell.complete("chase %s --" % command, expected) if word.startswith("--")}
        if found != expected or not expected:
            wrong.append("%s lacks %s and has %s" % (command, sorted(expected - found), sorted(found - expected)))
    if not TO <= shell.complete("chase export --to ", TO):
        wrong.append("export --to lacks a format")
    return wrong


def main():
    os.environ["PATH"] = os.path.dirname(sys.argv[1]) + ":" + os.environ["PATH"]
    os.environ["LC_ALL"] = "C.UTF-8"
    failed = False
    print("1..3")
    for number, kind in enumerate([Bash, Fish, Zsh], 1):
        name = kind.__name__.lower()
        if shutil.which(name) is None:
            print("ok %d %s # SKIP no %s" % (number, name, name))
            continue
        shell = kind(sys.argv[2])
        wrong = wrong_in(shell)
        shell.close()
        for line in wrong:
            print("# %s: %s" % (name, line))
        print("%sok %d %s" % ("not " if wrong else "", number, name), flush=True)
        failed = failed or bool(wrong)
    return 1 if failed else 0


sys.exit(main())
