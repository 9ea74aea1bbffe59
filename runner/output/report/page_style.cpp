#include "output/report/page_style.hpp"

namespace ketenplan::runner::report {

namespace {

const std::string style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.5rem 4rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .4rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.6rem 0 .8rem; padding-top: .6rem;
  border-top: 3px solid #00456d; }
h3 { font-size: 1.12rem; margin: 1.8rem 0 .5rem; }
p, li { max-width: 44rem; }
li { margin-bottom: .4rem; }
.onder { color: #444; margin-top: 0; }
a { color: #00456d; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #b34700;
  outline-offset: 2px; }
.spring { position: absolute; left: -100rem; background: #fff; padding: .5rem 1rem; }
.spring:focus { left: .5rem; top: .5rem; z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: .6rem 0;
  margin: 1rem 0; border-top: 1px solid #bbb; border-bottom: 1px solid #bbb; }
nav li { margin: 0; }
.antwoord { border-left: 6px solid #00456d; background: #f1f6fa; padding: .4rem 1.2rem; }
.antwoord p { font-size: 1.1rem; }
.waarschuwing { border: 2px solid #8a4b00; padding: .2rem 1.2rem .6rem; margin: 1.2rem 0; }
.waarschuwing h3 { margin-top: .6rem; }
figure { margin: 1.5rem 0 2rem; }
figcaption { max-width: 44rem; margin-bottom: .6rem; }
.schuif { overflow-x: auto; }
.schuif > svg { display: block; width: 100%; min-width: 44rem; max-width: 54rem; height: auto; }
table { border-collapse: collapse; font-size: .9rem; margin: .4rem 0 .8rem;
  font-variant-numeric: tabular-nums; }
caption { max-width: calc(100vw - 2rem); text-align: left; padding-bottom: .4rem; color: #333; }
th, td { padding: .25rem .6rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #ccc; }
thead th { border-bottom: 2px solid #333; vertical-align: bottom; }
tbody th { font-weight: normal; }
.getal { text-align: right; }
td.getal { white-space: nowrap; }
.totaal th, .totaal td { font-weight: bold; border-top: 1px solid #333; }
summary { cursor: pointer; color: #00456d; padding: .3rem 0; }
pre { background: #f3f3f3; border: 1px solid #bbb; padding: .7rem 1rem; overflow-x: auto; }
#bijlage ~ details table { font-size: .8rem; }
#bijlage ~ details tbody th { overflow-wrap: anywhere; min-width: 12rem; }
@media (max-width: 40rem) {
  body { padding: .5rem .9rem 3rem; }
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
  .antwoord { padding: .2rem .9rem; }
  .antwoord p { font-size: 1rem; }
  th, td { padding: .25rem .45rem; }
  nav ul { display: block; }
  nav a { display: inline-block; padding: .35rem 0; }
}
@page { size: A4; margin: 16mm 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .spring, summary { display: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 6mm; }
  h3 { font-size: 11.5pt; }
  h1, h2, h3, caption, figcaption { break-after: avoid; }
  p, li { orphans: 3; widows: 3; max-width: none; }
  figcaption, .tekening, tr, .kort, .antwoord, .waarschuwing { break-inside: avoid; }
  thead { display: table-header-group; }
  .schuif { overflow: visible; }
  .schuif > svg { min-width: 0; max-width: 150mm; max-height: 225mm; }
  .antwoord p { font-size: 11pt; }
  table { font-size: 8pt; width: 100%; }
  th, td { padding: .8mm 1.4mm; }
  figure details:not([open]) { display: none; }
  details::details-content { content-visibility: visible; }
  #bijlage { break-before: page; }
  #bijlage ~ details table { font-size: 6.5pt; }
  #bijlage ~ details tbody th { min-width: 30mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

} // namespace

const std::string& page_style() {
    return style;
}

} // namespace ketenplan::runner::report
