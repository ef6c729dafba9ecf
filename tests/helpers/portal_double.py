"""A desktop portal that only pretends. Run as a process: ``portal_double.py '<json of Plan>'``.

It serves the interfaces Screenshot, GlobalShortcuts and Registry on the session bus, answers as the plan
says, writes each call that it gets as a line of JSON to stdout and obeys commands from stdin.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from typing import Any

from dbus_fast import BusType, DBusError, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

PATH = "/org/freedesktop/portal/desktop"
PREFIX = "org.freedesktop.portal."


@dataclass
class Plan:
    """``code`` answers each request unless ``codes`` names its method; ``silent`` methods get no Response."""

    code: int = 0
    codes: dict[str, int] = field(default_factory=dict)
    uri: str = ""
    silent: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    own_paths: bool = False
    before_reply: bool = False


def tell(**call: Any) -> None:
    sys.stdout.write(json.dumps(call) + "\n")
    sys.stdout.flush()


def plain(value: Any) -> Any:
    if isinstance(value, Variant):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


class Double:
    def __init__(self, bus: MessageBus, plan: Plan) -> None:
        self.bus = bus
        self.plan = plan
        self.client = ""

    def handle(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL or not message.path.startswith(PATH):
            return None
        method, body = message.member, plain(message.body)
        tell(method=method, path=message.path, body=body)
        if method in self.plan.refused:
            return Message.new_error(message, self.plan.refused[method], f"no {method} here")
        if method in ("Close", "Register"):
            return Message.new_method_return(message)
        self.client = message.sender
        return self.request(message, body[-1])

    def request(self, message: Message, options: dict[str, Any]) -> Message | bool:
        sender = message.sender.lstrip(":").replace(".", "_")
        token = "their_own" if self.plan.own_paths else options["handle_token"]
        path = f"{PATH}/request/{sender}/{token}"
        reply = Message.new_method_return(message, "o", [path])
        if message.member in self.plan.silent:
            return reply
        if self.plan.before_reply:
            self.respond(message, options, path)
            return reply
        self.bus.send(reply)
        # The old kind of portal chooses the path: nobody can listen before the reply is read.
        asyncio.get_running_loop().call_later(
            0.2 if self.plan.own_paths else 0, self.respond, message, options, path
        )
        return True

    def respond(self, message: Message, options: dict[str, Any], path: str) -> None:
        results: dict[str, Variant] = {}
        if message.member == "Screenshot":
            results = {"uri": Variant("s", self.plan.uri)}
        elif message.member == "CreateSession":
            session = f"{PATH}/session/double/{options['session_handle_token']}"
            results = {"session_handle": Variant("s", session)}
        elif message.member == "BindShortcuts":
            bound = [[key, {"trigger_description": Variant("s", "Press it")}] for key, _ in message.body[1]]
            results = {"shortcuts": Variant("a(sa{sv})", bound)}
        code = self.plan.codes.get(message.member, self.plan.code)
        self.signal(path, "Request", "Response", "ua{sv}", [code, results if code == 0 else {}])

    def signal(self, path: str, interface: str, member: str, signature: str, body: list[Any]) -> None:
        self.bus.send(
            Message(
                message_type=MessageType.SIGNAL,
                destination=self.client,
                path=path,
                interface=PREFIX + interface,
                member=member,
                signature=signature,
                body=body,
            )
        )

    def obey(self, command: dict[str, Any]) -> None:
        if command["do"] == "activate":
            body = [command["session"], command["id"], 42, {}]
            self.signal(PATH, "GlobalShortcuts", "Activated", "osta{sv}", body)
        elif command["do"] == "end":
            self.signal(command["session"], "Session", "Closed", "a{sv}", [{}])
        else:
            raise ValueError(command)


async def main(plan: Plan) -> None:
    bus = await MessageBus(bus_type=BusType.SESSION).connect()
    double = Double(bus, plan)
    bus.add_message_handler(double.handle)
    await bus.request_name("org.freedesktop.portal.Desktop")
    tell(method="ready")
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    while line := await reader.readline():
        double.obey(json.loads(line))


if __name__ == "__main__":
    try:
        asyncio.run(main(Plan(**json.loads(sys.argv[1]))))
    except DBusError as error:
        sys.exit(str(error))
