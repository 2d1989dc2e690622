#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Pages through all of `playhead serve` as a consumer in another language would: nothing but http.client and json.

    page_every_way.py PLAYHEAD

Each spelling of `events` that an SDK sends, in both orders, with several limits, by list_metadata.after and by the last
event's id. Every walk must give each event once, in order, and with the same bytes as every other. Ends with 1 if not.
"""
import http.client
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from servedprogram import served

SPELLINGS = {
    "the description": lambda types: "events=" + ",".join(types),
    "node, python": lambda types: "events=" + "%2C".join(types),
    "go, ruby": lambda types: "&".join(f"events={name}" for name in types),
    "php": lambda types: "&".join(f"events%5B{i}%5D={name}" for i, name in enumerate(types)),
    "php, plain": lambda types: "&".join(f"events[{i}]={name}" for i, name in enumerate(types)),
    "dotnet, curl": lambda types: "&".join(f"events[]={name}" for name in types),
    "dotnet, escaped": lambda types: "&".join(f"events%5B%5D={name}" for name in types),
    "mixed": lambda types: "events[]=" + types[0] + "&events=" + ",+".join(types[1:]) + "&events=" + types[0],
}
LIMITS = (1, 7, 100)


def slices(text):
    """The text of each event in a page, and the page's after."""
    decoder = json.JSONDecoder()
    at = text.index('"data":[') + len('"data":[')
    events = []
    while text[at] != "]":
        at += text[at] == ","
        end = decoder.raw_decode(text, at)[1]
        events.append(text[at:end])
        at = end
    return events, json.loads(text)["list_metadata"]["after"]


class Consumer:
    def __init__(self, ready):
        self._connection = http.client.HTTPConnection(ready["url"].removeprefix("http://"), timeout=60)
        self._headers = {"Authorization": f"Bearer {ready['api_key']}"}
        self.requests = 0

    def page(self, query):
        self._connection.request("GET", "/events?" + query, headers=self._headers)
        answer = self._connection.getresponse()
        body = answer.read().decode("utf-8")
        self.requests += 1
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {query[:200]}: {body[:200]}")
        return slices(body)

    def walk(self, query, by_last_id):
        """All events. By the last event's id, as the guide has it, it ends with an empty page."""
        got, cursor = [], ""
        while cursor is not None:
            events, after = self.page(f"{query}&after={cursor}" if cursor else query)
            got += events
            if by_last_id:
                after = json.loads(events[-1])["id"] if events else None
            cursor = after
        return got


def problems(consumer, count):
    everything = consumer.walk("limit=100", False)
    events = [json.loads(text) for text in everything]
    times = [event["created_at"] for event in events]
    if len(events) != count or len({event["id"] for event in events}) != count or times != sorted(times):
        yield f"the walk without types: {len(events)} events of {count}, or one twice, or not in order"
    types = sorted({event["event"] for event in events})
    for name, spell in SPELLINGS.items():
        for order in ("asc", "desc"):
            expected = everything if order == "asc" else everything[::-1]
            for limit in LIMITS:
                query = f"{spell(types)}&order={order}&limit={limit}"
                if consumer.walk(query, limit == 7) != expected:
                    yield f"{name}, {order}, limit {limit}: not each event once"
        # One half of the types and the other: together all, and none in both.
        halves = [consumer.walk(f"{spell(types[i::2])}&limit=100", False) for i in (0, 1)]
        if sorted(halves[0] + halves[1]) != sorted(everything) or not halves[0] or not halves[1]:
            yield f"{name}: the halves are not the whole"
        if {json.loads(text)["event"] for text in halves[0]} != set(types[0::2]):
            yield f"{name}: another type than asked for"


def main(program):
    # A stream of this size has nearly all types; their names fill a target of 5 kB.
    with served(program, "--demo-events", "300", "--seed", "7") as ready:
        consumer = Consumer(ready)
        found = list(problems(consumer, ready["events"]))
    print("\n".join(found))
    print(f"{consumer.requests} requests, {len(SPELLINGS)} spellings, {ready['events']} events, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
