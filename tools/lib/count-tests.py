"""Adds up what `meson test` left in its log folders and prints the closing line of the test run, and before it
the end of what each failed program said, so that the last lines of a run tell why it failed.

Usage: count-tests.py BROKEN FOLDER...; BROKEN builds count as one failure each, a test program that failed
outside its cases (it crashed, leaked, ran out of time) as one too. Exits 1 when anything failed.
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree


def cases(folder):
    """Returns (passed, failed, skipped) test cases of each test program of a run, by the program's name."""
    found = {}
    for suite in ElementTree.parse(os.path.join(folder, "testlog.junit.xml")).getroot():
        for case in suite.iter("testcase"):
            name = suite.get("name") if suite.get("name") not in (None, "", "arrowchase") else case.get("name")
            counts = found.setdefault(name, [0, 0, 0])
            if case.find("failure") is not None or case.find("error") is not None:
                counts[1] += 1
            elif case.find("skipped") is not None:
                counts[2] += 1
            else:
                counts[0] += 1
    return found


def broken(folder):
    """Returns the records of the test programs that failed."""
    with open(os.path.join(folder, "testlog.json"), encoding="utf-8") as log:
        records = [json.loads(line) for line in log]
    return [record for record in records if record["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")]


def tell(folder, record):
    """Prints what a failed program said last."""
    name = os.path.basename(os.path.dirname(folder))
    print(f"== {record['name']} failed in {name} ({record['result']}, code {record['returncode']})")
    for stream in ("stdout", "stderr"):
        for line in record.get(stream, "").splitlines()[-30:]:
            print(f"{stream}: {line[:400]}")


def main():
    passed, failed, skipped = 0, int(sys.argv[1]), 0
    for folder in sys.argv[2:]:
        try:
            counts, programs = cases(folder).values(), broken(folder)
        except (OSError, ElementTree.ParseError, ValueError, KeyError) as error:
            print(f"no report: {folder}: {error}")
            failed += 1
            continue
        passed += sum(c[0] for c in counts)
        failed += max(sum(c[1] for c in counts), len(programs))
        skipped += sum(c[2] for c in counts)
        for record in programs:
            tell(folder, record)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed or not passed else 0)


main()
