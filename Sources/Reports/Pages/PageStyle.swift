/// How pages look: on a screen, light or dark, at any width; and on one sheet, as wide as A4 and as
/// high as Letter, which prints on either.
enum PageStyle {
  static let common: StaticString = """
    :root{--ink:#16191d;--soft:#555c66;--line:#d4d8de;--ground:#fff;--panel:#f5f6f8;--right:#c01c2e;--left:#0b62b8;--accent:#a8480a;--lost:#7b828c;--zone:#e9ebef;--band:#f3e3d3;--v:#00705a;--t:#74389f;color-scheme:light dark}
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e9ecf0;--soft:#a9b1bc;--line:#383e47;--ground:#14171b;--panel:#1c2026;--right:#ff8080;--left:#78b9ff;--accent:#ffb066;--lost:#8b94a1;--zone:#23282f;--band:#3b2c1e;--v:#4fd3ae;--t:#cfa0f7}}
    *{box-sizing:border-box}
    html{font-size:16px;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:.9rem/1.45 system-ui,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem}
    footer{max-width:60rem;margin:0 auto;padding:0 1.25rem 1.5rem}
    p{margin:0}
    h1{font-size:1.4rem;line-height:1.3;font-weight:600;margin:0;letter-spacing:-.005em;text-wrap:pretty}
    h2{font-size:.78rem;line-height:1.3;font-weight:600;margin:0 0 .3rem;color:var(--soft);letter-spacing:.01em}
    a{color:var(--left)}
    .notice{font-size:.78rem;color:var(--soft);border-top:1px solid var(--line);padding-top:.5rem}
    .top{display:flex;flex-wrap:wrap;gap:.2rem 1rem;justify-content:space-between;font-size:.82rem;color:var(--soft);border-bottom:1px solid var(--line);padding-bottom:.45rem;margin-bottom:.9rem}
    .top strong{color:var(--ink);font-weight:600}
    .use{font-weight:600;color:var(--ink)}
    svg{display:block;width:100%;height:auto;overflow:hidden}
    svg text{font:9px system-ui,"DejaVu Sans",sans-serif;fill:var(--soft);font-variant-numeric:tabular-nums}
    svg .tick{font-size:8px}svg .axis{font-size:8.5px;fill:var(--ink)}
    svg .halo{paint-order:stroke;stroke:var(--ground);stroke-width:2.5px;stroke-linejoin:round}
    svg path,svg line{fill:none;stroke:var(--ink);stroke-width:1;stroke-linejoin:round}
    svg .frame{stroke:var(--line)}svg .grid{stroke:var(--line);stroke-dasharray:1 3}
    svg .single{stroke:var(--ink);stroke-width:.9}svg .right{stroke:var(--right);stroke-width:.8}svg .left{stroke:var(--left);stroke-width:1.9}
    svg .near{stroke-width:1.1}svg .near.left{stroke-width:1.3;stroke-dasharray:4 2}
    svg .bar{fill:var(--accent);stroke:none}svg .lost{fill:var(--lost);stroke:none}svg .key{fill:var(--ink);stroke:none}
    svg .block{fill:var(--ink);stroke:none}svg .bracket{stroke:var(--accent);stroke-width:1}
    svg .horizontal{stroke:var(--ink);stroke-width:.9}svg .vertical{stroke:var(--v);stroke-dasharray:4 2;stroke-width:.9}svg .torsional{stroke:var(--t);stroke-dasharray:1 2;stroke-width:1.1}
    svg .gaze{stroke:var(--ink);stroke-width:.8}svg .start{fill:var(--accent)}
    svg .zone{fill:var(--zone);stroke:none}svg .expected{stroke:var(--soft);stroke-width:1.2}
    svg .dot{stroke:var(--soft);stroke-width:2.2;stroke-linecap:round}svg .dot.episode{stroke:var(--accent);stroke-width:3}svg .hollow{stroke:var(--soft);stroke-width:.6}
    svg .range{fill:var(--accent);fill-opacity:.35}svg .ring{fill:none;stroke:var(--line)}svg .sector{fill:var(--soft);stroke:none}svg .sector.episode{fill:var(--accent)}
    svg .band{fill:var(--band)}svg .power{stroke:var(--ink);stroke-width:1.1}svg .edge{stroke:var(--accent);stroke-dasharray:3 2;stroke-width:.8}
    svg .level1{fill:var(--ink);fill-opacity:.08;stroke:none}svg .level2{fill:var(--ink);fill-opacity:.2;stroke:none}svg .level3{fill:var(--ink);fill-opacity:.35;stroke:none}svg .level4{fill:var(--ink);fill-opacity:.52;stroke:none}svg .level5{fill:var(--ink);fill-opacity:.72;stroke:none}svg .level6{fill:var(--ink);fill-opacity:.95;stroke:none}
    figure{margin:0;min-width:0}
    figcaption{font-size:.74rem;line-height:1.35;color:var(--soft);margin-top:.25rem}
    table{border-collapse:collapse;width:100%;font-size:.8rem;line-height:1.35}
    th,td{overflow-wrap:normal;text-align:left;vertical-align:top;padding:.24rem .7rem .24rem 0;border-bottom:1px solid var(--line)}
    th:last-child,td:last-child{padding-right:0}
    thead th{color:var(--soft);font-weight:400;white-space:nowrap}
    tbody th{font-weight:400}
    .n{white-space:nowrap;text-align:right}
    .soft{color:var(--soft)}.interval{white-space:nowrap}
    .wide{overflow-x:auto}
    .wide:focus-visible{outline:2px solid var(--left);outline-offset:2px}

    """

  static let recording: StaticString = """
    .top .tiny{display:none}
    .answer{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:.4rem 2rem;align-items:start;margin-bottom:1rem}
    .also{margin-top:.35rem;color:var(--soft);font-size:.95rem}
    .score{font-size:.8rem;color:var(--soft)}.score strong{display:block;font-size:1.05rem;color:var(--ink);font-weight:600}
    .assess{background:var(--panel);padding:.6rem .8rem;margin-bottom:1rem;font-size:.8rem}
    .families{display:grid;grid-template-columns:1fr 1fr;gap:.3rem 1.5rem}
    .families strong{font-weight:600}
    .facts{color:var(--soft);margin:.35rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem .9rem;padding:0;list-style:none}
    .facts b{font-weight:600;color:var(--ink)}
    section,.figure,.row{margin-bottom:1rem}
    .row{display:grid;gap:1rem 1.4rem}
    .moment{grid-template-columns:minmax(0,2.95fr) minmax(0,1fr);align-items:start}
    .moment.alone{grid-template-columns:minmax(0,1fr)}
    .four{grid-template-columns:repeat(4,minmax(0,1fr))}
    .tables{grid-template-columns:minmax(0,1.75fr) minmax(0,1fr)}
    .flag{color:var(--accent);font-weight:600;white-space:nowrap}
    ul.plain{margin:0;padding-left:1.1rem;font-size:.8rem}
    .how{font-size:.78rem;color:var(--soft)}
    .controls{display:flex;gap:1.2rem;font-size:.78rem;color:var(--soft);margin-top:.3rem}.controls label{display:flex;gap:.5rem;align-items:center;white-space:nowrap;min-width:0}.controls input{min-width:0}
    details{font-size:.78rem;color:var(--soft);margin-top:.4rem}dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem;margin:.4rem 0}dd{margin:0}
    @media screen and (max-width:46rem){main{padding:1rem}footer{padding:0 1rem 1rem}.answer,.families,.moment,.tables{grid-template-columns:minmax(0,1fr)}.four{grid-template-columns:repeat(2,minmax(0,1fr))}h1{font-size:1.2rem}.wide>svg{min-width:34rem}.path{max-width:16rem}}
    @media screen and (max-width:30rem){.measures thead{display:none}.measures,.measures tbody,.measures tr,.measures td,.measures th{display:block}.measures tr{display:grid;grid-template-columns:minmax(0,1fr) auto;border-bottom:1px solid var(--line);padding:.3rem 0}.measures td,.measures th{border:0;padding:.05rem 0}.measures td.wideword{grid-column:1/-1}}
    @page{size:210mm 279mm;margin:12mm}
    @media print{:root{color-scheme:light}html{font-size:9.2px}body{font-size:.86rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}main,footer{max-width:none;padding:0}.controls,details{display:none}h1{font-size:1.38rem}.top{margin-bottom:.5rem;padding-bottom:.25rem}.answer,.assess,section,.figure,.row{margin-bottom:.5rem}.answer{grid-template-columns:minmax(0,1fr) 17rem}.assess{padding:.35rem .6rem}.row{gap:.5rem 1rem}th,td{padding-top:.1rem;padding-bottom:.1rem}table,.assess,ul.plain,.how,.facts{font-size:.78rem;line-height:1.28}figcaption{font-size:.7rem;line-height:1.22;margin-top:.1rem}.notice{font-size:.74rem;padding-top:.25rem}figure,tr{break-inside:avoid}.four svg{max-height:31mm}th,td{padding-right:.5rem}main,footer{line-height:1.3}}

    """

  static let cohort: StaticString = """
    main,footer{max-width:72rem}header h1{margin-bottom:1rem}section{margin-bottom:1.4rem}
    .counts{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}.counts svg{height:.6rem}.counts td{vertical-align:middle}.counts th{white-space:nowrap}.share{width:100%}
    svg .count{fill:var(--lost)}svg .median{stroke:var(--ink);stroke-width:1.6}svg .stripdot{fill:var(--accent);fill-opacity:.75}svg a:focus-visible .stripdot,svg a:hover .stripdot{fill:var(--ink);fill-opacity:1}
    .tiny{width:7.5rem;height:1.25rem}svg .tinypath{stroke:var(--soft);stroke-width:.9}
    .recordings{min-width:52rem}.recordings th[scope=row]{min-width:11rem}.recordings tbody tr:hover{background:var(--panel)}
    .recordings button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}.recordings button::after{content:" ↕";color:var(--soft)}th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
    .filters{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;margin:.2rem 0 .6rem;font-size:.82rem}.filters label{display:flex;gap:.4rem;align-items:center}
    .filters input,.filters select{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--lost);padding:.15rem .4rem}
    .problems th[scope=row]{overflow-wrap:anywhere}
    .methods{font-size:.85rem;max-width:46rem}.note{font-size:.78rem;max-width:46rem;margin-top:.4rem}.strips figure{margin-bottom:.8rem}
    @media screen and (max-width:46rem){main{padding:1rem}footer{padding:0 1rem 1rem}.counts{grid-template-columns:minmax(0,1fr)}h1{font-size:1.2rem}.wide>svg{min-width:34rem}}
    @page{size:210mm 279mm;margin:12mm}
    @media print{:root{color-scheme:light}html{font-size:11px}main,footer{max-width:none;padding:0}.filters{display:none}.recordings{min-width:0}.recordings button::after{content:none}tr{break-inside:avoid}h2{break-after:avoid}}

    """

  static let course: StaticString = """
    main,footer{max-width:72rem}h1{margin-bottom:1rem}section{margin-bottom:2rem}.subject{font-size:1.05rem;color:var(--ink)}
    .answer{font-size:1.1rem;font-weight:600;line-height:1.35;margin-bottom:.8rem;max-width:50rem;text-wrap:pretty}
    .course svg .tick{font-size:10px}.measures td,.course .visits th{white-space:nowrap}.measures tbody th{min-width:11rem}
    @media screen and (max-width:46rem){main{padding:1rem}footer{padding:0 1rem 1rem}.measures tbody th{min-width:7rem}}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem 1.6rem;margin-bottom:1rem}
    svg .whisker{stroke:var(--accent);stroke-width:1.4}.wide{margin-bottom:1rem}ul.plain{margin:0 0 1rem;padding-left:1.1rem;font-size:.85rem}
    .method{font-size:.78rem;max-width:50rem}
    @page{size:210mm 279mm;margin:12mm}
    @media print{:root{color-scheme:light}html{font-size:10.5px}main,footer{max-width:none;padding:0}figure,tr{break-inside:avoid}h2{break-after:avoid}td,.course .visits th{white-space:normal}.grid{grid-template-columns:repeat(3,1fr)}}

    """
}
