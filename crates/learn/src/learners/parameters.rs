//! A learner with its number, as linfa's parameters: checked, then fitted.

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

use crate::LearnError;

use super::{Descent, Learner, LearnerKind, LinearModel, Records, Targets};

impl LearnerKind {
    /// The learner, set to `value`.
    pub fn with(self, value: f64) -> LearnerParams {
        LearnerParams::new(self, value)
    }

    /// The learner, set to what does well without asking.
    pub fn usual(self) -> LearnerParams {
        self.with(Learner::usual(&*self))
    }
}

/// A learner and its parameters, not checked yet; linfa's `fit` checks them.
///
/// In model files it stands as `{"svm":{"cost":3.0}}`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearnerParams(LearnerValidParams);

/// A learner and its parameters, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearnerValidParams {
    kind: LearnerKind,
    value: f64,
    descent: Descent,
}

impl LearnerParams {
    /// A learner set to `value`, with the descent of practice.
    pub fn new(kind: LearnerKind, value: f64) -> Self {
        LearnerParams(LearnerValidParams {
            kind,
            value,
            descent: Descent::default(),
        })
    }

    /// The learner.
    pub fn kind(&self) -> LearnerKind {
        self.0.kind
    }

    /// Its number.
    pub fn value(&self) -> f64 {
        self.0.value
    }

    /// The same with its number multiplied.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let value = self.0.value * factor;
        LearnerParams(LearnerValidParams { value, ..self.0 })
    }

    /// The same with this descent, which model files do not keep.
    #[must_use]
    pub fn descent(self, descent: Descent) -> Self {
        LearnerParams(LearnerValidParams { descent, ..self.0 })
    }
}

impl ParamGuard for LearnerParams {
    type Checked = LearnerValidParams;
    type Error = LearnError;

    fn check_ref(&self) -> Result<&LearnerValidParams, LearnError> {
        let LearnerValidParams { kind, value, .. } = self.0;
        let name = kind.parameter();
        if value.is_finite() && value > 0.0 {
            Ok(&self.0)
        } else {
            Err(LearnError::Parameter { name, value })
        }
    }

    fn check(self) -> Result<LearnerValidParams, LearnError> {
        self.check_ref().copied()
    }
}

impl Fit<Records<'_>, &Targets, LearnError> for LearnerValidParams {
    type Object = LinearModel;

    fn fit(&self, dataset: &DatasetBase<Records<'_>, &Targets>) -> Result<LinearModel, LearnError> {
        let (rows, targets) = (dataset.records.0, dataset.targets);
        if rows.len() != targets.len() {
            return Err(LearnError::Mismatch {
                rows: rows.len(),
                targets: targets.len(),
            });
        }
        self.kind.fit(self.value, rows, targets, &self.descent)
    }
}

impl Serialize for LearnerParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let LearnerValidParams { kind, value, .. } = self.0;
        let parameters = BTreeMap::from([(kind.parameter(), value)]);
        BTreeMap::from([(kind.name(), parameters)]).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for LearnerParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = BTreeMap::<String, BTreeMap<String, f64>>::deserialize(deserializer)?;
        let one = |learner: &(&String, &BTreeMap<String, f64>)| {
            let kind = LearnerKind::named(learner.0)?;
            let value = learner.1.get(kind.parameter())?;
            (learner.1.len() == 1).then(|| kind.with(*value))
        };
        match written.iter().collect::<Vec<_>>().as_slice() {
            [learner] => one(learner),
            _ => None,
        }
        .ok_or_else(|| D::Error::custom("no learner with its parameter"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_written_by_name_and_read_again() {
        let written = r#"{"complement-nb":{"alpha":0.1}}"#;
        let learner: LearnerParams = serde_json::from_str(written).unwrap();
        assert_eq!(learner, LearnerKind::COMPLEMENT_NB.with(0.1));
        assert_eq!(serde_json::to_string(&learner).unwrap(), written);
    }

    #[test]
    fn other_names_and_parameters_are_refused() {
        for wrong in [
            r#"{}"#,
            r#"{"skog":{"alpha":1.0}}"#,
            r#"{"svm":{"alpha":1.0}}"#,
            r#"{"svm":{"cost":1.0,"alpha":1.0}}"#,
            r#"{"svm":{"cost":1.0},"nb":{"alpha":1.0}}"#,
        ] {
            assert!(serde_json::from_str::<LearnerParams>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_out_of_range_is_refused_before_fitting() {
        for value in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(LearnerKind::NB.with(value).check().is_err(), "{value}");
        }
    }
}
