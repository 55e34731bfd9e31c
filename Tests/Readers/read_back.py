"""Whether other programs read a CSV export as the database has it.

Usage: read_back.py DATABASE SQL CSV [python|pandas|duckdb|libreoffice]...
The SQL gives the rows that the CSV should hold. Prints what differs; exit status 1 when anything does.
"""
import csv
import os
import sqlite3
import subprocess
import sys
import tempfile


def text(value):
    """A value as the CSV should hold it; None stays."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**63:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def python(path, names, rows):
    with open(path, encoding="utf-8", newline="") as file:
        found = list(csv.reader(file, strict=True))
    return found, [names] + [["" if cell is None else text(cell) for cell in row] for row in rows]


def pandas(path, names, rows):
    import pandas

    exact = pandas.read_csv(path, dtype=str, keep_default_na=False)
    found = [list(exact.columns)] + exact.values.tolist()
    # As people read it: numbers are numbers.
    typed = pandas.read_csv(path, low_memory=False)
    for index, name in enumerate(names):
        column = [row[index] for row in rows]
        if all(cell is None or isinstance(cell, (int, float)) for cell in column) and any(cell is not None for cell in column):
            for line, (cell, got) in enumerate(zip(column, typed[name].tolist())):
                if not (got != got if cell is None else got == cell):
                    raise SystemExit(f"pandas: row {line + 1}, {name}: {got!r}, not {cell!r}")
    return found, [names] + [["" if cell is None else text(cell) for cell in row] for row in rows]


def duckdb(path, names, rows):
    import duckdb

    relation = duckdb.sql(
        f"SELECT * FROM read_csv('{path}', header=true, all_varchar=true, nullstr='', allow_quoted_nulls=false, delim=',', quote='\"', escape='\"')")
    # NULL and empty text are told apart here.
    return [relation.columns] + [list(row) for row in relation.fetchall()], [names] + [[text(cell) for cell in row] for row in rows]


def libreoffice(path, names, rows):
    with tempfile.TemporaryDirectory() as folder:
        columns = "/".join(f"{number}/2" for number in range(1, len(names) + 1))
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,{columns},0,true,false", "--convert-to",
             "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true", "--outdir", folder, path],
            check=True, capture_output=True, timeout=600)
        return python(os.path.join(folder, os.path.basename(path)), names, rows)


database, sql, path, *readers = sys.argv[1:]
cursor = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(sql)
names = [column[0] for column in cursor.description]
rows = cursor.fetchall()
failed = False
for reader in readers:
    found, wanted = globals()[reader](path, names, rows)
    differing = [number for number, pair in enumerate(zip(found, wanted)) if list(pair[0]) != list(pair[1])]
    if len(found) != len(wanted) or differing:
        failed = True
        print(f"{reader}: {len(found)} rows, not {len(wanted)}; {len(differing)} differ")
        for number in differing[:5]:
            for name, got, cell in zip(names, found[number], wanted[number]):
                if got != cell:
                    print(f"  row {number}, {name}: {got!r}, not {cell!r}")
    else:
        print(f"{reader}: {len(found) - 1} rows are the same")
sys.exit(failed)
