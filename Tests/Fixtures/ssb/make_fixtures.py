"""Writes the small files in this folder: Statistics Norway's layouts, invented numbers.

    python make_fixtures.py        needs openpyxl; seeded, so it writes the same numbers every time

The sound files balance; each faulty one is a sound one with a single thing wrong, named by its file name.
"""

import copy
import csv
import datetime
import pathlib
import random

import openpyxl

HERE = pathlib.Path(__file__).parent
YEAR = 2030

CODES = (
    "R01 R02 R03 RB R10_12 R13_15 R16 R17 R18 R19 R20 R21 R22 R23 R24 R25 R26 R27 R28 R29 R30 R31_32 R33 RD R36 "
    "R37_39 RF R45 R46 R47 R49 R50 R51 R52 R53 RI R58 R59_60 R61 R62_63 R64 R65 R66 R68B R68A R69_70 R71 R72 R73 "
    "R74_75 R77 R78 R79 R80_82 R84 RP R86 R87_88 R90_92 R93 R94 R95 R96 RT RU"
).split()
ACTIVE = ["R01", "R03", "R21", "RF", "R47", "R51", "R68A", "RT"]
DEMAND = [
    ("P3_S14", "P3", "S14"), ("P3_S15", "P3", "S15"), ("P3_S13", "P3", "S13"), ("P3", "P3", "S1"),
    ("P51G", "P51", "S1"), ("P53", "P53", "S1"), ("P52", "P52", "S1"), ("P5N", "P5N", "S1"), ("P5", "P5", "S1"),
    ("P6_EU", "P6", "S21"), ("P6_EA", "P6", "S2I"), ("P6_NEA", "P6", "S2X"), ("P6_XEU", "P6", "S22"),
    ("P6", "P6", "S2"), ("TFUBS", "TFUBS", "S"), ("TUBS", "TUBS", "S"),
]
FILLED = ["P3_S14", "P3_S15", "P3_S13", "P51G", "P52", "P6"]
COLUMNS = CODES + ["R"] + [code for code, _, _ in DEMAND]
UPPER = ["R", "RNAM", "RNTS", "RADJ"]
LOWER = ["D1", "D11", "D29X39", "K1", "B2A3N", "B2A3G", "B3G", "B1G", "P1"]


def add_subtotals(row):
    value = lambda code: row.get(code) or 0
    row["R"] = sum(value(code) for code in CODES)
    row["P3"] = value("P3_S14") + value("P3_S15") + value("P3_S13")
    row["P5N"] = value("P52")
    row["P5"] = value("P51G") + row["P5N"]
    row["TFUBS"] = row["P3"] + row["P5"] + value("P6")
    row["TUBS"] = row["R"] + row["TFUBS"]


def total(table):
    row = {c: sum(table[i].get(c) or 0 for i in ACTIVE) for c in COLUMNS if c not in ("P53",) + tuple(
        code for code, _, _ in DEMAND if code.startswith("P6_"))}
    add_subtotals(row)
    return row


def figures():
    """Two tables, row code -> column code -> number, that balance but for rounding of output."""
    numbers = random.Random(65)
    milli = lambda low, high: round(numbers.uniform(low, high), 3)
    domestic, imports = {}, {}
    for table, scale in ((domestic, 400), (imports, 60)):
        for row in ACTIVE:
            table[row] = {column: milli(0, scale) for column in ACTIVE}
            table[row].update({column: milli(0, 3 * scale) for column in FILLED})
            table[row]["P52"] = milli(-20, 20)
        table["R68A"]["R51"] = 0.0
        table["RT"]["R51"] = 0.0
        table["R01"]["P52"] = -12.5
        for row in ACTIVE:
            add_subtotals(table[row])
        table["R"] = total(table)
    output = {row: float(round(domestic[row]["TUBS"])) for row in ACTIVE}
    domestic["RNAM"] = dict(imports["R"])
    taxes = {column: milli(0, 30) for column in ACTIVE + ["P3_S14", "P51G"]}
    add_subtotals(taxes)
    domestic["RNTS"] = taxes
    domestic["RADJ"] = {
        column: sum(domestic[row].get(column) or 0 for row in ("R", "RNAM", "RNTS")) for column in COLUMNS}
    for code in LOWER:
        domestic[code] = {}
    for column in ACTIVE:
        added = output[column] - sum(domestic[row][column] for row in ("R", "RNAM", "RNTS"))
        lower = {"D1": round(0.5 * added, 3), "D29X39": round(-0.02 * added, 3), "K1": round(0.2 * added, 3)}
        lower["B2A3N"] = added - sum(lower.values())
        lower["B2A3G"] = lower["K1"] + lower["B2A3N"]
        lower["B1G"] = added
        lower["P1"] = output[column]
        for code, value in lower.items():
            domestic[code][column] = value
    for code in LOWER:
        if domestic[code]:
            domestic[code]["R"] = sum(domestic[code].values())
    return domestic, imports


def workbook(number, table, date, year=YEAR):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime.datetime(2030, 1, 1)
    sheet = book.active
    sheet.title = str(number)
    what = {1850: "domestic production", 1950: "imports"}[number]
    sheet["A1"] = f"ESA Questionnaire {number} - Symmetric input-output table for {what} (industry*industry)"
    for cell, text in {
        "A2": "REF_AREA:", "B2": "NO", "C2": "UNIT:", "D2": "NATCUR", "A3": "TIME:", "B3": str(year),
        "C3": "UNIT_MULT:", "D3": "6", "A6": "PRICE:", "B6": "V", "C21": "Date:", "D21": date,
        "F17": "For confidentiality reasons, the data for industries 19, 20, and 21 are presented together, "
               "in the column for 21",
        "A24": "Transaction\n(3. quadrant)", "C24": "Transaction", "C25": "Reporting Sector",
        "C28": "    PRODUCTS      (CPA*64) ",
    }.items():
        sheet[cell] = text
    for offset, code in enumerate(CODES + ["R"]):
        for row, text in ((24, "P2"), (25, "S1"), (28, code)):
            sheet.cell(row, 5 + offset, text)
    for offset, (_, transaction, sector) in enumerate(DEMAND):
        if number == 1950:
            sector = {"S2I": "S2111", "S2X": "S2112"}.get(sector, sector)
        for row, text in ((24, transaction), (25, sector), (28, "RZ")):
            sheet.cell(row, 5 + 66 + offset, text)
    place = {code: 29 + offset for offset, code in enumerate(CODES)}
    place |= {code: 94 + offset for offset, code in enumerate(UPPER if number == 1850 else UPPER[:1])}
    if number == 1850:
        place |= {code: 99 + offset for offset, code in enumerate(LOWER)}
    for code, row in place.items():
        sheet.cell(row, 2, 1)
        if code in LOWER:
            sheet.cell(row, 1, code)
        sheet.cell(row, 3, "RZ" if code in LOWER else code)
        sheet.cell(row, 4, f"  Products of  {code} ")
        for offset, column in enumerate(COLUMNS):
            value = table.get(code, {}).get(column)
            if value is not None:
                sheet.cell(row, 5 + offset, value)
    if number == 1850:
        # Errors where the true figure is nothing, as the publisher has them.
        for code in ("R68A", "RT"):
            sheet.cell(place[code], 5 + CODES.index("R51"), "#VALUE!")
        # A space is nothing to see.
        sheet.cell(place["R02"], 5, " ")
    return book


def save(book, name):
    book.save(HERE / name)


def input_output():
    domestic, imports = figures()
    save(workbook(1850, domestic, "22. December 2031"), f"iot_1850_{YEAR}.xlsx")
    save(workbook(1950, imports, "3.jan. 2032"), f"iot_1950_{YEAR}.xlsx")
    save(workbook(1950, imports, "unknown", year=YEAR + 1), "iot_1950_other_year.xlsx")

    def faulty(name, change):
        book = workbook(1850, domestic, "22. December 2031")
        change(book.active)
        save(book, f"iot_1850_{name}.xlsx")

    faulty("shifted_header", lambda sheet: sheet.insert_rows(24))

    def other_form(sheet):
        sheet["A1"] = "ESA Questionnaire 1800 - Symmetric input-output table for domestic production (product*product)"
        sheet["D2"] = "EUR"
        sheet["B6"] = "Y"

    faulty("other_form", other_form)

    def codes(sheet):
        sheet["F28"] = "R99"          # was R02
        sheet["H28"] = "R03"          # was RB
        sheet["C96"] = "RXYZ"         # was RNTS
        sheet["BW24"] = "P54"         # was P51

    faulty("unknown_codes", codes)

    def cells(sheet):
        sheet["E29"] = "n.a."
        sheet["G31"] = "#VALUE!"      # R03 x R03, not zero
        sheet["BS94"] = "#REF!"       # a total
        sheet["P31"] = True

    faulty("unreadable_cells", cells)

    def sums(sheet):
        sheet["BR29"] = sheet["BR29"].value + 1       # R01: total of industries
        sheet["E107"] = sheet["E107"].value + 0.5     # R01: output, no longer the sum of its column

    faulty("wrong_sums", sums)

    # Two millions of exports more, carried through every total: only the balance can tell.
    altered = copy.deepcopy(domestic)
    altered["R03"]["P6"] += 2
    add_subtotals(altered["R03"])
    altered["R"] = total(altered)
    altered["RADJ"] = {
        column: sum(altered[row].get(column) or 0 for row in ("R", "RNAM", "RNTS")) for column in COLUMNS}
    save(workbook(1850, altered, "22. December 2031"), "iot_1850_off_balance.xlsx")

    # Imports that add up, but to something else than the domestic questionnaire's row of imports.
    altered = copy.deepcopy(imports)
    altered["R03"]["R01"] += 2
    add_subtotals(altered["R03"])
    altered["R"] = total(altered)
    save(workbook(1950, altered, "22. December 2031"), "iot_1950_other_imports.xlsx")

    whole = (HERE / f"iot_1850_{YEAR}.xlsx").read_bytes()
    (HERE / "iot_1850_truncated.xlsx").write_bytes(whole[: len(whole) // 2])


MADE = ACTIVE + ["R19", "R20"]        # products; both of the last are made by R21
SUPPLY = [("P7_EU", "P7", "S21"), ("P7_EA", "P7", "S2I"), ("P7_NEA", "P7", "S2X"), ("P7_XEU", "P7", "S22"),
          ("P7", "P7", "S2"), ("TSBS", "TSBS", "S"), ("OTTM", "OTTM", "S"), ("O21X31", "O21X31", "S"),
          ("TSPR", "TSPR", "S")]
USE = [(code.replace("TFUBS", "TFUPR").replace("TUBS", "TUPR"), transaction.replace("BS", "PR"), sector)
       for code, transaction, sector in DEMAND]


def add_supply_subtotals(row):
    value = lambda code: row.get(code) or 0
    row["R"] = sum(value(code) for code in CODES)
    row["TSBS"] = row["R"] + value("P7")
    row["TSPR"] = row["TSBS"] + value("OTTM") + value("O21X31")


def add_use_subtotals(row):
    add_subtotals(row)
    row["TFUPR"], row["TUPR"] = row.pop("TFUBS"), row.pop("TUBS")


def column_total(table, rows, columns):
    return {c: sum(table[i].get(c) or 0 for i in rows) for c in columns}


def finish_use(use, output):
    """Totals of the use table, and value added that makes each industry's inputs its output."""
    columns = CODES + FILLED + ["P53"]
    for row in MADE:
        add_use_subtotals(use[row])
    use["R"] = column_total(use, MADE, columns)
    use["RADJ"] = column_total(use, ["R", "RN33", "RN34"], columns)
    for code in ("R", "RADJ", "RN33", "RN34"):
        add_use_subtotals(use[code])
    for code in LOWER:
        use[code] = {}
    for column in ACTIVE:
        added = output[column] - use["R"][column]
        lower = {"D1": round(0.5 * added, 3), "D29X39": round(-0.02 * added, 3), "K1": round(0.2 * added, 3)}
        lower["B2A3N"] = added - sum(lower.values())
        lower["B2A3G"] = lower["K1"] + lower["B2A3N"]
        lower["B1G"] = added
        lower["P1"] = output[column]
        for code, value in lower.items():
            use[code][column] = value
    for code in LOWER:
        if use[code]:
            use[code]["R"] = sum(use[code].values())


def supply_and_use():
    """Two tables, row code -> column code -> number; use balances supply but for 0.4 in R03."""
    numbers = random.Random(1500)
    supply, use = {}, {}
    maker = dict(zip(MADE, ACTIVE + ["R21", "R21"]))
    for product in MADE:
        row = {maker[product]: numbers.randint(2000, 5000)}
        for industry in numbers.sample(ACTIVE, 2):
            row.setdefault(industry, numbers.randint(0, 90))
        row["P7"] = 0 if product in ("R47", "R68A", "RT") else numbers.randint(0, 900)
        row["OTTM"] = 0 if product in ("R47", "R68A", "RT", "R51") else numbers.randint(0, 300)
        row["O21X31"] = round(numbers.uniform(0, 400), 3)
        supply[product] = row
    supply["R03"]["RF"] = -3
    supply["R47"]["OTTM"] = -sum(supply[product]["OTTM"] for product in MADE if product != "R47")
    for product in MADE:
        add_supply_subtotals(supply[product])
    supply["R"] = column_total(supply, MADE, CODES + ["P7", "OTTM", "O21X31"])
    supply["RN33"] = {"P7": 125}
    supply["RADJ"] = column_total(supply, ["R", "RN33"], CODES + ["P7", "OTTM", "O21X31"])
    for code in ("R", "RN33", "RADJ"):
        add_supply_subtotals(supply[code])
    output = {industry: supply["R"][industry] for industry in ACTIVE}
    for share, code in ((0.7, "P11"), (0.1, "P12")):
        supply[code] = {industry: round(share * output[industry]) for industry in ACTIVE}
    supply["P13"] = {i: output[i] - supply["P11"][i] - supply["P12"][i] for i in ACTIVE}
    for code in ("P11", "P12", "P13"):
        supply[code]["R"] = sum(supply[code].values())
    for product in MADE:
        whole = supply[product]["TSPR"]
        row = {user: round(numbers.uniform(0, whole / 20), 3) for user in ACTIVE}
        row["R47"] = 0.0 if product == "RT" else row["R47"]
        row |= {user: round(numbers.uniform(0, whole / 10), 3) for user in ("P3_S15", "P3_S13", "P51G", "P6")}
        row["P52"] = round(numbers.uniform(-whole / 50, whole / 50), 3)
        row["P3_S14"] = round(whole - sum(row.values()), 3)
        use[product] = row
    use["R03"]["P6"] = round(use["R03"]["P6"] + 0.4, 3)
    use["RN33"] = {"P3_S14": 120, "P3_S13": 5}
    use["RN34"] = {"P3_S14": -50, "P6": 50}
    finish_use(use, output)
    return supply, use, output


def supply_use_workbook(number, table, date, year=YEAR):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime.datetime(2030, 1, 1)
    sheet = book.active
    sheet.title = str(number)
    is_supply = number == 1500
    first, more = (2, SUPPLY) if is_supply else (6, USE)
    sheet["A1"] = f"ESA Questionnaire {number} - " + (
        "Supply table at basic prices, including a transformation into purchasers' prices" if is_supply
        else "Use table at purchasers' prices")
    texts = {
        "A2": "REF_AREA:", "B2": "NO", "C2": "UNIT:", "D2": "NATCUR" if is_supply else "Col 4", "A3": "TIME:",
        "B3": str(year), "C3": "UNIT_MULT:", "D3": "6" if is_supply else "Col 5", "A6": "PRICE:", "B6": "V",
        "C21": f"Date: {date}" if is_supply else "Date:", "D21": "12.november 2020" if is_supply else date,
        "F17": "For confidentiality reasons, the data for industries V19, V20, and V21 are presented together, "
               "in the column for V21",
        "A24": "Transaction\n(3. quadrant)",
    }
    for cell, text in texts.items():
        sheet[cell] = text
    for row, text in ((24, "Transaction"), (25, "Reporting Sector"), (28, "    PRODUCTS  (CPA*64)  ")):
        sheet.cell(row, first, text)
    heads = ["VO" if code == "R84" else "V" + code[1:] for code in CODES] + ["V"]
    for offset, code in enumerate(heads):
        for row, text in ((24, "P1" if is_supply else "P2"), (25, "S1"), (27, f" Making of  {code} "), (28, code)):
            sheet.cell(row, first + 2 + offset, text)
    for offset, (_, transaction, sector) in enumerate(more):
        for row, text in ((24, transaction), (25, sector), (28, "VZ")):
            sheet.cell(row, first + 2 + 66 + offset, text)
    place = {code: 29 + offset for offset, code in enumerate(CODES)}
    below = ["R", "RNA2", "RN33", "RADJ"] if is_supply else ["R", "RNA1", "RN33", "RN34", "RADJ"]
    place |= {code: 94 + offset for offset, code in enumerate(below)}
    parts = ["P11", "P12", "P13"] if is_supply else LOWER + ["P51"]
    place |= {code: (99 if is_supply else 100) + offset for offset, code in enumerate(parts)}
    if is_supply:
        sheet["B98"] = "of which:"
    for code, row in place.items():
        if code in parts:
            sheet.cell(row, 1, code)
        sheet.cell(row, first, {True: "R", False: "RZ"}[is_supply] if code in parts else code)
        sheet.cell(row, first + 1, f"  Products of  {code} ")
        if not is_supply:
            for column, text in ((2, 1), (3, "N"), (4, "NATCUR"), (5, 6)):
                sheet.cell(row, column, text)
        for offset, column in enumerate(CODES + ["R"] + [code for code, _, _ in more]):
            value = table.get(code, {}).get(column)
            if value is not None:
                sheet.cell(row, first + 2 + offset, value)
    sheet["A128"], sheet["B128"] = "V", "Current prices"
    if not is_supply:
        # An error where the true figure is nothing.
        sheet.cell(place["RT"], first + 2 + CODES.index("R47"), "#VALUE!")
    return book


def supply_use():
    supply, use, output = supply_and_use()
    dates = {1500: "22. December 2031", 1600: "3.jan. 2032"}
    sound = lambda number, year=YEAR: supply_use_workbook(
        number, supply if number == 1500 else use, dates[number], year)
    save(sound(1500), f"iot_1500_{YEAR}.xlsx")
    save(sound(1600), f"iot_1600_{YEAR}.xlsx")
    save(sound(1600, YEAR + 1), "iot_1600_other_year.xlsx")

    def faulty(number, name, change):
        book = sound(number)
        change(book.active)
        save(book, f"iot_{number}_{name}.xlsx")

    def other_form(sheet):
        sheet["A1"] = "ESA Questionnaire 1610 - Use table at basic prices"
        sheet["B6"] = "Y"

    faulty(1600, "other_form", other_form)
    faulty(1500, "shifted_header", lambda sheet: sheet.insert_rows(24))

    def codes(sheet):
        sheet["E28"] = "V99"          # was V02
        sheet["BX24"] = "OTM"         # was OTTM
        sheet["B31"] = "R02"          # was R03
        sheet["A100"] = "P14"         # was P12

    faulty(1500, "unknown_codes", codes)

    def cells(sheet):
        sheet["H29"] = "c"
        sheet["J31"] = "#VALUE!"      # R03 x V03, not zero

    faulty(1600, "unreadable_cells", cells)

    def unit(sheet):
        sheet["D32"] = "EUR"          # of RB's row

    faulty(1600, "other_unit", unit)

    def sums(sheet):
        sheet["BW29"] = sheet["BW29"].value + 1       # R01: total supply at basic prices
        sheet["D99"] = sheet["D99"].value + 1         # V01: market output, no longer a part of output

    faulty(1500, "wrong_sums", sums)

    # Two millions of exports more, carried through every total: only supply can tell.
    altered = copy.deepcopy(use)
    altered["R03"]["P6"] += 2
    finish_use(altered, output)
    save(supply_use_workbook(1600, altered, dates[1600]), "iot_1600_off_balance.xlsx")

    # An output that is another than the supply table's, in a use table that adds up.
    altered = copy.deepcopy(use)
    finish_use(altered, output | {"R03": output["R03"] + 5})
    save(supply_use_workbook(1600, altered, dates[1600]), "iot_1600_other_output.xlsx")

    whole = (HERE / f"iot_1500_{YEAR}.xlsx").read_bytes()
    (HERE / "iot_1500_truncated.xlsx").write_bytes(whole[: len(whole) // 2])


LEAVES = """Jordbruk og skogbruk|Fiske, fangst og akvakultur|Bergverksdrift|\
Utvinning av råolje og naturgass, inkl. tjenester|Nærings-, drikkevare- og tobakksindustri|\
Tekstil-, beklednings- og lærvareindustri|Trelast-, trevare- og papirvareindustri|\
Trykking og reproduksjon av innspilte opptak|Oljeraffinering, kjemisk og farmasøytisk industri|\
Gummivare- og plastindustri, mineralproduktindustri|Produksjon av metaller|\
Produksjon av metallvarer, elektrisk utstyr og maskiner|Verftsindustri og annen transportmiddelindustri|\
Produksjon av møbler og annen industriproduksjon|Reparasjon og installasjon av maskiner og utstyr|\
Elektrisitets-, gass- og varmtvannsforsyning|Vannforsyning, avløp og renovasjon|Bygge- og anleggsvirksomhet|\
Varehandel og reparasjon av motorvogner|Rørtransport|Utenriks sjøfart|Transport utenom utenriks sjøfart|\
Post og distribusjonsvirksomhet|Overnattings- og serveringsvirksomhet|Informasjon og kommunikasjon|\
Finansierings- og forsikringsvirksomhet|Omsetning og drift av fast eiendom|Boligtjenester, egen bolig|\
Faglig, vitenskapelig og teknisk tjenesteyting|Forretningsmessig tjenesteyting|Offentlig administrasjon og forsvar|\
Undervisning|Helse- og omsorgstjenester|Kultur, underholdning og annen tjenesteyting""".split("|")
MANUFACTURING = LEAVES[4:15]
DETAILS = ["Utvinning av råolje og naturgass", "Tjenester tilknyttet utvinning av råolje og naturgass",
           "Offentlig forvaltning", "Statsforvaltning", "Kommuneforvaltning"]
OWN = "Boligtjenester, egen bolig"
HEADER = ["regionCode", "region", "level", "industry", "year", "gva_mnok", "gfcf_mnok", "employed_1000",
          "compensation_mnok", "gva_volume_pct"]
HEADINGS = ["Region", "Næring", "År", "Bruttoprodukt i basisverdi. Løpende priser (mill. kr)",
            "Bruttoprodukt i basisverdi. Volumendring, årlig (prosent)",
            "Bruttoinvestering i fast realkapital. Løpende priser (mill. kr)",
            "Sysselsatte personer (1 000 personer)", "Lønnskostnader. Løpende priser (mill. kr)"]


def county_rows(regions, years):
    """Rows as dictionaries; Trøndelag withholds mining in 2018, dwellings are printed as the publisher does."""
    numbers = random.Random(11713)
    rows = []
    for code, name in regions:
        cells = {}
        for year in years:
            exists = not (code == "50" and year < 2018 or code in ("16", "17") and year >= 2018)
            for leaf in LEAVES + DETAILS:
                value = numbers.randint(100, 9000)
                cells[leaf, year] = [value, numbers.randint(-50, 900), round(numbers.uniform(0.1, 30), 1), value // 2]
            cells[OWN, year][2:] = [None, None] if year < 2018 else [0.0, cells[OWN, year][0]]
            for label, parts in (("Totalt for næringer", LEAVES), ("Industri", MANUFACTURING)):
                sums = [sum(cells[part, year][measure] or 0 for part in parts) for measure in range(4)]
                if label != "Industri" and year >= 2018:
                    sums[3] -= cells[OWN, year][3]
                sums[2] = round(sums[2], 1)
                cells[label, year] = sums
            if code == "50" and exists:
                cells["Bergverksdrift", year] = [None] * 4
                cells["Rørtransport", year][1] = None
            if not exists:
                for key in cells:
                    if key[1] == year:
                        cells[key] = [0, 0, 0, 0]
            cells["Fastlands-Norge", year] = [0, 0, 0, 0]
        for label in ["Totalt for næringer"] + LEAVES + ["Industri"] + DETAILS + ["Fastlands-Norge"]:
            for year in years:
                gva, gfcf, employed, wages = cells[label, year]
                rows.append(dict(zip(HEADER, [
                    code, name, 0, label, year, gva, gfcf, employed, wages, 0])))
    return rows


def write_csv(name, rows, header=HEADER):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def counties():
    regions = [("0", "Hele landet"), ("01", "Østfold (-2019)"), ("16", "Sør-Trøndelag (-2017)"),
               ("50", "Trøndelag - Trööndelage")]
    sound = county_rows(regions, [2017, 2018])
    write_csv("11713.csv", sound)

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime.datetime(2030, 1, 1)
    sheet = book.active
    sheet.title = "BNPB"
    sheet.append(HEADINGS)
    for row in sound:
        mark = "¬ " if row["industry"] in MANUFACTURING or row["industry"] == DETAILS[0] else ""
        sheet.append([
            f"{row['regionCode']} {row['region']}", mark + row["industry"], row["year"], row["gva_mnok"], 0,
            row["gfcf_mnok"], row["employed_1000"], row["compensation_mnok"]])
    save(book, "11713.xlsx")
    sheet["H1"] = "Lønn (mill. kr)"
    save(book, "11713_other_heading.xlsx")

    write_csv("11713_missing_column.csv", sound[:2], [name for name in HEADER if name != "employed_1000"])

    rows = county_rows(regions[:1], [2018])
    fields = copy.deepcopy(rows)
    fields[1]["industry"] = "Jordbruk"
    fields[2]["gva_mnok"] = "mange"
    fields[3]["year"] = "i fjor"
    fields.append(copy.deepcopy(fields[4]))
    write_csv("11713_wrong_fields.csv", fields)

    incomplete = [row for row in rows if row["industry"] != "Undervisning"]
    write_csv("11713_missing_row.csv", incomplete)

    ghosts = county_rows(regions, [2018])
    next(row for row in ghosts if row["regionCode"] == "16" and row["industry"] == "Undervisning")["gva_mnok"] = 7
    write_csv("11713_figures_of_no_county.csv", ghosts)

    sums = copy.deepcopy(rows)
    sums[0]["gva_mnok"] += 100
    write_csv("11713_wrong_total.csv", sums)


NACE = (
    "A01 A02 A03 B C10-C12 C13-C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_C32 C33 D E36 "
    "E37-E39 F G45 G46 G47 H49 H50 H51 H52 H53 I J58 J59_J60 J61 J62_J63 K64 K65 K66 L M69_M70 M71 M72 M73 M74_M75 "
    "N77 N78 N79 N80-N82 O P Q86 Q87_Q88 R90-R92 R93 S94 S95 S96 T U"
).split()
GASES = ["CO2", "Biomass CO2", "N2O", "CH4", "HFC", "PFC", "SF6_NF3"]
HOUSEHOLDS = "Household air emissions Households, totals"
BRIDGE = "Bridging items 1 Total Air emissions accounts (industry (row 5) + households (row 91))"


def emissions():
    numbers = random.Random(64)
    header = ["gas", "code", "label", "year", "value"]
    rows = []
    for gas in GASES:
        values = {code: round(numbers.uniform(0, 50), 7) for code in NACE}
        values["L68A"] = values["L"] if gas == "CO2" else round(values["L"] / 4, 7)
        values["A_U 01-99"] = sum(values[code] for code in NACE)
        values[HOUSEHOLDS] = 3.25
        values[BRIDGE] = values["A_U 01-99"] + values[HOUSEHOLDS]
        values["- Other"] = -1.5
        for code, value in values.items():
            label = "" if " " in code and code != "A_U 01-99" else f"Activities {code}"
            rows.append(dict(zip(header, [gas, code, label, YEAR, value])))
    write_csv("aea.csv", rows, header)

    fields = [dict(row) for row in rows[:6]]
    fields[0]["gas"] = "CO3"
    fields[1]["code"] = "Z99"
    fields[2]["value"] = -1
    fields[3]["value"] = "x"
    fields.append(dict(fields[4]))
    write_csv("aea_wrong_fields.csv", fields, header)

    write_csv("aea_missing_row.csv", [row for row in rows if (row["gas"], row["code"]) != ("CH4", "H50")], header)

    sums = [dict(row) for row in rows]
    sums[0]["value"] += 1
    write_csv("aea_wrong_total.csv", sums, header)


input_output()
supply_use()
counties()
emissions()
