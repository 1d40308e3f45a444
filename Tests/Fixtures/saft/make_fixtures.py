"""Writes the audit files in this folder: sound ones in every form they come in, and broken ones beside them.

    python3 make_fixtures.py

The firm is an archetype, the parties and figures are invented. `books.xml` is written by hand and stays; the rest follows from it.
"""

import pathlib
import re
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
NAMESPACE = "urn:StandardAuditFile-Taxation-Financial:NO"
BOOKS = (HERE / "books.xml").read_text(encoding="utf-8")
DAY = (2025, 1, 1, 0, 0, 0)


def write(name, text, encoding="utf-8"):
    (HERE / name).write_bytes(text.encode(encoding))


def changed(old, new, text=BOOKS, count=1):
    assert old in text, old
    return text.replace(old, new, count)


def archive(name, entries):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, content in entries.items():
            information = zipfile.ZipInfo(entry, DAY)
            information.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(information, content)


def before_130(version):
    """Balances in the party itself; the account it stands on named beside them."""
    text = re.sub(r"\s*</?BalanceAccount>", "", BOOKS)
    return changed("<AuditFileVersion>1.30<", f"<AuditFileVersion>{version}<", text)


# The same books in other forms.
write("v1.10.xml", before_130("1.10"))
write("v1.20.xml", before_130("1.20"))
no_namespace = changed(f' xmlns="{NAMESPACE}"', "")
write("no_namespace.xml", no_namespace)
prefix = re.sub(r"<(/?)(?=[A-Z])", r"<\1regnskap:", no_namespace)
write("prefix.xml", changed("<regnskap:AuditFile", f'<regnskap:AuditFile xmlns:regnskap="{NAMESPACE}"', prefix))
write("bom.xml", "\ufeff" + BOOKS)
write("crlf.xml", BOOKS.replace("\n", "\r\n"))
write("one_line.xml", re.sub(r">\s+<", "><", BOOKS))
write("windows-1252.xml", changed("UTF-8", "windows-1252"), "cp1252")
write("iso-8859-1.xml", changed("UTF-8", "ISO-8859-1").replace("–", "-"), "latin-1")
write("utf-16.xml", changed("UTF-8", "UTF-16"), "utf-16")

# Archives.
archive("books.zip", {"SAF-T Financial_912345678_20250131120000.xml": BOOKS, "__MACOSX/._SAF-T.xml": b"\0\5\x16\7"})
journals = re.findall(r"\t\t<Journal>.*?</Journal>\n", BOOKS, re.S)
totals = [("3", "33750.00"), ("2", "20000.00")]
parts = {}
for number, (journal, (entries, total)) in enumerate(zip(journals, totals), 1):
    text = BOOKS
    for other in journals:
        text = text.replace(other, journal if other == journal else "")
    text = changed("<NumberOfEntries>5<", f"<NumberOfEntries>{entries}<", text)
    parts[f"SAF-T Financial_912345678_20250131120000_{number}_2.xml"] = text.replace(">53750.00</Total", f">{total}</Total")
archive("parts.zip", parts)
other = changed("912345678", "987654321", parts["SAF-T Financial_912345678_20250131120000_2_2.xml"])
archive("two_firms.zip", {"a.xml": BOOKS, "b.xml": other})
archive("outside.zip", {"../books.xml": BOOKS})
archive("outside_windows.zip", {"..\\books.xml": BOOKS})
archive("absolute.zip", {"/books.xml": BOOKS})
(HERE / "same_name.zip").write_bytes(
    (HERE / "two_firms.zip").read_bytes().replace(b"b.xml", b"a.xml")
)
archive("no_xml.zip", {"readme.txt": "nothing"})
bomb = changed("<HeaderComment>", "<HeaderComment>" + "<a/>" * 2_000_000)
archive("bomb.zip", {"books.xml": bomb})
whole = (HERE / "books.zip").read_bytes()
(HERE / "truncated.zip").write_bytes(whole[: len(whole) // 2])
# The checksum in the directory is another than that of the contents.
place = whole.index(b"PK\1\2") + 16
(HERE / "checksum.zip").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])

# Broken ones.
write("truncated.xml", BOOKS[: len(BOOKS) * 2 // 3])
write("two_roots.xml", BOOKS + BOOKS.split("\n", 1)[1])
write(
    "entity_bomb.xml",
    changed(
        "<AuditFile",
        '<!DOCTYPE AuditFile [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<AuditFile',
    ).replace("<HeaderComment>", "<HeaderComment>&c;"),
)
write(
    "external_entity.xml",
    changed("<AuditFile", '<!DOCTYPE AuditFile [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<AuditFile').replace(
        "<HeaderComment>", "<HeaderComment>&x;"
    ),
)
(HERE / "mixed_encodings.xml").write_bytes(
    BOOKS.encode("utf-8").replace("Kjøp av strøm".encode("utf-8"), "Kjøp av strøm".encode("latin-1"), 1)
)
write("unknown_encoding.xml", changed("UTF-8", "x-mac-norwegian"))
write("unbound_prefix.xml", changed("<Header>", "<n1:Header>").replace("</Header>", "</n1:Header>"))
write("not_an_audit_file.xml", '<?xml version="1.0"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl"><ID>1</ID></Invoice>\n')
write("cash_register.xml", changed(NAMESPACE, "urn:StandardAuditFile-Taxation-CashRegister:NO"))
deep = "<a>" * 300 + "</a>" * 300
write("deep.xml", changed("<HeaderComment>", "<HeaderComment>" + deep))
write("long_text.xml", changed("Kjøp av strøm", "Kjøp av strøm" + "x" * 5_000))

# Faults, each with a line and a value.
write("decimal_comma.xml", changed("<Amount>10000.00<", "<Amount>10.000,00<"))
write("decimals.xml", changed("<Amount>10000.00<", "<Amount>10000.005<"))
write("huge_amount.xml", changed("<Amount>10000.00<", "<Amount>1000000000000000<"))
write("date_2099.xml", changed("<TransactionDate>2024-01-15<", "<TransactionDate>2099-01-15<"))
write("date_1900.xml", changed("<TransactionDate>2024-01-15<", "<TransactionDate>1900-01-01<"))
write("no_date.xml", re.sub(r"\s*<(TransactionDate|GLPostingDate)>2024-01-15</\w+>", "", BOOKS, count=2))
write("no_amount.xml", re.sub(r"<DebitAmount>.*?</DebitAmount>", "", BOOKS, count=1, flags=re.S))
write("no_account.xml", changed("\t\t\t\t\t<AccountID>6340</AccountID>\n", ""))
write("no_party_number.xml", changed("<CustomerID>10001</CustomerID>", ""))
write("no_voucher_number.xml", changed("<TransactionID>1001</TransactionID>", ""))
write("backwards.xml", changed("<SelectionStartDate>2024-01-01<", "<SelectionStartDate>2025-01-01<"))
periods = changed("<SelectionStartDate>2024-01-01</SelectionStartDate>", "<PeriodStart>1</PeriodStart><PeriodStartYear>2024</PeriodStartYear>")
periods = changed("<SelectionEndDate>2024-12-31</SelectionEndDate>", "<PeriodEnd>13</PeriodEnd><PeriodEndYear>2024</PeriodEndYear>", periods)
write("periods.xml", periods)
write("year_2099.xml", changed("<PeriodEndYear>2024<", "<PeriodEndYear>2099<", periods))
write("swedish_kronor.xml", changed("<DefaultCurrencyCode>NOK<", "<DefaultCurrencyCode>SEK<"))
several = changed("<Amount>10000.00<", "<Amount>ti tusen<")
write("several_faults.xml", changed("<TransactionDate>2024-02-20<", "<TransactionDate>20.02.2024<", several))

# Sound, but the figures do not fit: reported, not refused.
write("unbalanced.xml", changed("<Amount>12500.00<", "<Amount>12400.00<"))
write("wrong_totals.xml", changed("<NumberOfEntries>5<", "<NumberOfEntries>6<").replace("<TotalDebit>53750.00<", "<TotalDebit>53000.00<"))
