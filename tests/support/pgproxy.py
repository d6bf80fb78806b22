# SPDX-License-Identifier: Apache-2.0
"""A proxy that understands PostgreSQL's protocol: it holds or cuts a session at an exact statement or byte.

    with Proxy(cluster.host, cluster.port) as proxy:
        rule = proxy.before(r"^insert into .*ledger")   # armed; the client connects to 127.0.0.1:proxy.port
        …start the client…
        rule.wait()                                     # the statement is here and has not been forwarded
        client.kill()

Actions: "pause" holds until release(); "cut" closes both ends. before(): the statement never reached the server.
after(): the server has done it, the client has not heard of it. copied(): so many bytes of COPY have passed.
"""
import re
import socket
import struct
import threading

CANCEL, SSL, GSS = 80877102, 80877103, 80877104


class Rule:
    """What happens at one place; fires once, at the match number `skip` + 1."""

    def __init__(self, proxy, action, skip=0):
        self._proxy = proxy
        self._action = action
        self._skip = skip
        self._armed = True
        self._hit = threading.Event()
        self._released = threading.Event()
        self.statement = None

    def take(self):
        """True for the one match that counts."""
        with self._proxy.lock:
            if not self._armed:
                return False
            if self._skip > 0:
                self._skip -= 1
                return False
            self._armed = False
            return True

    def fire(self, link, statement=None):
        self.statement = statement
        if self._action == "cut":
            link.cut()
        self._hit.set()
        if self._action == "pause":
            self._released.wait()

    def wait(self, timeout=60):
        if not self._hit.wait(timeout):
            seen = "\n".join(f"  {text[:150]!r}" for text in self._proxy.statements[-25:])
            raise AssertionError(f"the place was not reached within {timeout} s; the last statements were\n{seen}")
        return self

    def hit_or(self, ended):
        """True when the place was reached, false when `ended` says that nobody will come there."""
        while not self._hit.wait(0.05):
            if ended():
                return self._hit.is_set()
        return True

    def release(self):
        self._released.set()


class StatementRule(Rule):
    def __init__(self, proxy, pattern, when, action, skip, following):
        super().__init__(proxy, action, skip)
        self.when = when
        self._pattern = re.compile(pattern, re.IGNORECASE | re.DOTALL)
        self._following = re.compile(following or "", re.IGNORECASE | re.DOTALL)
        self._reached = following is None

    def matches(self, statement):
        if not self._reached:
            self._reached = self._following.search(statement) is not None
            return False
        return self._pattern.search(statement) is not None and self.take()


class CopyRule(Rule):
    def __init__(self, proxy, size, action):
        super().__init__(proxy, action)
        self._left = size

    def passes(self, size):
        """Called for every piece of COPY data before it is forwarded; true where the limit is reached."""
        self._left -= size
        return self._left <= 0 and self.take()


class Proxy:
    def __init__(self, host, port):
        self.lock = threading.Lock()
        self.statements = []
        self._server = (host, port)
        self._rules = []
        self._links = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.host, self.port = self._listener.getsockname()
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def before(self, pattern, action="pause", skip=0, following=None):
        """following: counts only after a statement that matches this one."""
        return self._add(StatementRule(self, pattern, "before", action, skip, following))

    def after(self, pattern, action="pause", skip=0, following=None):
        return self._add(StatementRule(self, pattern, "after", action, skip, following))

    def copied(self, size, action="pause"):
        return self._add(CopyRule(self, size, action))

    def cut(self):
        """Breaks every session now."""
        for link in list(self._links):
            link.cut()

    def close(self):
        self._listener.close()
        for rule in self._rules:
            rule.release()
        self.cut()

    # --- inside -------------------------------------------------------------------------------------------------

    def statement_rule(self, statement):
        with self.lock:
            self.statements.append(statement)
            rules = list(self._rules)
        return next((r for r in rules if isinstance(r, StatementRule) and r.matches(statement)), None)

    def copy_rule(self, size):
        return next((r for r in list(self._rules) if isinstance(r, CopyRule) and r.passes(size)), None)

    def _add(self, rule):
        with self.lock:
            self._rules.append(rule)
        return rule

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            link = Link(self, client, self._server)
            self._links.append(link)
            threading.Thread(target=link.run, daemon=True).start()


def _exactly(sock, size):
    data = bytearray()
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            raise ConnectionError
        data += piece
    return bytes(data)


class Link:
    """One session: two pumps, each in its own thread."""

    def __init__(self, proxy, client, server):
        self._proxy = proxy
        self._client = client
        self._address = server
        self._server = None
        self._after = None  # the rule whose statement the server is working at

    def cut(self):
        for sock in (self._client, self._server):
            if sock is None:
                continue
            try:
                sock.shutdown(socket.SHUT_RDWR)  # wakes the pump that waits on it
            except OSError:
                pass
            sock.close()  # what is unread resets the other end: a backend in the middle of a COPY would wait for ever

    def run(self):
        try:
            self._server = socket.create_connection(self._address)
            for sock in (self._client, self._server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._start():
                threading.Thread(target=self._pump, args=(self._answers,), daemon=True).start()
                self._pump(self._requests)
        except OSError:
            self.cut()

    def _start(self):
        """The first packets have no type. True where a session follows, false where it was a cancel request."""
        while True:
            head = _exactly(self._client, 8)
            length, code = struct.unpack("!II", head)
            body = _exactly(self._client, length - 8)
            if code in (SSL, GSS):
                self._client.sendall(b"N")
                continue
            self._server.sendall(head + body)
            if code == CANCEL:
                self.cut()
            return code != CANCEL

    def _pump(self, step):
        try:
            while True:
                step()
        except OSError:
            self.cut()

    def _requests(self):
        head = _exactly(self._client, 5)
        body = _exactly(self._client, struct.unpack("!I", head[1:])[0] - 4)
        kind = head[:1]
        if kind in (b"Q", b"P"):
            text = body.split(b"\0")[0 if kind == b"Q" else 1].decode("utf-8", "replace")
            rule = self._proxy.statement_rule(text)
            if rule and rule.when == "before":
                rule.fire(self, text)
            elif rule:
                self._after = (rule, text)
        elif kind == b"d":
            rule = self._proxy.copy_rule(len(body))
            if rule:
                rule.fire(self)
        self._server.sendall(head + body)

    def _answers(self):
        held = b""
        while True:
            head = _exactly(self._server, 5)
            body = _exactly(self._server, struct.unpack("!I", head[1:])[0] - 4)
            if head[:1] == b"d":
                rule = self._proxy.copy_rule(len(body))
                if rule:
                    rule.fire(self)
            held += head + body
            if self._after is None or head[:1] == b"G":  # G: the server waits for the client's rows
                break
            if head[:1] == b"Z":  # ready for the next query: the statement is done
                (rule, text), self._after = self._after, None
                rule.fire(self, text)
                break
        self._client.sendall(held)
