"""Adds up the JUnit reports that `meson test` wrote and prints the closing line of the test run.

Usage: count-tests.py BROKEN REPORT...; BROKEN builds count as one failure each. Exits 1 when anything failed.
"""

import sys
import xml.etree.ElementTree as ElementTree


def count(report):
    """Returns how many test cases of one report passed, failed and were skipped."""
    passed = failed = skipped = 0
    for suite in ElementTree.parse(report).getroot():
        cases = list(suite.iter("testcase"))
        for case in cases:
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
        # A program that dies between two cases has no failing case, only a failing suite.
        lost = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        bad = sum(1 for c in cases if c.find("failure") is not None or c.find("error") is not None)
        failed += max(0, lost - bad)
    return passed, failed, skipped


def main():
    passed, failed, skipped = 0, int(sys.argv[1]), 0
    for report in sys.argv[2:]:
        try:
            counts = count(report)
        except (OSError, ElementTree.ParseError) as error:
            print(f"no report: {report}: {error}")
            failed += 1
            continue
        passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed or not passed else 0)


main()
