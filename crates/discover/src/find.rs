//! From weighted rows to topics.

use ndarray::{Array2, Axis};
use notis_learn::SparseRows;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::choose::{self, Tried};
use crate::consensus;
use crate::copies::{Same, distinct, firsts};
use crate::decompose::Placed;
use crate::kmeans::{self, settled};
use crate::refine::{Nearest, Sums, refine};
use crate::weights::to_unit_length;

/// How topics are looked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How many; `None` chooses the number.
    pub topics: Option<usize>,
    /// The articles that each topic known beforehand is sure to have; such topics come first and keep their order.
    pub known: Vec<Vec<usize>>,
    /// Where chance begins.
    pub seed: u64,
}

/// Where an article belongs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// The topic nearest to it, whether it fits there or not.
    pub topic: usize,
    /// Whether it is nearer to that topic than articles commonly are to topics not their own.
    pub fits: bool,
    /// How near: the cosine to the topic's other articles.
    pub likeness: f32,
    /// The topic that comes next.
    pub next_topic: usize,
    /// The cosine to it.
    pub next: f32,
}

/// The topics of a corpus.
#[derive(Clone, Debug)]
pub struct Found {
    /// How many.
    pub topics: usize,
    /// The numbers that were tried, where it was chosen.
    pub tried: Vec<Tried>,
    /// Where each article belongs.
    pub fits: Vec<Fit>,
    /// How near each two topics lie: the cosine of their articles' sums.
    pub likeness: Vec<Vec<f32>>,
}

/// Dimensions of the space: of 30, 50, 70, 100 and 150, NMI is best at 30 to 70 on three corpora of 366 to 2,235
/// articles and 17 to 40 labels; runs see 36 to 60 of them (README.md).
const DIMENSIONS: usize = 60;

/// The topics of weighted rows: those of most articles first, after those known beforehand. Rows that are the same are
/// grouped as one.
pub fn discover(rows: &SparseRows, options: &Options) -> Found {
    let firsts = firsts(rows.iter().map(Same));
    let distinct = distinct(&firsts);
    if distinct.len() == rows.len() {
        let grouped = grouped(rows, &options.known, options);
        return found(rows, grouped, options);
    }
    let mut places = vec![0; rows.len()];
    (0..).zip(&distinct).for_each(|(place, &row)| places[row] = place);
    let place = |row: usize| places[firsts[row]];
    let place_all = |sure: &Vec<usize>| sure.iter().map(|&row| place(row)).collect();
    let known: Vec<Vec<usize>> = options.known.iter().map(place_all).collect();
    let mut grouped = grouped(&rows.select(&distinct), &known, options);
    let places: Vec<usize> = (0..rows.len()).map(place).collect();
    grouped.nearest = with_copies(&grouped.nearest, &places);
    found(rows, grouped, options)
}

/// What is nearest to each row that has one of these `places`. Where a row and its copies are a group of their own, they
/// are as like each other as can be.
fn with_copies(distinct: &[Nearest], places: &[usize]) -> Vec<Nearest> {
    let mut rows = vec![0_usize; distinct.len()];
    places.iter().for_each(|&place| rows[place] += 1);
    let mut members = FxHashMap::default();
    distinct
        .iter()
        .for_each(|nearest| *members.entry(nearest.group).or_insert(0_usize) += 1);
    let of_place = |&place: &usize| {
        let mut nearest = distinct[place];
        if rows[place] > 1 && members[&nearest.group] == 1 {
            nearest.likeness = 1.0;
        }
        nearest
    };
    places.iter().map(of_place).collect()
}

/// Groups, before they are topics.
struct Grouped {
    count: usize,
    tried: Vec<Tried>,
    nearest: Vec<Nearest>,
    sums: Sums,
}

fn grouped(rows: &SparseRows, known: &[Vec<usize>], options: &Options) -> Grouped {
    let placed = Placed::of(rows, DIMENSIONS, options.seed);
    let (chosen, tried) = match options.topics {
        Some(count) => (count, Vec::new()),
        None => choose::number(placed.unit(DIMENSIONS).view(), options.seed),
    };
    let count = chosen.max(known.len()).min(rows.len()).max(1);
    let groups = match known {
        [] => consensus::groups(&placed, count, options.seed),
        known => guided(&placed, known, count, options.seed),
    };
    let (nearest, sums) = refine(rows, groups, count);
    Grouped {
        count,
        tried,
        nearest,
        sums,
    }
}

fn found(rows: &SparseRows, grouped: Grouped, options: &Options) -> Found {
    let order = order(&grouped.nearest, grouped.count, options.known.len());
    Found {
        topics: order.len(),
        tried: grouped.tried,
        fits: fits(rows, &grouped.nearest, &order),
        likeness: likeness(&grouped.sums, &order),
    }
}

/// Groups that start from topics known beforehand, beside others that start from the articles farthest from them.
fn guided(placed: &Placed, known: &[Vec<usize>], count: usize, seed: u64) -> Vec<u32> {
    let rows = placed.unit(DIMENSIONS);
    let mut centres = kmeans::best_of(rows.view(), count, 6, seed).centres;
    let starts: Vec<Option<Vec<f32>>> = known.iter().map(|sure| mean(&rows, sure)).collect();
    for (at, start) in starts.iter().enumerate() {
        let Some(start) = start else { continue };
        // The known topic takes the place of the group nearest to it, and that group the known topic's place.
        let likeness = |group: usize| {
            centres
                .row(group)
                .iter()
                .zip(start)
                .map(|(a, b)| a * b)
                .sum::<f32>()
        };
        let nearest = (at..count).max_by(|&a, &b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(&a)));
        let nearest = nearest.unwrap_or(at);
        for column in 0..centres.ncols() {
            centres.swap([at, column], [nearest, column]);
            centres[[at, column]] = start[column];
        }
    }
    let mut groups = settled(rows.view(), centres).groups;
    for (topic, sure) in known.iter().enumerate() {
        sure.iter().for_each(|&article| groups[article] = topic as u32);
    }
    groups
}

/// The direction of some rows; `None` where there are none.
fn mean(rows: &Array2<f32>, some: &[usize]) -> Option<Vec<f32>> {
    let mut mean = rows.select(Axis(0), some).mean_axis(Axis(0))?.to_vec();
    to_unit_length(&mut mean);
    Some(mean)
}

/// The groups that have articles, those known beforehand first (with or without articles) and the largest of the others
/// next: the place of a group in it is its topic.
fn order(nearest: &[Nearest], count: usize, known: usize) -> Vec<u32> {
    let mut sizes = vec![0_usize; count];
    nearest.iter().for_each(|n| sizes[n.group as usize] += 1);
    let mut others: Vec<u32> = (known as u32..count as u32)
        .filter(|&g| sizes[g as usize] > 0)
        .collect();
    others.sort_by_key(|&group| (std::cmp::Reverse(sizes[group as usize]), group));
    (0..known as u32).chain(others).collect()
}

fn fits(rows: &SparseRows, nearest: &[Nearest], order: &[u32]) -> Vec<Fit> {
    let common = common_likeness(nearest);
    let topic_of = |group: u32| order.iter().position(|&g| g == group).unwrap_or_default();
    let fit = |(row, nearest): (usize, &Nearest)| Fit {
        topic: topic_of(nearest.group),
        fits: !rows.row(row).indices.is_empty() && nearest.likeness > common,
        likeness: nearest.likeness.max(0.0),
        next_topic: topic_of(nearest.next_group),
        next: nearest.next.max(0.0),
    };
    nearest.iter().enumerate().map(fit).collect()
}

/// How near articles commonly lie to a topic that is not theirs: the median of the cosine to the next-best topic. Who is
/// no nearer to its own fits nowhere. With one topic there is no other, and all fit.
fn common_likeness(nearest: &[Nearest]) -> f32 {
    let mut next: Vec<f32> = nearest
        .iter()
        .map(|n| n.next)
        .filter(|next| next.is_finite())
        .collect();
    next.sort_by(f32::total_cmp);
    next.get(next.len() / 2).copied().unwrap_or(-1.0)
}

fn likeness(sums: &Sums, order: &[u32]) -> Vec<Vec<f32>> {
    let unit = |&group: &u32| {
        let mut sum = sums.sums.row(group as usize).to_vec();
        to_unit_length(&mut sum);
        sum
    };
    let units: Vec<Vec<f32>> = order.iter().map(unit).collect();
    let cosine = |a: &Vec<f32>, b: &Vec<f32>| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    units
        .iter()
        .map(|a| units.iter().map(|b| cosine(a, b)).collect())
        .collect()
}
