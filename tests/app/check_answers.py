#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Sends all combinations of the parameters of GET /events and checks each answer against the API description.

    check_answers.py PLAYHEAD API_FOLDER

The status must be what the values call for; the body must be valid for it, each distinct event too. Ends with 77 (ctest:
skipped) when the description or a Python module is missing, with 1 when an answer is wrong.
"""
import datetime
import hashlib
import http.client
import itertools
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
import apidescription
from servedprogram import served

END = datetime.datetime(2026, 11, 23, 14, 6, 12, 345000, datetime.timezone.utc)
UNAUTHORIZED = {"message": "Unauthorized", "code": "unauthorized"}  # events-api.md, section 3: not in the description
OK, BAD, INVALID = 200, 400, 422


class Client:
    """One kept connection."""

    def __init__(self, ready):
        self._connection = http.client.HTTPConnection(ready["url"].removeprefix("http://"), timeout=60)
        self._key = ready["api_key"]

    def ask(self, target, method="GET", key=None):
        headers = {"Authorization": f"Bearer {self._key if key is None else key}"}
        self._connection.request(method, target, headers=headers)
        answer = self._connection.getresponse()
        return answer, answer.read()

    def events(self, query):
        return json.loads(self.ask("/events?" + query)[1])["data"]


def days(count):
    """A moment so many days before the end of the stream."""
    return (END - datetime.timedelta(days=count)).strftime("%Y-%m-%dT%H:%M:%SZ")


def values_to_combine(known, after, before, organization):
    """For each parameter what is sent, and the status that it alone calls for."""
    return {
        "events": [("", OK), ("events=" + "%2C".join(known), OK),
                   ("events[]=" + "&events[]=".join(known), OK), ("events=no.such", INVALID)],
        "limit": [("", OK), ("limit=100", OK), ("limit=0", INVALID)],
        "order": [("", OK), ("order=desc", OK), ("order=normal", OK), ("order=up", INVALID)],
        "after": [("", OK), (f"after={after}", OK), ("after=event_none", BAD)],
        "before": [("", OK), (f"before={before}", OK), ("before=event_none", BAD)],
        "range_start": [("", OK), (f"range_start={days(20)}", OK), (f"range_start={days(80)}", BAD)],
        "range_end": [("", OK), (f"range_end={days(5)}", OK)],
        "organization_id": [("", OK), (f"organization_id={organization}", OK),
                            ("organization_id=org_none", BAD)],
    }


def more_valid_values(known, values):
    """The valid values and some more: most of the other product is refused."""
    valid = {name: [part for part in parts if part[1] == OK] for name, parts in values.items()}
    numbered = "&".join(f"events%5B{i}%5D={name}" for i, name in enumerate(known))
    return {**valid, "events": [*valid["events"], (numbered, OK)], "limit": [*valid["limit"], ("limit=1", OK)],
            "order": [*valid["order"], ("order=asc", OK)]}


def values_alone():
    """More values, each sent without another parameter."""
    valid = [f"limit={limit}" for limit in range(1, 101)] + [
        "", "limit=", "events=", "events[]=", "order=asc", "after=", "before=", "range_end=", "organization_id=",
        "unknown=1", f"range_start={days(30)}&range_end={days(0)}", f"range_start={days(100)}&range_end={days(85)}",
        f"range_start={days(9)}&range_end={days(9)}", f"range_start={days(-1)}", f"range_end={days(200)}",
        "range_start=2026-11-20", "range_start=2026-11-20%2000:00", "range_start=2026-11-20T02:00:00.5%2B02:00",
    ]
    bad = [
        "after=%ff", "after=%00", "after=%", "after=a%22%5C", "before=null", "organization_id=%ff",
        f"range_start={days(5)}&range_end={days(6)}", f"range_start={days(70)}&range_end={days(30)}",
    ]
    invalid = [
        "limit=101", "limit=-1", "limit=x", "limit=1.5", "limit=%ff", "order=%22", "order=ASC", "events=%ff",
        "events=%22", "events=a,b,c", "range_start=soon", "range_end=2026-02-30", "range_start=%ff",
        "limit=0&order=up&range_start=x&range_end=y",
    ]
    return [(query, OK) for query in valid] + [(query, BAD) for query in bad] + [(query, INVALID) for query in invalid]


def combinations(values):
    """Every query of the product, and the status that its values call for together."""
    for chosen in itertools.product(*values.values()):
        query = "&".join(part for part, _ in chosen if part)
        statuses = {status for _, status in chosen}
        has_cursor = "after=" in query or "before=" in query
        if INVALID in statuses:
            yield query, INVALID
        elif BAD in statuses or (has_cursor and "range_start=" in query):
            yield query, BAD
        else:
            yield query, OK


class Checker:
    def __init__(self, client, description):
        self._client = client
        self._description = description
        self._bodies = set()  # Many questions have the same answer.
        self._events = {}
        self.request_ids = set()
        self.statuses = {}
        self.problems = []

    def check(self, query, status):
        answer, body = self._client.ask("/events?" + query)
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        for problem in self._problems(answer, body, query, status):
            self.problems.append(f"{query}: {problem}")

    def _problems(self, answer, body, query, status):
        if answer.status != status:
            yield f"{answer.status} instead of {status}: {body[:200]!r}"
        if answer.getheader("Content-Type") != "application/json":
            yield f"content type {answer.getheader('Content-Type')}"
        request_id = answer.getheader("X-Request-ID") or ""
        if not request_id.startswith("req_") or request_id in self.request_ids:
            yield f"request id '{request_id}'"
        self.request_ids.add(request_id)
        key = (answer.status, hashlib.sha256(body).digest())
        if key in self._bodies:
            return
        self._bodies.add(key)
        value = json.loads(body.decode("utf-8"))
        yield from self._description.answer_errors(answer.status, value)
        if answer.status == OK:
            yield from self._page_problems(value, 100 if "limit=100" in query else None)

    def _page_problems(self, page, limit):
        if limit and len(page["data"]) > limit:
            yield f"{len(page['data'])} events"
        if page["list_metadata"]["after"] not in [None] + [event["id"] for event in page["data"]]:
            yield "after names an event of another page"
        for event in page["data"]:
            known = self._events.setdefault(event["id"], event)
            if known is event:
                yield from (f"{event['id']}: {error}" for error in self._description.event_errors(event))
            elif known != event:
                yield f"{event['id']} differs from page to page"

    @property
    def event_count(self):
        return len(self._events)


def refusal_problems(client, description):
    """Answers that are no matter of parameters."""
    for method, target, key, status in (
        ("GET", "/events", "", 401), ("GET", "/events", "sk_wrong", 401), ("HEAD", "/events", None, 200),
        ("GET", "/event", None, 404), ("GET", "/events/event_1", None, 404), ("POST", "/events", None, 405),
    ):
        answer, body = client.ask(target, method, key)
        said = f"{method} {target}: {answer.status} {body!r}"
        if answer.status != status or not (answer.getheader("X-Request-ID") or "").startswith("req_"):
            yield said
        elif method == "HEAD":
            length = int(answer.getheader("Content-Length"))
            if body or length != len(client.ask(target)[1]):
                yield said
        elif status == 401 and json.loads(body) != UNAUTHORIZED:
            yield said
        elif description.answer_errors(400, json.loads(body)):  # All of them have a message.
            yield said


def main(program, folder):
    description = apidescription.load_or_skip(folder)
    end = END.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with served(program, "--demo-events", "600", "--end", end) as ready:
        client = Client(ready)
        checker = Checker(client, description)
        newest = client.events("limit=100&order=desc")
        oldest = client.events("limit=100")
        organization = client.events("events=organization.created&limit=1")[0]["data"]["id"]
        known = sorted({event["event"] for event in newest})[:3]
        values = values_to_combine(known, oldest[30]["id"], newest[30]["id"], organization)
        queries = dict(itertools.chain(
            values_alone(), combinations(values), combinations(more_valid_values(known, values))))
        for query, status in queries.items():
            checker.check(query, status)
        # Every event, whatever the combinations left out.
        after = ""
        while after is not None:
            query = f"limit=100&after={after}"
            checker.check(query, OK)
            after = json.loads(client.ask("/events?" + query)[1])["list_metadata"]["after"]
        problems = checker.problems + list(refusal_problems(client, description))
    print("\n".join(problems[:40]))
    if checker.event_count != ready["events"]:
        problems.append("not every event was seen")
    print(f"{len(checker.request_ids)} requests, {checker.event_count} of {ready['events']} events, "
          f"statuses {dict(sorted(checker.statuses.items()))}, {len(problems)} problems")
    return 1 if problems or set(checker.statuses) != {OK, BAD, INVALID} else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
