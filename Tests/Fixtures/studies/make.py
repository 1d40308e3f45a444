"""Writes the small study beside this script: a country X of three industries and two regions, with invented
numbers chosen so that its inverses can be written out by hand (SmallStudyTests does). Run it from anywhere; it
takes no arguments. The golden summaries are not written here: they are read, judged and committed by people."""

import csv
import hashlib
import io
import json
import pathlib

HERE = pathlib.Path(__file__).parent / "small"

SOURCE = {"publisher": "Statistics X", "licence": "CC0 1.0", "attribution": "Source: Statistics X", "vintage": "2022-03-01"}
INDUSTRIES = [("A", "Farming", "Jordbruk"), ("B", "Works", "Industri"), ("C", "Services", "Tjenester")]
CODES = [code for code, _, _ in INDUSTRIES]
LABEL = ["code", "name_en", "name_nb"]


def table(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def write(folder, kind, title, number, own, rules, files):
    target = HERE / folder
    target.mkdir(parents=True, exist_ok=True)
    description = {"format": "ringvirk-dataset-1", "kind": kind, "title": title, **SOURCE, "table": number, **own}
    description["rules"] = rules
    description["files"] = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    text = json.dumps(description, indent=2, ensure_ascii=False) + "\n"
    (target / "dataset.json").write_text(text, encoding="utf-8", newline="\n")


def input_output():
    final = [
        ("HH", "Households", "Husholdninger", "household_consumption"),
        ("EXP", "Exports", "Eksport", "exports"),
    ]
    primary = [
        ("M", "Imports", "Import", "imports"),
        ("T", "Product taxes less subsidies", "Produktskatter minus produktsubsidier", "product_taxes"),
        ("D1", "Compensation of employees", "Lønnskostnader", "compensation"),
        ("B2", "Operating surplus, gross", "Driftsresultat, brutto", "operating_surplus"),
    ]
    users = CODES + [row[0] for row in final]
    domestic = {"A": (10, 40, 0, 30, 20), "B": (30, 20, 75, 50, 25), "C": (30, 20, 50, 300, 100)}
    imported = {"A": (2, 6, 5, 10, 0), "B": (4, 20, 30, 60, 4), "C": (2, 10, 15, 20, 0)}
    inputs = {"M": (8, 36, 50, 90, 4), "T": (2, 4, 25, 60, 0), "D1": (10, 50, 200), "B2": (10, 30, 100)}
    flows = [("domestic", s, u, v) for s in CODES for u, v in zip(users, domestic[s])]
    flows += [("imported", s, u, v) for s in CODES for u, v in zip(users, imported[s])]
    flows += [("primary", s, u, v) for s in inputs for u, v in zip(users, inputs[s])]
    write(
        "table-2020", "input_output_table", {"en": "Country X, 2020", "nb": "Landet X, 2020"}, "Table 12",
        {
            "area": {"code": "0", "en": "Country X", "nb": "Landet X"}, "year": 2020, "unit": "MNOK",
            "price_basis": "basic", "prices_of": 2020,
            "tolerance": {"row": 0, "column": 0, "reason": "Invented in whole millions"},
        },
        [{"name": "final-demand-subtotals-dropped", "touched": ["P3"]}],
        {
            "industries.csv": table(LABEL, INDUSTRIES),
            "final_demand.csv": table(LABEL + ["role"], final),
            "primary_inputs.csv": table(LABEL + ["role"], primary),
            "flows.csv": table(["origin", "supplier", "user", "value"], flows),
            "output.csv": table(["industry", "value"], zip(CODES, (100, 200, 500))),
        })


def regional():
    lines = [(*row, "industry", "") for row in INDUSTRIES]
    lines = [("TOTAL", "All industries", "I alt", "total", " ".join(CODES))] + lines
    # Value added, compensation, employment. The regions add up to the nation, the industries to the total; C's
    # compensation in region 1 is withheld and can only be 60.
    figures = {
        "0": {"A": (20, 10, 100), "B": (80, 50, 200), "C": (300, 200, 1000), "TOTAL": (400, 260, 1300)},
        "1": {"A": (2, 1, 12), "B": (8, 5, 18), "C": (90, ":", 312), "TOTAL": (100, 66, 342)},
        "2": {"A": (18, 9, 88), "B": (72, 45, 182), "C": (210, 140, 688), "TOTAL": (300, 194, 958)},
    }
    rows = [(2020, region, line[0], *figures[region][line[0]], "..") for region in figures for line in lines]
    write(
        "accounts", "regional_accounts", {"en": "Regional accounts", "nb": "Regionalregnskap"}, "Table 13",
        {"nation": {"code": "0", "en": "Country X", "nb": "Landet X"}, "unit": "MNOK"}, [],
        {
            "industries.csv": table(LABEL + ["role", "covers"], lines),
            "regions.csv": table(
                LABEL + ["first_year", "last_year"], [("1", "North", "Nord", "", ""), ("2", "South", "Sør", "", "")]),
            "accounts.csv": table(
                ["year", "region", "industry", "value_added", "compensation", "employment", "investment"], rows),
        })


def emissions():
    write(
        "emissions", "extensions", {"en": "Air emissions", "nb": "Utslipp til luft"}, "Table 14", {},
        [{"name": "thousand-tonnes-to-tonnes", "touched": ["ghg"]}],
        {
            "industries.csv": table(LABEL, INDUSTRIES),
            "measures.csv": table(LABEL + ["unit"], [("ghg", "Greenhouse gases", "Klimagasser", "t CO2e")]),
            "extensions.csv": table(
                ["extension", "year", "industry", "value"],
                [("ghg", 2020, code, value) for code, value in zip(CODES, (500, 200, 125))]),
        })


def groups():
    pairs = [(scheme, code, code) for scheme in ("ssb_io_65", "ssb_11713") for code in CODES]
    write(
        "groups", "concordance", {"en": "Three groups", "nb": "Tre grupper"}, "Each industry to itself", {}, [],
        {
            "industries.csv": table(LABEL, INDUSTRIES),
            "mapping.csv": table(["scheme", "source", "target"], pairs),
        })


input_output()
regional()
emissions()
groups()
