"""Runs statements in ClickHouse inside this process: a list of them for each line of JSON that comes in, the rows of the last one going out."""

import json
import sys

from chdb import session

database = session.Session()
for line in sys.stdin:
    answer = None
    for statement in json.loads(line):
        answer = database.query(statement, "JSONCompact")
    text = str(answer) if answer is not None else ""
    print(json.dumps(json.loads(text)["data"] if text.strip() else []), flush=True)
