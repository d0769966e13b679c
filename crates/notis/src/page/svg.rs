//! Pictures of numbers, as SVG that stands in a page.
//!
//! Colours are those of Okabe & Ito (2008), which colour-blind readers tell apart; nothing is told by colour alone.
//! Numbers and words of the pictures stand in them as text, so that they can be read, searched and printed.

use std::fmt::Write;

use super::html::text;

/// The height of a letter, and the room that a label of an axis takes.
const LETTER: f64 = 11.0;
const LEFT: f64 = 34.0;
const BOTTOM: f64 = 18.0;

/// Numbers over time, as columns on a common axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course<'a> {
    /// What it shows, for those who hear it.
    pub(crate) title: &'a str,
    /// A number for each period.
    pub(crate) values: &'a [u64],
    /// The periods.
    pub(crate) periods: &'a [String],
    /// What is counted, such as «saker».
    pub(crate) unit: &'a str,
}

impl Course<'_> {
    /// The picture, 240 wide and 96 high.
    pub(crate) fn draw(&self) -> String {
        const WIDTH: f64 = 240.0;
        const HEIGHT: f64 = 96.0;
        let (room, floor) = (WIDTH - LEFT - 4.0, HEIGHT - BOTTOM);
        let most = self.values.iter().copied().max().unwrap_or(0).max(1);
        let top = LETTER + 2.0;
        let step = room / self.values.len().max(1) as f64;
        let mut svg = open(WIDTH, HEIGHT, self.title);
        line(&mut svg, [LEFT, floor, WIDTH - 4.0, floor]);
        line(&mut svg, [LEFT, top, LEFT, floor]);
        label(&mut svg, LEFT - 3.0, top + LETTER / 2.0, "end", &most.to_string());
        label(&mut svg, LEFT - 3.0, floor, "end", "0");
        label(&mut svg, LEFT, LETTER - 2.0, "start", self.unit);
        for (at, &value) in self.values.iter().enumerate().filter(|(_, value)| **value > 0) {
            let height = (floor - top) * value as f64 / most as f64;
            let (x, width) = (LEFT + at as f64 * step, (step - 1.0).max(step * 0.7));
            let period = self.periods.get(at).map_or("", String::as_str);
            let told = format!("{period}: {value} {}", self.unit);
            bar(&mut svg, [x, floor - height, width, height], 0, &told);
        }
        if let (Some(first), Some(last)) = (self.periods.first(), self.periods.last()) {
            label(&mut svg, LEFT, HEIGHT - 5.0, "start", first);
            if self.periods.len() > 1 {
                label(&mut svg, WIDTH - 4.0, HEIGHT - 5.0, "end", last);
            }
        }
        svg + "</svg>"
    }
}

/// Shares or counts, a bar a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bars<'a> {
    /// What it shows.
    pub(crate) title: &'a str,
    /// Each row: its name, and its numbers, which stand one after the other.
    pub(crate) rows: &'a [(String, Vec<u64>)],
    /// What each of the numbers is, where there are several.
    pub(crate) parts: &'a [&'a str],
    /// What is counted.
    pub(crate) unit: &'a str,
}

/// The width of a picture of rows, what of it their names take, and the height of a row.
const WIDE: f64 = 640.0;
const MARGIN: f64 = 210.0;
const ROW: f64 = 20.0;

impl Bars<'_> {
    /// The picture, 640 wide and as high as it has rows.
    pub(crate) fn draw(&self) -> String {
        const NUMBERS: f64 = 54.0;
        let head = if self.parts.len() > 1 { 2.0 * ROW } else { ROW };
        let height = head + ROW * self.rows.len() as f64 + 4.0;
        let most = self
            .rows
            .iter()
            .map(|row| row.1.iter().sum::<u64>())
            .max()
            .unwrap_or(0)
            .max(1);
        let room = WIDE - MARGIN - NUMBERS;
        let length = |value: u64| room * value as f64 / most as f64;
        let mut svg = open(WIDE, height, self.title);
        label(&mut svg, MARGIN, LETTER + 2.0, "start", self.unit);
        self.legend(&mut svg);
        for (at, row) in self.rows.iter().enumerate() {
            self.row(&mut svg, row, head + at as f64 * ROW, length);
        }
        line(&mut svg, [MARGIN, head, MARGIN, height - 4.0]);
        svg + "</svg>"
    }

    /// A row at a height, its bars one after the other.
    fn row(
        &self,
        svg: &mut String,
        (name, values): &(String, Vec<u64>),
        y: f64,
        length: impl Fn(u64) -> f64,
    ) {
        let base = y + LETTER + 2.0;
        label(svg, MARGIN - 6.0, base, "end", &shortened(name, 30));
        let mut x = MARGIN;
        for (part, &value) in values.iter().enumerate() {
            let width = length(value);
            let what = self.parts.get(part).map(|part| format!(" {part}"));
            let told = format!("{name}: {value}{}", what.unwrap_or_default());
            bar(svg, [x, y + 2.0, width, ROW - 5.0], part, &told);
            x += width;
        }
        let all = values.iter().sum::<u64>();
        label(svg, x + 4.0, base, "start", &all.to_string());
    }

    fn legend(&self, svg: &mut String) {
        if self.parts.len() < 2 {
            return;
        }
        for (part, name) in self.parts.iter().enumerate() {
            let x = MARGIN + 110.0 * part as f64;
            bar(svg, [x, ROW + 3.0, 11.0, 11.0], part, name);
            label(svg, x + 15.0, ROW + LETTER + 2.0, "start", name);
        }
    }
}

fn bar(svg: &mut String, [x, y, width, height]: [f64; 4], part: usize, told: &str) {
    let class = ["a", "b", "c", "d"][part % 4];
    let _ = write!(
        svg,
        "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"><title>{}</title></rect>",
        text(told)
    );
}

/// How much of each row goes with each column: squares, the darker the more, each with its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grid<'a> {
    /// What it shows.
    pub(crate) title: &'a str,
    /// The names of the rows.
    pub(crate) rows: &'a [String],
    /// The names of the columns.
    pub(crate) columns: &'a [String],
    /// Row by row, 0 to 1 for how dark, and what is written there.
    pub(crate) cells: &'a [Vec<(f64, String)>],
}

impl Grid<'_> {
    /// The picture; as wide and high as its rows and columns ask for.
    pub(crate) fn draw(&self) -> String {
        const CELL: f64 = 30.0;
        const NAMES: f64 = 170.0;
        const HEAD: f64 = 92.0;
        let width = NAMES + CELL * self.columns.len() as f64 + 70.0;
        let height = HEAD + ROW * self.rows.len() as f64 + 4.0;
        let mut svg = open(width, height, self.title);
        for (at, name) in self.columns.iter().enumerate() {
            let x = NAMES + CELL * (at as f64 + 0.5);
            let _ = write!(
                svg,
                "<text x=\"{x:.1}\" y=\"{:.1}\" transform=\"rotate(-50 {x:.1} {:.1})\">{}</text>",
                HEAD - 5.0,
                HEAD - 5.0,
                text(&shortened(name, 16))
            );
        }
        for (row, (name, cells)) in self.rows.iter().zip(self.cells).enumerate() {
            let y = HEAD + ROW * row as f64;
            label(
                &mut svg,
                NAMES - 6.0,
                y + LETTER + 3.0,
                "end",
                &shortened(name, 24),
            );
            for (column, (dark, told)) in cells.iter().enumerate() {
                let x = NAMES + CELL * column as f64;
                cell(&mut svg, [x, y, CELL - 1.0, ROW - 1.0], *dark, told);
            }
        }
        svg + "</svg>"
    }
}

fn cell(svg: &mut String, [x, y, width, height]: [f64; 4], dark: f64, told: &str) {
    let class = if dark > 0.55 { "in" } else { "on" };
    let _ = write!(
        svg,
        "<rect class=\"a\" fill-opacity=\"{:.2}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>",
        dark.clamp(0.03, 1.0)
    );
    if !told.is_empty() {
        let _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            x + width / 2.0,
            y + LETTER + 2.0,
            text(told)
        );
    }
}

/// Ratios with their intervals, on a logarithmic axis around 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ratios<'a> {
    /// What it shows.
    pub(crate) title: &'a str,
    /// Each row: its name, and the lower end, the ratio and the upper end, all above 0.
    pub(crate) rows: &'a [(String, [f64; 3])],
    /// What less than 1 means, and what more.
    pub(crate) ends: [&'a str; 2],
}

impl Ratios<'_> {
    /// The picture, 640 wide.
    pub(crate) fn draw(&self) -> String {
        let height = 2.2 * ROW + ROW * self.rows.len() as f64;
        let mut svg = open(WIDE, height, self.title);
        label(&mut svg, RATIOS[0], LETTER, "start", self.ends[0]);
        label(&mut svg, RATIOS[1], LETTER, "end", self.ends[1]);
        ticks(&mut svg, height);
        for (at, (name, ratios)) in self.rows.iter().enumerate() {
            let y = 2.0 * ROW + ROW * (at as f64 + 0.5);
            label(&mut svg, MARGIN - 4.0, y + 4.0, "end", &shortened(name, 30));
            interval(&mut svg, y, name, *ratios);
        }
        svg + "</svg>"
    }
}

/// Where the axis of ratios begins and ends.
const RATIOS: [f64; 2] = [MARGIN + 6.0, WIDE - 12.0];

/// Where a ratio stands on the axis; what is more than 16 times as much stands at its end.
fn place(ratio: f64) -> f64 {
    const MOST: f64 = 16.0;
    let [left, right] = RATIOS;
    let share = libm::log2(ratio.clamp(1.0 / MOST, MOST)) / libm::log2(MOST);
    (left + right) / 2.0 + share * (right - left) / 2.0
}

fn ticks(svg: &mut String, height: f64) {
    const TICKS: [(f64, &str); 7] = [
        (1.0 / 8.0, "⅛"),
        (0.25, "¼"),
        (0.5, "½"),
        (1.0, "1"),
        (2.0, "2"),
        (4.0, "4"),
        (8.0, "8"),
    ];
    for (tick, told) in TICKS {
        let x = place(tick);
        let class = if tick == 1.0 { "x" } else { "g" };
        let _ = write!(
            svg,
            "<line class=\"{class}\" x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{height:.1}\"/>",
            1.8 * ROW
        );
        label(svg, x, 1.6 * ROW, "middle", &format!("× {told}"));
    }
}

/// A ratio between its ends, in the colour of more, of less, or of neither.
fn interval(svg: &mut String, y: f64, name: &str, [low, ratio, high]: [f64; 3]) {
    let class = if low > 1.0 {
        "b"
    } else if high < 1.0 {
        "a"
    } else {
        "q"
    };
    let _ = write!(
        svg,
        "<line class=\"w\" x1=\"{:.1}\" y1=\"{y:.1}\" x2=\"{:.1}\" y2=\"{y:.1}\"/><circle class=\"{class}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"4.5\"><title>{}</title></circle>",
        place(low),
        place(high),
        place(ratio),
        text(&format!("{name}: × {ratio:.2} [{low:.2}, {high:.2}]"))
    );
}

fn open(width: f64, height: f64, title: &str) -> String {
    let title = text(title);
    format!(
        "<svg viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>"
    )
}

fn line(svg: &mut String, [x1, y1, x2, y2]: [f64; 4]) {
    let _ = write!(
        svg,
        "<line class=\"x\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
    );
}

fn label(svg: &mut String, x: f64, y: f64, anchor: &str, words: &str) {
    let _ = write!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        text(words)
    );
}

/// A name that fits: its first letters and a mark where it is longer.
fn shortened(name: &str, letters: usize) -> String {
    match name.char_indices().nth(letters) {
        None => name.to_owned(),
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_hold_their_numbers_as_text_and_escape_names() {
        let periods = ["2026-01".to_owned(), "2026-02".to_owned()];
        let course = Course {
            title: "a < b",
            values: &[3, 0],
            periods: &periods,
            unit: "saker",
        };
        let svg = course.draw();
        assert!(svg.contains("2026-01: 3 saker") && svg.contains("a &lt; b") && svg.contains(">2026-02<"));
        let rows = [("<x>".to_owned(), vec![1, 2])];
        let bars = Bars {
            title: "",
            rows: &rows,
            parts: &["nb", "nn"],
            unit: "saker",
        };
        assert!(bars.draw().contains("&lt;x&gt;: 2 nn"));
    }

    #[test]
    fn nothing_to_draw_is_no_trouble() {
        let course = Course {
            title: "",
            values: &[],
            periods: &[],
            unit: "",
        };
        assert!(course.draw().ends_with("</svg>"));
        let ratios = Ratios {
            title: "",
            rows: &[("a".to_owned(), [0.0, 1.0, f64::MAX])],
            ends: ["", ""],
        };
        assert!(!ratios.draw().contains("NaN"));
    }
}
