/** How a poster looks: one unit for everything, so that A3 is A4, larger. */

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** White or near-black, whichever reads better on a colour. */
export const onColour = (hex: string): string =>
  1.05 / (luminance(hex) + 0.05) >= (luminance(hex) + 0.05) / 0.058 ? '#ffffff' : '#16191d';

const PAGES = {
  A4: { width: 210, height: 297, unit: 1 },
  A3: { width: 297, height: 420, unit: 1.414 },
};

export function posterStyles(size: 'A4' | 'A3', accent: string): string {
  const { width, height, unit } = PAGES[size];
  return `
@page { size: ${width}mm ${height}mm; margin: 0 }
:root { --u: ${unit}mm; --accent: ${accent}; --on: ${onColour(accent)}; --ink: #16191d; --soft: #4a525b; --do: #14683a; --dont: #a3241c; color-scheme: light }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { background: #e8eaed; -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { display: flex; flex-direction: column; width: ${width}mm; height: ${height}mm; margin: 0 auto; overflow: hidden; background: #fff; color: var(--ink); font: calc(4.3 * var(--u)) / 1.35 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; hyphens: auto }
ul { list-style: none }
header { padding: calc(15 * var(--u)) calc(16 * var(--u)) calc(13 * var(--u)); background: var(--accent); color: var(--on) }
.house { font-size: calc(4.6 * var(--u)); font-weight: 600 }
h1 { margin-top: calc(3 * var(--u)); font-size: calc(14.5 * var(--u)); line-height: 1.04; letter-spacing: -0.015em; font-weight: 750; text-wrap: balance; overflow-wrap: break-word }
.think { margin-top: calc(8 * var(--u)); font-size: calc(5 * var(--u)) }
.questions { display: flex; flex-direction: column; gap: calc(0.8 * var(--u)); margin-top: calc(1.5 * var(--u)); font-size: calc(7.6 * var(--u)); line-height: 1.18; font-weight: 650; text-wrap: balance }
main { flex: 1; display: grid; grid-template-columns: repeat(auto-fit, minmax(calc(70 * var(--u)), 1fr)); align-content: start; gap: calc(11 * var(--u)); padding: calc(11 * var(--u)) calc(16 * var(--u)) 0; min-height: 0; overflow: hidden }
main h2 { font-size: calc(8.5 * var(--u)); line-height: 1.1; font-weight: 750 }
.dos h2, .dos .sign { color: var(--do) } .donts h2, .donts .sign { color: var(--dont) }
.rules { grid-column: 1 / -1 } .rules ul { columns: 2; column-gap: calc(11 * var(--u)) }
main ul { display: grid; gap: calc(5 * var(--u)); margin-top: calc(5 * var(--u)) }
main li { display: grid; grid-template-columns: calc(7 * var(--u)) 1fr; gap: calc(2.5 * var(--u)); break-inside: avoid }
.rules ul { display: block } .rules li { margin-bottom: calc(4 * var(--u)) }
main b { font-size: calc(5.2 * var(--u)); line-height: 1.22; font-weight: 650; text-wrap: pretty }
main p { margin-top: calc(0.8 * var(--u)); color: var(--soft); text-wrap: pretty }
.sign { width: calc(6.4 * var(--u)); height: calc(6.4 * var(--u)); fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round }
.airy main { gap: calc(13 * var(--u)); font-size: calc(4.9 * var(--u)) } .airy main b { font-size: calc(6.2 * var(--u)) } .airy main ul { gap: calc(7 * var(--u)) }
.tight h1 { font-size: calc(11.5 * var(--u)) } .tight .questions { font-size: calc(6 * var(--u)) } .tight main ul { gap: calc(3.6 * var(--u)) }
footer { display: grid; grid-template-columns: 1fr auto; gap: calc(10 * var(--u)); align-items: start; margin: calc(8 * var(--u)) calc(16 * var(--u)) calc(13 * var(--u)); padding-top: calc(8 * var(--u)); border-top: calc(0.5 * var(--u)) solid var(--ink) }
footer h2 { font-size: calc(6.6 * var(--u)); line-height: 1.15 }
.people { display: grid; grid-template-columns: repeat(2, auto); justify-content: start; gap: calc(8 * var(--u)); margin-top: calc(3.5 * var(--u)) }
.person { display: grid; align-content: start; min-width: 0 } .person span { color: var(--soft) } .person .reach { color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.read { display: grid; grid-template-columns: calc(36 * var(--u)); gap: calc(2 * var(--u)); width: calc(36 * var(--u)) }
.code { width: calc(36 * var(--u)); height: calc(36 * var(--u)) }
.read p { display: grid; font-size: calc(3.6 * var(--u)); line-height: 1.3; overflow-wrap: anywhere } .read span { color: var(--soft) }
@media screen { body { margin: 24px auto; box-shadow: 0 2px 24px rgb(0 0 0 / 0.18) } }
@media screen and (max-width: ${width}mm) { body { zoom: ${0.45 / unit} } }
@media screen and (max-width: 95mm) { body { margin: 0 auto; zoom: ${0.34 / unit} } }
`;
}
