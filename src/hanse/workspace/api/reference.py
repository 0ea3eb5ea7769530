"""What does the API offer? Its endpoints, read from its own description: for the page, and for the reference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from hanse.workspace.api.face import api


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    takes: str
    what: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``GET address``: what it gives, what it can be asked with, and the fields of one record of the answer."""

    address: str
    what: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Parameter, ...]


@cache
def endpoints() -> dict[str, tuple[Endpoint, ...]]:
    """By group, in the order of the description."""
    described = api.get_openapi_schema()
    groups: dict[str, list[Endpoint]] = {}
    for address, methods in described["paths"].items():
        said = methods["get"]
        parameters = tuple(_parameter(each["name"], each["schema"], each) for each in said.get("parameters", ()))
        found = Endpoint(address, said["summary"], parameters, _fields(said, described["components"]["schemas"]))
        groups.setdefault(said["tags"][0], []).append(found)
    return {name: tuple(found) for name, found in groups.items()}


def page() -> str:
    """docs/reference/api.md."""
    described = api.get_openapi_schema()["info"]["description"]
    lines = ["# Reference: the API", "", "Made from the code, by `python -m hanse.workspace api_reference`.", ""]
    lines += [described, "", "The description for programs is at `/api/v1/openapi.json` (OpenAPI 3.1)."]
    for group, found in endpoints().items():
        lines += ["", f"## {group.capitalize()}"]
        for each in found:
            lines += ["", f"### GET {each.address}", "", f"{each.what}."]
            lines += _table("parameter", each.parameters) + _table("field", each.fields)
    return "\n".join(lines) + "\n"


def _table(head: str, rows: tuple[Parameter, ...]) -> list[str]:
    if not rows:
        return []
    cells = [f"| `{each.name}` | {each.takes} | {each.what} |" for each in rows]
    return ["", f"| {head} | {'is' if head == 'field' else 'takes'} | what it is |", "| --- | --- | --- |", *cells]


def _fields(said: dict[str, Any], schemas: dict[str, Any]) -> tuple[Parameter, ...]:
    answer = said["responses"][200].get("content", {}).get("application/json", {}).get("schema", {})
    shown = _resolved(answer, schemas)
    if (listed := shown.get("properties", {}).get("results", {}).get("items")) is not None:
        shown = _resolved(listed, schemas)
    return tuple(_parameter(name, each, each) for name, each in shown.get("properties", {}).items())


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    schema = schema.get("items", schema)
    return schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _parameter(name: str, schema: dict[str, Any], said: dict[str, Any]) -> Parameter:
    return Parameter(name, _takes(schema), said.get("description") or name.replace("_", " "))


def _takes(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return ", or ".join(_takes(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if schema.get("type") == "array":
        return f"list of {_takes(schema['items'])}"
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(
        schema.get("type", ""), schema.get("type", "anything")
    )
