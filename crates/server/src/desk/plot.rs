//! Whether a model keeps its promises: what it promised across, what came true upwards, drawn here as SVG.

use maud::{Markup, html};
use notis::evaluate::ReliabilityBin;

use super::words::{Words, decimal};

const SIZE: f64 = 240.0;
const LEFT: f64 = 40.0;
const BENEATH: f64 = 40.0;

/// The plot with its table. On the line promises are kept.
pub(super) fn reliability(bins: &[ReliabilityBin], words: &Words) -> Markup {
    let x = |share: f64| format!("{:.1}", LEFT + share * SIZE);
    let y = |share: f64| format!("{:.1}", 8.0 + (1.0 - share) * SIZE);
    let height = SIZE + 8.0 + BENEATH;
    html! {
        figure.reliability {
            figcaption { (words.reliability) }
            svg.plot viewBox={ "0 0 " (LEFT + SIZE + 8.0) " " (height) } role="img" aria-label=(words.reliability) {
                line.axis x1=(x(0.0)) y1=(y(0.0)) x2=(x(1.0)) y2=(y(0.0)) {}
                line.axis x1=(x(0.0)) y1=(y(0.0)) x2=(x(0.0)) y2=(y(1.0)) {}
                line.kept x1=(x(0.0)) y1=(y(0.0)) x2=(x(1.0)) y2=(y(1.0)) {}
                @for tick in [0.0, 0.5, 1.0] {
                    text x=(x(tick)) y=(SIZE + 24.0) text-anchor="middle" { (decimal(format_args!("{tick}"), words)) }
                    text x=(LEFT - 6.0) y=(y(tick)) dy="4" text-anchor="end" { (decimal(format_args!("{tick}"), words)) }
                }
                text x=(x(0.5)) y=(height - 2.0) text-anchor="middle" { (words.promised) }
                text x="12" y=(y(0.5)) text-anchor="middle" transform={ "rotate(-90 12 " (y(0.5)) ")" } { (words.came_true) }
                @for bin in bins { circle cx=(x(bin.promised)) cy=(y(bin.true_share)) r="5" {} }
            }
            details { summary { (words.timeline_table) } table {
                thead { tr { @for head in [words.promised, words.came_true, words.pairs] { th scope="col" { (head) } } } }
                tbody { @for bin in bins {
                    tr { @for share in [bin.promised, bin.true_share] { td { (decimal(format_args!("{share:.2}"), words)) } } td { (bin.count) } }
                } }
            } }
        }
    }
}
