"""Writes the workbooks that FileFormatsTests reads: sound ones, and each kind of broken one.

Run beside the files, with openpyxl installed: python make_fixtures.py
The results are kept in the repository; the same run gives the same contents.
"""

import io
import pathlib
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def archive(name, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(HERE / name, "w", compression) as file:
        for path, text in parts.items():
            entry = zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            file.writestr(entry, text)


def workbook(sheet, strings=None, main=MAIN, office=OFFICE, listing=None):
    """The parts of a workbook with the one sheet "Table"."""
    parts = {
        "xl/workbook.xml": HEAD + (listing or
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Table" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": HEAD +
            f'<Relationships xmlns="{PACKAGE}">'
            f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
            '</Relationships>',
        "xl/sharedStrings.xml": HEAD + (strings or f'<sst xmlns="{main}"/>'),
    }
    if sheet is not None:
        parts["xl/worksheets/sheet1.xml"] = sheet if sheet.startswith("<?xml") else HEAD + sheet
    return parts


def data(rows, main=MAIN):
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'


def plain():
    """As openpyxl writes it, with two sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "1850"
    sheet["A1"] = "Product"
    sheet["B1"] = "Værdi"
    sheet["A2"] = "    R01 "
    sheet["B2"] = 978.377
    sheet["C2"] = True
    sheet["D5"] = -3
    sheet["E5"] = "#VALUE!"
    sheet["E5"].data_type = "e"
    book.create_sheet("Empty")
    memory = io.BytesIO()
    book.save(memory)
    with zipfile.ZipFile(memory) as file:
        parts = {name: file.read(name) for name in file.namelist() if not name.startswith("docProps")}
    archive("plain.xlsx", parts)


def odd():
    """Everything the standard allows and few writers use: prefixes, implied positions, runs, phonetics."""
    strings = (f'<s:sst xmlns:s="{MAIN}"><s:si><s:r><s:t>rich </s:t></s:r><s:r><s:rPr><s:b/></s:rPr>'
               '<s:t xml:space="preserve">text </s:t></s:r><s:rPh sb="0" eb="1"><s:t>left out</s:t></s:rPh></s:si>'
               '<s:si><s:t>line_x000D_&#10;break &amp; _x005F_x000D_</s:t></s:si></s:sst>')
    rows = ('<s:row><s:c t="s"><s:v>0</s:v></s:c><s:c><s:v>1.5E-3</s:v></s:c>'
            '<s:c t="inlineStr"><s:is><s:r><s:t>in</s:t></s:r><s:r><s:t>line</s:t></s:r></s:is></s:c>'
            '<s:c s="4"/><x:c xmlns:x="urn:other" t="str"><x:v>foreign</x:v></x:c>'
            '<s:c t="str"><s:f>A1&amp;"x"</s:f><s:v>formula</s:v></s:c></s:row>'
            '<s:row r="4"><s:c r="C4" t="b"><s:v>0</s:v></s:c><s:c t="e"><s:v>#DIV/0!</s:v></s:c>'
            '<s:c t="d"><s:v>2019-01-01</s:v></s:c></s:row>'
            '<s:row><s:c t="s"><s:v>1</s:v></s:c></s:row>')
    sheet = f'<s:worksheet xmlns:s="{MAIN}"><s:sheetData>{rows}</s:sheetData></s:worksheet>'
    listing = (f'<s:workbook xmlns:s="{MAIN}" xmlns:q="{OFFICE}"><s:sheets>'
               '<s:sheet name="Table" sheetId="1" q:id="rId1"/></s:sheets></s:workbook>')
    archive("odd.xlsx", workbook(sheet, strings, listing=listing))
    cell = '<row r="2"><c r="B2"><v>42</v></c></row>'
    archive("strict.xlsx", workbook(data(cell, STRICT), f'<sst xmlns="{STRICT}"/>', STRICT, STRICT_OFFICE))


def broken():
    whole = (HERE / "plain.xlsx").read_bytes()
    (HERE / "truncated.xlsx").write_bytes(whole[: len(whole) // 2])
    # One byte of the first entry's packed data is changed; its checksum no longer holds.
    archive("stored.xlsx", workbook(data('<row r="1"><c r="A1"><v>12345</v></c></row>')), zipfile.ZIP_STORED)
    stored = (HERE / "stored.xlsx").read_bytes()
    (HERE / "stored.xlsx").unlink()
    (HERE / "checksum.xlsx").write_bytes(stored.replace(b"<v>12345</v>", b"<v>12346</v>", 1))
    (HERE / "not_a_zip.xlsx").write_text("Product;Value\nR01;1\n")
    compound = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    (HERE / "ole.xlsx").write_bytes(compound + "EncryptedPackage".encode("utf-16-le") + bytes(96))
    (HERE / "old.xls").write_bytes(compound + "Workbook".encode("utf-16-le") + bytes(112))
    # Bit 0 of an entry's flags says that it is encrypted, in its own header and in the directory.
    flagged = bytearray(stored)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        while at >= 0:
            flagged[at + offset] |= 1
            at = flagged.find(mark, at + 4)
    (HERE / "password.xlsx").write_bytes(flagged)

    bomb = (HEAD + '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
            + data('<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>'))
    archive("entity_bomb.xlsx", workbook(bomb))
    archive("zip_bomb.xlsx", workbook(HEAD + " " * (32 << 20) + data("")))
    archive("deep.xlsx", workbook("<a>" * 1000 + "</a>" * 1000))

    archive("no_part.xlsx", workbook(None))
    archive("no_workbook.xlsx", {"readme.txt": "nothing here"})
    archive("cut_xml.xlsx", workbook(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'))
    archive("twice.xlsx", workbook(data('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')))
    archive("bad_number.xlsx", workbook(data('<row r="1"><c r="A1"><v>1,5</v></c></row>')))
    archive("bad_string.xlsx", workbook(data('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')))
    archive("bad_address.xlsx", workbook(data('<row r="1"><c r="XFE1"><v>1</v></c></row>')))
    archive("dangling.xlsx", workbook(data(""), listing=
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Table" sheetId="1" r:id="rId9"/></sheets></workbook>'))


plain()
odd()
broken()
