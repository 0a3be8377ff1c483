"""What goes wrong unforeseen: one sentence and an id for the reader, all of it under that id in the log."""

import logging
from secrets import token_hex

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

HEADER = "X-Error-Id"
_LOG = logging.getLogger(__name__)


def tell(server: Flask) -> None:
    """Answer every error that nobody foresaw by its id, which `assets/connection.js` shows."""

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response | HTTPException:
        if isinstance(error, HTTPException):
            return error
        name = token_hex(4)
        _LOG.error("error %s at %s %s", name, request.method, request.path, exc_info=error)
        said = f"Something went wrong on the server (error {name}).\n"
        return Response(said, 500, {HEADER: name}, mimetype="text/plain")
