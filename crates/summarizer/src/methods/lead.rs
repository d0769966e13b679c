//! The first sentences. News is written with the most important first, which makes this a hard baseline to beat.

use super::method::{Method, take_best};
use crate::{Document, Room};

/// The first body sentences that fit.
///
/// Brandow, Mitze & Rau (1995), "Automatic condensation of electronic publications by sentence selection".
#[derive(Clone, Copy, Debug, Default)]
pub struct Lead;

impl Method for Lead {
    fn name(&self) -> &'static str {
        "lead"
    }

    fn choose(&self, document: &Document<'_>, room: Room) -> Vec<usize> {
        let earliest_first: Vec<f32> = (0..document.candidates().len()).map(|i| -(i as f32)).collect();
        take_best(document, &earliest_first, room)
    }
}
