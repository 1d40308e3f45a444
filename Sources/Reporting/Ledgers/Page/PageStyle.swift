/// The page's style sheet: black on white, one column, and A4 when printed.
///
/// Kept, changed and left out differ in lightness as well as in colour, so that a grey print tells them apart.
enum PageStyle {
    static let sheet: Markup = """
        :root { --kept: #a9cbb7; --changed: #4f7cac; --refused: #7a1f2b; --line: #d9d9d9; --dim: #5a5a5a; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #f4f4f2; color: #1a1a1a; font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
        main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 2rem 3rem; background: #fff; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: .3rem 0; }
        h2 { font-size: 1.3rem; margin: 2.4rem 0 .4rem; border-bottom: 2px solid #1a1a1a; }
        h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
        p { margin: .4rem 0; max-width: 50rem; }
        .lead { font-size: 1.1rem; }
        .dim { color: var(--dim); }
        code { font: .8em ui-monospace, Consolas, monospace; color: var(--dim); font-weight: normal; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .88rem; }
        table.narrow { max-width: 46rem; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        th { border-bottom: 1px solid #1a1a1a; font-weight: 600; }
        th.n, td.n { text-align: right; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
        tr.sum td { font-weight: 600; border-top: 1px solid #1a1a1a; border-bottom: 3px double #1a1a1a; }
        .verdict { margin: 1rem 0; padding: .6rem 1rem; border-left: 6px solid #1a1a1a; background: #f4f4f2; font-size: 1.05rem; }
        .good { color: #1d6b3c; font-weight: 600; }
        .bad { color: #a11b1b; font-weight: 600; }
        .bar { display: block; width: 100%; height: auto; margin: .4rem 0; }
        .bar text { font-size: 20px; }
        .bar .kept { fill: var(--kept); } .bar .changed { fill: var(--changed); } .bar .refused { fill: var(--refused); }
        .bar .on-kept { fill: #1a1a1a; } .bar .on-changed, .bar .on-refused { fill: #fff; }
        .swatch { display: inline-block; width: .9em; height: .9em; margin-right: .5em; vertical-align: -.1em; }
        .swatch.kept { background: var(--kept); } .swatch.changed { background: var(--changed); }
        .swatch.refused { background: var(--refused); }
        .rule { margin: 1rem 0; padding-left: 1rem; border-left: 6px solid var(--line); }
        .rule.changed { border-color: var(--changed); } .rule.refused { border-color: var(--refused); }
        .rule h3 { margin-top: 0; }
        .sums { font-weight: 600; }
        .whole { white-space: nowrap; }
        .any, .remarks td:first-child, .parties td:first-child { overflow-wrap: anywhere; }
        .examples .any { display: inline-block; min-width: 13em; }
        .remarks td:first-child { width: 62%; }
        .parties td:first-child { width: 25%; } .parties td:nth-child(2) { width: 20%; } .parties td:last-child { width: 18%; }
        @page { size: A4; margin: 14mm 13mm; }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { background: #fff; font-size: 9.5pt; line-height: 1.35; }
          main { max-width: none; padding: 0; }
          table { font-size: 8pt; }
          .wide { overflow: visible; }
          h2, h3 { break-after: avoid; }
          thead { display: table-header-group; }
          tr, .verdict, .bar, .sums { break-inside: avoid; }
        }
        """
}
