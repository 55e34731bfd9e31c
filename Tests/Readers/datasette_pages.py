"""Asks Datasette for the page and a row of every table and view, and looks for the descriptions on the pages.

Usage: datasette_pages.py DATABASE METADATA. Prints what is wrong and, at last, how many pages there were.
"""
import asyncio
import html
import json
import os
import sys

from datasette.app import Datasette


async def main(path, metadata):
    described = json.load(open(metadata, encoding="utf-8"))
    name = os.path.splitext(os.path.basename(path))[0]
    datasette = Datasette([path], metadata=described)
    for table, entry in described["databases"][name]["tables"].items():
        rows = await datasette.client.get(datasette.urls.table(name, table, format="json") + "?_size=1&_shape=array")
        page = await datasette.client.get(datasette.urls.table(name, table) + "?_size=1")
        if rows.status_code != 200 or page.status_code != 200:
            print(f"{table}: {rows.status_code}, {page.status_code}")
        text = html.unescape(page.text)
        for what in [entry["description"], *entry["columns"].values()]:
            if what not in text:
                print(f"{table}: not on the page: {what}")
    print(f"{len(described['databases'][name]['tables'])} pages")


asyncio.run(main(*sys.argv[1:]))
