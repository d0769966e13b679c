//! notis-classifier
