"""Makes the ledgers of this folder, sound and broken: the books of an archetype in the forms that accounting systems export.

Run in this folder. Needs nothing but Python.
"""

import zipfile, io, struct
H="Bilagsnr;Bilagsdato;Konto;Kontonavn;Beløp;Mva-kode;Kundenr;Kundenavn;Leverandørnr;Leverandørnavn;Orgnr;Land;Fakturanr;Tekst".split(";")
# voucher,date(y,m,d),account,name,oere,tax,cust,custname,supp,suppname,org,land,inv,text
J=[
("1",(2024,1,5),"4300","Innkjøp av råvarer",1000000,"1","","","","","","","A-1","Sand og grus"),
("1",(2024,1,5),"2710","Inngående mva",250000,"1","","","","","","","",""),
("1",(2024,1,5),"2400","Leverandørgjeld",-1250000,"","","","20001","Sandtak (eksempel)","999999999","NO","A-1","Sand og grus"),
("2",(2024,1,31),"1500","Kundefordringer",156250000,"","10001","Entreprenør (eksempel)","","","888888888","NO","5001","Kum og rør"),
("2",(2024,1,31),"3000","Salgsinntekt",-125000000,"3","","","","","","","5001","Kum og rør"),
("2",(2024,1,31),"2700","Utgående mva",-31250000,"3","","","","","","","",""),
("3",(2024,2,29),"2400","Leverandørgjeld",1250000,"","","","20001","Sandtak (eksempel)","999999999","NO","A-1","Betaling; faktura \"A-1\""),
("3",(2024,2,29),"1920","Bankinnskudd",-1250000,"","","","","","","","","Betaling\nav faktura"),
("4",(2024,3,1),"1500","Kundefordringer",-123450,"","10001","Entreprenør (eksempel)","","","888888888","NO","5002","Kreditnota"),
("4",(2024,3,1),"3000","Salgsinntekt",98760,"3","","","","","","","5002","Kreditnota"),
("4",(2024,3,1),"2700","Utgående mva",24690,"3","","","","","","","",""),
]
def am(o,dec=",",grp=" "):
    s="-" if o<0 else ""; o=abs(o); k=str(o//100); parts=[]
    while len(k)>3: parts.insert(0,k[-3:]); k=k[:-3]
    parts.insert(0,k); return s+grp.join(parts)+dec+"%02d"%(o%100)
def q(f,sep): return '"'+f.replace('"','""')+'"' if any(c in f for c in sep+'"\n\r') else f
def line(fs,sep): return sep.join(q(f,sep) for f in fs)
no=lambda d:"%02d.%02d.%04d"%(d[2],d[1],d[0]); iso=lambda d:"%04d-%02d-%02d"%d
# 1 cp1252, titles, totals, nbsp thousands
rows=["Betongvarefabrikk (eksempel)","Bilagsjournal 01.01.2024 – 31.12.2024","",line(H,";")]
for r in J: rows.append(line([r[0],no(r[1]),r[2],r[3],am(r[4],",","\u00a0")]+list(r[5:]),";"))
rows+=[";;;;;;;;;;;;;","Sum;;;;0,00;;;;;;;;;"]
open("journal-cp1252.csv","wb").write("\r\n".join(rows).encode("cp1252")+b"\r\n")
# 2 comma utf8 bom, ISO, debit/credit, decimal point
h=["Bilagsnr","Bilagsdato","Konto","Kontonavn","Debet","Kredit"]+H[5:]
rows=[line(h,",")]
for r in J:
    d,k=(am(r[4],".",","),"") if r[4]>0 else ("",am(-r[4],".",","))
    rows.append(line([r[0],iso(r[1]),r[2],r[3],d,k]+list(r[5:]),","))
open("journal-utf8.csv","wb").write(b"\xef\xbb\xbf"+("\n".join(rows)+"\n").encode())
# 3 tab utf16
rows=[line(H,"\t")]
for r in J: rows.append(line([r[0],no(r[1]),r[2],r[3],am(r[4],",",".")]+list(r[5:]),"\t"))
open("journal-utf16.txt","wb").write(b"\xff\xfe"+("\r\n".join(rows)+"\r\n").encode("utf-16-le"))
# 4 xlsx
import datetime
def serial(d): return (datetime.date(*d)-datetime.date(1899,12,30)).days
def xlsx(name, sheets, date1904=False):
    z=zipfile.ZipFile(name,"w",zipfile.ZIP_DEFLATED)
    def put(n,t):
        i=zipfile.ZipInfo(n,(2024,1,1,0,0,0)); i.compress_type=zipfile.ZIP_DEFLATED; z.writestr(i,t)
    put("[Content_Types].xml",'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'+"".join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'%(i+1) for i in range(len(sheets)))+'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    put("_rels/.rels",'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    put("xl/workbook.xml",'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'+('<workbookPr date1904="1"/>' if date1904 else '')+'<sheets>'+"".join('<sheet name="%s" sheetId="%d" r:id="rId%d"/>'%(n,i+1,i+1) for i,(n,_) in enumerate(sheets))+'</sheets></workbook>')
    put("xl/_rels/workbook.xml.rels",'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'+"".join('<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>'%(i+1,i+1) for i in range(len(sheets)))+'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    ss=[];idx={}
    def esc(t): return t.replace("&","&amp;").replace("<","&lt;").replace(">","&gt;")
    bodies=[]
    for n,rows in sheets:
        b=[]
        for ri,row in enumerate(rows,1):
            cs=[]
            for ci,v in enumerate(row):
                if v is None or v=="": continue
                a=chr(65+ci)+str(ri)
                if isinstance(v,(int,float)): cs.append('<c r="%s"><v>%s</v></c>'%(a,repr(v)))
                else:
                    if v not in idx: idx[v]=len(ss); ss.append(v)
                    cs.append('<c r="%s" t="s"><v>%d</v></c>'%(a,idx[v]))
            if cs: b.append('<row r="%d">%s</row>'%(ri,"".join(cs)))
        bodies.append("".join(b))
    for i,b in enumerate(bodies): put("xl/worksheets/sheet%d.xml"%(i+1),'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'%b)
    put("xl/sharedStrings.xml",'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'+"".join('<si><t xml:space="preserve">%s</t></si>'%esc(s) for s in ss)+'</sst>')
    z.close()
rows=[["Betongvarefabrikk (eksempel)"],["Bilagsjournal"],["2024"],[],H]
for i,r in enumerate(J):
    o=r[4]/100 if i%2 else (r[4]//100 if r[4]%100==0 else r[4]/100)
    rows.append([int(r[0]),serial(r[1]),int(r[2]),r[3],o if i!=3 else "1 562 500,00"]+[r[5]]+[int(r[6]) if r[6] else "",r[7],r[8],r[9],int(r[10]) if r[10] else ""]+list(r[11:]))
rows.append(["Totalt","","","",0])
xlsx("journal.xlsx",[("Forside",[["Eksport"],["laget 2024"]]),("Sheet1",rows)])
rows1904=[list(r) for r in rows]
for r in rows1904:
    if len(r)==14 and isinstance(r[1],int): r[1]-=1462
xlsx("journal-1904.xlsx",[("Sheet1",rows1904)],True)
# party ledgers
visma=["Leverandørreskontro","\t".join("Leverandørnr,Navn,Bilagsnr,Bilagsdato,År,Periode,Art,Tekst,Ekstratekst,ISO-kode,Valutakurs,Beløp i valuta,Restbeløp i valuta,Beløp,Forfallsdato,Fakturanr".split(","))]
def v(*a): visma.append("\t".join(a))
v("20001","Sandtak (eksempel)","1","05.01.2024","2024","1","Inng. faktura","Sand og grus","","NOK","1","","","-12 500,00","04.02.2024","A-1")
v("20001","Sandtak (eksempel)","3","29.02.2024","2024","2","Utbetaling","Betaling faktura A-1","","NOK","1","","","12 500,00","","A-1")
v("20002","Sementverk (eksempel)","5","03.03.2024","2024","3","Inng. faktura","Sement","","NOK","1","","","-1 000,01","02.04.2024","B-7")
v("20002","Sementverk (eksempel)","6","04.03.2024","2024","3","Inng. kreditnota","Sement retur","","NOK","1","","","100,00-".replace("100,00-","100,00"),"02.04.2024","B-8")
v("Sum","","","","","","","","","","","","","-1 400,01".replace("1 400","900"),"","")
open("visma-party-ledger.txt","wb").write(("\r\n".join(visma)+"\r\n").encode("cp1252"))
open("tripletex-open-items.csv","wb").write("""Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Beløp;Restbeløp;KID
10001;Entreprenør (eksempel);5001;31.01.2024;14.02.2024;1.562.500,00;500,00;0500100
10002;Kommune (eksempel);5003;15.02.2024;01.03.2024;1.250,00;1.250,00;0500300
10002;Kommune (eksempel);;20.02.2024;;-250,00;0,00;
Totalt;;;;;1.563.500,00;;
""".encode())
open("tripletex-balance.csv","wb").write("Leverandørnr;Navn;Bilagsnr;Dato;Saldo\n20001;Sandtak (eksempel);1;05.01.2024;-12500,00\n".encode())
open("fakuva-parties.csv","wb").write("Leverandørnr;Leverandør;Adresse;Postnr;Poststed;Orgnr\n20001;Sandtak (eksempel);Grusveien 1;7300;Orkanger;999 999 999\n".encode())
open("saft-summary.csv","wb").write("Leverandørnr,Leverandørnavn,Orgnr,Innkjøp eks mva\n20001,Sandtak (eksempel),NO 999 999 999 MVA,\"10 000,00\"\n20002,Sementverk (eksempel),,\"(720,01)\"\nTotal,,,\"9 279,99\"\n".encode())
xlsx("poweroffice-summary.xlsx",[("Sheet1",[["Betongvarefabrikk (eksempel)"],["Omsetning per kunde"],["2024"],["Kundenr","Kundenavn","Omsetning eks mva"],[10001,"Entreprenør (eksempel)",1249012.4],[10002,"Kommune (eksempel)",1000],["Sum","",1250012.4]])])
# refusals
base=lambda rows: (";".join(H[:5])+"\n"+"\n".join(rows)+"\n")
good="1;05.01.2024;4300;Råvarer;100,00"
def w(n,b): open(n,"wb").write(b)
w("bad-mixed-encodings.csv",base([good]).encode()+"1;05.01.2024;2400;Leverandørgjeld;-100,00\n".encode("cp1252"))
w("bad-decimal-sign.csv",base([good,"1;05.01.2024;2400;Leverandørgjeld;-1,100.00","2;06.01.2024;4300;Varer;12.50","2;06.01.2024;2400;Leverandørgjeld;-12,50"]).encode())
w("bad-decimal-unclear.csv",base(["1;05.01.2024;4300;Varer;12.500","1;05.01.2024;2400;Leverandørgjeld;-12.500"]).encode())
w("bad-amount.csv",base(["1;05.01.2024;4300;Varer;1000000000000000,00","1;05.01.2024;2400;Leverandørgjeld;-1e15"]).encode())
w("bad-date.csv",base(["1;05.01.2099;4300;Varer;100,00","1;31.02.2024;2400;Leverandørgjeld;-100,00"]).encode())
w("scientific-organisation-number.csv",(";".join(H[:5]+["Leverandørnr","Leverandørnavn","Orgnr"])+"\n1;05.01.2024;4300;Varer;100,00;;;\n1;05.01.2024;2400;Leverandørgjeld;-100,00;20001;Sandtak (eksempel);9,23609E+08\n").encode())
w("bad-unclosed-quote.csv",base([good,'1;05.01.2024;2400;"Leverandørgjeld;-100,00']).encode())
w("bad-field-count.csv",base([good,"1;05.01.2024;2400;Leverandørgjeld;-100,00;igjen;2"]).encode())
w("bad-header.csv","dette;er;ingen\n1;2;3\n".encode())
w("bad-empty.csv",b"\xef\xbb\xbf\n\n")
xlsx("bad-empty-sheet.xlsx",[("Ark1",[])])
w("bad-zero-byte.csv",base([good]).encode()+b"2;05\0.01.2024;4300;x;1\n")
# password protected: compound file with EncryptedPackage stream name in UTF-16
w("bad-password.xlsx",bytes.fromhex("D0CF11E0A1B11AE1")+b"\0"*504+"Root Entry".encode("utf-16-le").ljust(128,b"\0")+"EncryptedPackage".encode("utf-16-le").ljust(128,b"\0")+"EncryptionInfo".encode("utf-16-le").ljust(128,b"\0"))
w("bad-mapping.yaml","""separator: ";"
columns:
  voucher: Bilagsnr
  date: Bilagsdato
  account: Konto
  amount: Beløp
  debit: Beløp
  text: Merknad
  shoe: Sko
""".encode())
w("mapping-unknown-header.yaml","""columns:
  voucher: Bilagsnr
  date: Dato for bilag
  account: Konto
  amount: Beløp
""".encode())
w("mapping-visma.yaml","""form: party_ledger
vat: included 25
columns:
  supplier: Leverandørnr
  party_name: Navn
  voucher: Bilagsnr
  date: Bilagsdato
  kind: Art
  text: Tekst
  amount: Beløp
  invoice: Fakturanr
""".encode())
w("mapping-open-items.yaml","""vat: excluded
columns:
  customer: Kundenr
  party_name: Navn
  invoice: Fakturanr
  date: Fakturadato
  amount: Beløp
""".encode())
w("mapping-summary.yaml","""year: 2024
columns:
  supplier: Leverandørnr
  supplier_name: Leverandørnavn
  organisation_number: Orgnr
  purchases: Innkjøp eks mva
""".encode())
