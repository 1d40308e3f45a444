"""Writes the small datasets beside this script: a country X with invented numbers, in the form DatasetWriter
writes, so that reading and writing them again gives the same bytes. Run it from anywhere; it takes no arguments."""

import csv
import hashlib
import io
import json
import pathlib

HERE = pathlib.Path(__file__).parent

SOURCE = {
    "publisher": "Statistics X", "table": "Invented", "licence": "CC0 1.0", "attribution": "Source: nobody",
    "vintage": "2022-03-01", "source_files": [{"name": "x.xlsx", "sha256": "0" * 64}],
}


def table(header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def write(folder, kind, title, own, rules, files, source=SOURCE, digests=True):
    target = HERE / folder
    target.mkdir(exist_ok=True)
    description = {"format": "ringvirk-dataset-1", "kind": kind, "title": title, **source, **own, "rules": rules}
    if digests:
        description["files"] = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    text = json.dumps(description, indent=2, ensure_ascii=False) + "\n"
    (target / "dataset.json").write_text(text, encoding="utf-8", newline="\n")


INDUSTRIES = [("A", "Farming", "Jordbruk"), ("B", "Manufacturing", "Industri"), ("C", "Services", "Tjenester")]
LABEL = ["code", "name_en", "name_nb"]


def input_output():
    codes = [code for code, _, _ in INDUSTRIES]
    final = [
        ("HH", "Households", "Husholdninger", "household_consumption"),
        ("GOV", "Government", "Offentlig", "collective_consumption"),
        ("INV", "Investment", "Investering", "investment"),
        ("STK", "Changes in inventories", "Lagerendring", "inventories"),
        ("EXP", "Exports", "Eksport", "exports"),
    ]
    primary = [
        ("M", "Imports", "Import", "imports"),
        ("T", "Product taxes less subsidies", "Produktskatter minus produktsubsidier", "product_taxes"),
        ("D1", "Compensation of employees", "Lønnskostnader", "compensation"),
        ("D29", "Other production taxes, less subsidies", "Netto næringsskatter", "production_taxes"),
        ("K1", "Consumption of fixed capital", "Kapitalslit", "capital_consumption"),
        ("B2", "Operating surplus, net", "Driftsresultat, netto", "operating_surplus"),
    ]
    users = codes + [row[0] for row in final]
    domestic = {
        "A": [10, 40, 5, 30, 0, 2, -2, 15],
        "B": [15, 50, 30, 60, 10, 35, 5, 95],
        "C": [10, 40, 65, 120, 90, 15, 0, 60],
    }
    imported = {
        "A": [2, 10, 3, 5, 0, 0, 1, 0],
        "B": [8, 50, 12, 30, 2, 28, 0, 3],
        "C": [2, 10, 25, 10, 3, 2, 0, 1],
    }
    inputs = {
        "M": [12, 70, 40, 45, 5, 30, 1, 4], "T": [1, 4, 10, 35, 2, 6, 0, 0],
        "D1": [20, 60, 160], "D29": [-3, 1, 5], "K1": [15, 15, 45], "B2": [20, 20, 40],
    }
    flows = []
    for origin, block in (("domestic", domestic), ("imported", imported), ("primary", inputs)):
        for part in (slice(0, 3), slice(3, 8)):
            for supplier, row in block.items():
                flows += [(origin, supplier, user, value) for user, value in zip(users[part], row[part])]
    output = [("A", 100), ("B", 300), ("C", 400)]
    # The table adds up exactly; the tolerance is there to be tested.
    for index, code in enumerate(codes):
        assert sum(domestic[code]) == output[index][1]
        assert sum(block[index] for block in [*domestic.values(), *inputs.values()]) == output[index][1]
    for index in range(8):
        assert sum(row[index] for row in imported.values()) == inputs["M"][index]
    employment = [("employment", "Employed persons", "Sysselsatte personer", "persons", code, amount)
                  for code, amount in (("A", 900), ("B", 1500), ("C", 5200))]
    write(
        "table", "input_output_table", {"en": "Country X, 2020", "nb": "Landet X, 2020"},
        {"area": {"code": "X", "en": "Country X", "nb": "Landet X"}, "year": 2020, "unit": "MX",
         "price_basis": "basic", "prices_of": 2020,
         "tolerance": {"row": 0.5, "column": 1e-06, "reason": "Rows are rounded to whole millions"}},
        [{"name": "imports-split-by-hand", "touched": ["B, C"]}],
        {
            "industries.csv": table(LABEL, INDUSTRIES), "final_demand.csv": table(LABEL + ["role"], final),
            "primary_inputs.csv": table(LABEL + ["role"], primary),
            "flows.csv": table(["origin", "supplier", "user", "value"], flows),
            "output.csv": table(["industry", "value"], output),
            "extensions.csv": table(["extension", "name_en", "name_nb", "unit", "industry", "value"], employment),
        })


def supply_use():
    products = [("goods", "Goods", "Varer"), ("trade", "Trade", "Handel"), ("services", "Services", "Tjenester")]
    industries = [("works", "Works", "Industri"), ("shops", "Shops", "Butikker")]
    final = [("HH", "Households", "Husholdninger", "household_consumption"), ("EXP", "Exports", "Eksport", "exports")]
    items = [
        ("trade_margin", "Trade margins", "Handelsavanser", "trade_margins"), ("vat", "VAT", "Merverdiavgift", "vat"),
        ("tax", "Other product taxes", "Andre produktskatter", "product_taxes"),
        ("subsidy", "Product subsidies", "Produktsubsidier", "product_subsidies"),
    ]
    inputs = [("D1", "Compensation of employees", "Lønnskostnader", "compensation"),
              ("B2", "Operating surplus", "Driftsresultat", "operating_surplus")]
    territory = [("abroad", "Purchases abroad", "Kjøp i utlandet", "residents_abroad"),
                 ("here", "Purchases by visitors", "Utlendingers kjøp", "non_residents_here")]
    made = {"goods": [300, 10], "trade": [0, 120], "services": [20, 200]}
    imports = {"goods": 90, "trade": 0, "services": 30}
    valued = {"goods": [100, 25, 10, -5], "trade": [-100, 0, 0, 0], "services": [0, 18, 2, 0]}
    used = {"goods": [100, 40, 300, 90], "trade": [0, 0, 0, 20], "services": [60, 50, 110, 50]}
    added = {"D1": [100, 150], "B2": [60, 90]}
    placed = {"abroad": [12, 0], "here": [-8, 8]}
    codes = [code for code, _, _ in industries]
    demand = [row[0] for row in final]
    for product in made:
        assert sum(made[product]) + imports[product] + sum(valued[product]) == sum(used[product])
    for index, code in enumerate(codes):
        assert sum(row[index] for row in made.values()) == sum(
            row[index] for row in [*used.values(), *added.values()])

    def cells(origin, rows, columns):
        return [(origin, row, column, value)
                for row, values in rows.items() for column, value in zip(columns, values) if value]

    write(
        "supply-use", "supply_use_table",
        {"en": "Country X, supply and use 2020", "nb": "Landet X, tilgang og bruk 2020"},
        {"area": {"code": "X", "en": "Country X", "nb": "Landet X"}, "year": 2020, "unit": "MX",
         "price_basis": "purchasers", "prices_of": 2020,
         "tolerance": {"product": 0.5, "industry": 1e-06, "reason": "Supply is rounded to whole millions"}},
        [{"name": "margins-split-by-hand", "touched": ["goods"]}],
        {
            "products.csv": table(LABEL, products), "industries.csv": table(LABEL, industries),
            "final_demand.csv": table(LABEL + ["role"], final), "primary_inputs.csv": table(LABEL + ["role"], inputs),
            "supply.csv": table(
                ["origin", "product", "source", "value"],
                cells("output", made, codes) + [("imports", code, "", value) for code, value in imports.items() if value]
                + cells("valuation", valued, [row[0] for row in items])),
            "use.csv": table(
                ["origin", "row", "user", "value"],
                cells("use", {code: row[:2] for code, row in used.items()}, codes)
                + cells("use", {code: row[2:] for code, row in used.items()}, demand)
                + cells("primary", added, codes) + cells("territory", placed, demand)),
            "valuation.csv": table(LABEL + ["role"], items), "territory.csv": table(LABEL + ["role"], territory),
        })


def regional():
    lines = [
        ("T", "Total", "I alt", "total", "A B C"), ("A", "Farming", "Jordbruk", "industry", ""),
        ("BC", "Manufacturing and services", "Industri og tjenester", "subtotal", "B C"),
        ("B", "Manufacturing", "Industri", "industry", ""), ("B1", "of which food", "herav mat", "detail", ""),
        ("C", "Services", "Tjenester", "industry", ""),
    ]
    regions = [("1", "North", "Nord", "", ""), ("2", "South", "Sør", "", "2020"), ("3", "New South", "Nye Sør", "2021", "")]
    accounts = {
        (2020, "0"): ["360,250,7600,..", "52,20,900,..", "308,230,6700,..", "96,60,1500,..", "11,7,170,..", "212,170,5200,.."],
        (2020, "1"): ["160,110,3400,..", "22,8,400,..", "138,102,3000,..", ":,:,700,..", ":,:,60,..", ":,:,2300,.."],
        (2020, "2"): ["200,140,4200,..", "30,12,500,..", "170,128,3700,..", ":,:,800,..", ":,:,110,..", ":,:,2900,.."],
        (2021, "0"): ["370,255,7700,40", "50,20,880,10", "320,235,6820,30", "100,62,1520,10", "12,7,175,.", "220,173,5300,20"],
        (2021, "1"): ["165,112,3450,18", "21,8,390,4", "144,104,3060,14", "45,28,710,5", "-1.5,:,60,.", "99,76,2350,9"],
        (2021, "3"): ["205,143,4250,22", "29,12,490,6", "176,131,3760,16", "55,34,810,5", "13.5,:,115,.", "121,97,2950,11"],
    }
    rows = [(year, region, line[0], *cells.split(","))
            for (year, region), block in accounts.items() for line, cells in zip(lines, block)]
    write(
        "regional", "regional_accounts", {"en": "Regions of X", "nb": "Regioner i X"},
        {"nation": {"code": "0", "en": "Country X", "nb": "Landet X"}, "unit": "MX"}, [],
        {
            "industries.csv": table(LABEL + ["role", "covers"], lines),
            "regions.csv": table(LABEL + ["first_year", "last_year"], regions),
            "accounts.csv": table(
                ["year", "region", "industry", "value_added", "compensation", "employment", "investment"], rows),
        })


def extensions():
    measures = [("ghg", "Greenhouse gases", "Klimagasser", "t CO2e"), ("energy", "Energy use", "Energibruk", "GWh")]
    amounts = {
        (2019, "ghg"): [50, 90.25, 12], (2020, "ghg"): [49, 88, -0.5], (2020, "energy"): [1, 20, 0.1],
    }
    rows = [(code, year, industry[0], amount)
            for (year, code), values in amounts.items() for industry, amount in zip(INDUSTRIES, values)]
    write(
        "extensions", "extensions", {"en": "Emissions of X", "nb": "Utslipp i X"}, {}, [],
        {
            "industries.csv": table(LABEL, INDUSTRIES), "measures.csv": table(LABEL + ["unit"], measures),
            "extensions.csv": table(["extension", "year", "industry", "value"], rows),
        })


def concordance():
    groups = [("goods", "Goods", "Varer"), ("services", "Services", "Tjenester")]
    mapping = [("x_table", "A", "goods"), ("x_table", "B", "goods"), ("x_table", "C", "services"),
               ("x_old", "01", "goods"), ("x_old", "50", "services")]
    # As an economist would make it by hand: no vintage, no source files, no digests.
    source = {key: SOURCE[key] for key in ("publisher", "table", "licence", "attribution")}
    write(
        "groups", "concordance", {"en": "Two groups"}, {}, [],
        {"industries.csv": table(LABEL, groups), "mapping.csv": table(["scheme", "source", "target"], mapping)},
        source=source, digests=False)


def regional_tables():
    """Six regions whose shares and sizes follow a rule, so that another program can fit the same model."""
    industries = [("A", "Farming", "Jordbruk"), ("B", "Manufacturing", "Industri"), ("C", "Services", "Tjenester")]
    codes = [code for code, _, _ in industries]
    final = [("HH", "Households", "Husholdninger", "household_consumption"), ("EXP", "Sales elsewhere", "Salg andre steder", "exports")]
    primary = [("M", "Imports", "Import", "imports"), ("T", "Product taxes", "Produktskatter", "product_taxes"),
               ("D1", "Compensation", "Lønnskostnader", "compensation"), ("B2", "Surplus", "Driftsresultat", "operating_surplus")]
    places = [(60, 25), (60.5, 23), (61, 27), (62, 26), (63, 24), (64, 28)]
    regions = [(f"r{r}", f"Region {r}", f"Region nr. {r}", *places[r], "yes") for r in range(6)]
    output = [[100 + 37 * ((r * 7 + i * 5) % 6) + 11 * r + 13 * i for i in range(3)] for r in range(6)]
    flows, accounts, national = [], [], {}
    for r in range(6):
        own = [[0.0] * 3 for _ in codes]
        other = [[0.0] * 3 for _ in codes]
        for i in range(3):
            total, share = 5 + (r * 3 + i * 4) % 5, 0.2 + 0.1 * ((r * 2 + i * 3) % 7)
            for j, part in enumerate((0.5, 0.3, 0.2)):
                own[i][j] = round(total * share * part, 9)
                other[i][j] = round(total * (1 - share) * part, 9)
                national[i, j] = national.get((i, j), 0) + own[i][j] + other[i][j]
        for i, code in enumerate(codes):
            sold = sum(own[i])
            households = round(0.4 * (output[r][i] - sold), 9)
            rest = round(output[r][i] - sold - households, 9)
            flows += [(f"r{r}", "own_region", code, user, value) for user, value in zip(codes, own[i])]
            flows += [(f"r{r}", "own_region", code, "HH", households), (f"r{r}", "own_region", code, "EXP", rest)]
        for i, code in enumerate(codes):
            flows += [(f"r{r}", "other_regions", code, user, value) for user, value in zip(codes, other[i])]
        bought = [sum(own[i][j] + other[i][j] for i in range(3)) for j in range(3)]
        rows = {"M": [3 + r] * 3, "T": [1] * 3, "D1": [20 + 2 * r] * 3}
        rows["B2"] = [round(output[r][j] - bought[j] - sum(row[j] for row in rows.values()), 9) for j in range(3)]
        for code, row in rows.items():
            flows += [(f"r{r}", "primary", code, user, value) for user, value in zip(codes, row)]
        accounts += [(f"r{r}", code, output[r][j], round(rows["D1"][j] + rows["B2"][j], 9), rows["D1"][j])
                     for j, code in enumerate(codes)]
    sums = [sum(row[j] for row in output) for j in range(3)]
    coefficients = [(codes[i], codes[j], round(value / sums[j], 12)) for (i, j), value in national.items()]
    write(
        "regional-tables", "regional_tables", {"en": "Tables of X's regions", "nb": "Tabeller for regionene i X"},
        {"area": {"code": "X", "en": "Country X", "nb": "Landet X"}, "year": 2020, "unit": "MX", "price_basis": "basic",
         "prices_of": 2020, "tolerance": {"row": 1e-6, "column": 1e-6, "reason": "Nine decimals"}}, [],
        {
            "industries.csv": table(LABEL, industries), "final_demand.csv": table(LABEL + ["role"], final),
            "primary_inputs.csv": table(LABEL + ["role"], primary),
            "regions.csv": table(LABEL + ["latitude", "longitude", "table"], regions),
            "accounts.csv": table(["region", "industry", "output", "value_added", "compensation"], accounts),
            "national.csv": table(["supplier", "user", "value"], coefficients),
            "flows.csv": table(["region", "origin", "supplier", "user", "value"], flows),
        })


input_output()
supply_use()
regional()
extensions()
concordance()
regional_tables()
