# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""The API description of GET /events as checks on answers and events.

The description lies outside this repository; the environment variable PLAYHEAD_SHARED_API names another folder.
"""
import os
import sys

SKIPPED = 77  # ctest: SKIP_RETURN_CODE


class ApiDescription:
    def __init__(self, document, jsonschema):
        self._jsonschema = jsonschema
        self._components = document["components"]
        general, variants = self._components["schemas"]["EventSchema"]["allOf"]
        self._every_event = self._validator(general)
        # The whole oneOf would try each of more than a hundred variants on each event.
        self._by_type = {}
        for variant in variants["oneOf"]:
            if "$ref" in variant:
                variant = self._components["schemas"][variant["$ref"].rsplit("/", 1)[1]]
            self._by_type[variant["properties"]["event"]["const"]] = self._validator(variant)
        responses = document["paths"]["/events"]["get"]["responses"]
        self._answers = {
            int(status): self._validator(response["content"]["application/json"]["schema"])
            for status, response in responses.items()
        }

    def _validator(self, schema):
        return self._jsonschema.Draft202012Validator(
            {"components": self._components, **schema},
            format_checker=self._jsonschema.FormatChecker(),
        )

    @property
    def types(self):
        return set(self._by_type)

    def event_errors(self, event):
        """What is wrong with one event, by the general part and by the variant of its own type."""
        own = self._by_type.get(event.get("event"))
        errors = list(self._every_event.iter_errors(event))
        errors += own.iter_errors(event) if own else ["the type is not in the description"]
        return [
            f"{getattr(error, 'json_path', '')} {getattr(error, 'message', error)}" for error in errors
        ]

    def answer_errors(self, status, body):
        """What is wrong with the body of an answer; the events of a list are left to event_errors()."""
        if status not in self._answers:
            return [f"status {status} is not in the description"]
        if status == 200 and isinstance(body, dict) and isinstance(body.get("data"), list):
            body = {**body, "data": []}
        return [f"{error.json_path} {error.message}" for error in self._answers[status].iter_errors(body)]


def load_or_skip(folder):
    """The description in `folder`. Ends the program with SKIPPED and a word when it or a Python module is missing."""
    folder = os.environ.get("PLAYHEAD_SHARED_API") or folder
    try:
        import jsonschema
        import yaml
    except ImportError as missing:
        print(f"skipped: {missing}; install python3-jsonschema and python3-yaml")
        sys.exit(SKIPPED)
    path = os.path.join(folder, "events.openapi.yaml")
    if not os.path.isfile(path):
        print(f"skipped: no API description in {folder}")
        sys.exit(SKIPPED)
    with open(path, encoding="utf-8") as text:
        document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return ApiDescription(document, jsonschema)
