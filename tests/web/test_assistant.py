"""The MCP server: a client's session finds, lists and cites."""

import asyncio
import json
from pathlib import Path
from typing import Any

from mcp import Client

from rashomon.dossier import Dossier
from rashomon.web.assistant import assistant

from .room import filed


def test_a_session_searches_lists_findings_and_gets_evidence(affair: Dossier, tmp_path: Path) -> None:
    path = filed(affair, tmp_path / "a.rashomon")

    async def session() -> None:
        async with Client(assistant(path)) as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == {"search", "list_findings", "evidence"}
            found = await ask(client, "search", words="people were killed")
            assert found["records"][0]["quote"] == "Four people were killed"
            listed = await ask(client, "list_findings", kind="conflict")
            claim = listed["findings"][0]["evidence"][0]["id"]
            cited = await ask(client, "evidence", claim=claim)
            document = next(d for d in affair.documents if d.id == cited["document"]["id"])
            start, end = cited["document"]["start"], cited["document"]["end"]
            assert cited["quote"] == document.text[start:end]
            assert (await client.call_tool("evidence", {"claim": "figure-x"})).is_error

    asyncio.run(session())


async def ask(client: Client, tool: str, **arguments: Any) -> Any:
    answer = await client.call_tool(tool, arguments)
    return json.loads(answer.content[0].text)
